import { ofItsPoint, openLedger, ZONE, type Ledger } from './harness.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

/** Of the answers to commands and questions. */
interface Body {
  readonly id: string;
  readonly after: string;
  readonly eventIds: readonly string[];
  readonly errors: readonly { readonly field: string; readonly code: string }[];
  readonly values: readonly object[];
  readonly asOf: { readonly seq: number };
}
const money = (fen: string, currency = 'CNY') => ({ fen, currency });
const INDUSTRY = { edition: '2017', code: 'C3099' };
let counties = 420_300;

/** What a command came to; `after` knows of everything before it. */
async function told(path: string, body: object, status = 201): Promise<Body> {
  const answer = await ledger.post(`/api/${path}`, body);
  expect([answer.status, answer.body]).toEqual([status, expect.anything()]);
  return answer.body as Body;
}

async function zone(county: string, tier?: string): Promise<string> {
  return (await told('zones', { ...ZONE, hostCounty: county, ...(tier !== undefined && { tier }) })).id;
}

async function project(zoneId: string, more: object = {}): Promise<string> {
  const data = { name: '某项目', zoneId, industry: INDUSTRY, totalInvestment: money('6000000000'), ...more };
  return (await told('projects', data)).id;
}

/** A county of its own for each test. */
const county = (): string => String(++counties);

async function target(id: string, query: Record<string, string>): Promise<Body> {
  return (await ledger.get(`/api/targets/${id}`).query(query).expect(200)).body as Body;
}

const HALF = { effectiveOn: '2026-07-02' };

describe('a target', () => {
  it('shows what was reached of it, and how that stands to the calendar', async () => {
    const at = county();
    const zoneId = await zone(at);
    await told(`projects/${await project(zoneId)}/start-construction`, { on: '2026-05' });
    await told(`projects/${await project(zoneId)}/start-construction`, { on: '2026-08-01' });
    await told(`projects/${await project(zoneId, { totalInvestment: money('4999999999') })}/start-construction`, {
      on: '2026-05-01',
    });
    await told(`projects/${await project(zoneId, { industry: { edition: '2017', code: 'G59' } })}/start-construction`, {
      on: '2026-05-01',
    });
    await told(`projects/${await project(zoneId)}/start-construction`, { on: 'unknown' });
    const grown = await project(zoneId, { totalInvestment: money('4000000000') });
    await told(`projects/${grown}/start-construction`, { on: '2026-05-01' });
    await told(`projects/${grown}/change-total-investment`, { amount: money('9000000000'), reason: '增资' });
    const { id, after } = await told('targets', {
      scope: `county:${at}`,
      period: '2026',
      indicator: 'started',
      threshold: money('5000000000'),
      industrial: true,
      value: 3,
    });
    expect(await target(id, { after, ...HALF })).toMatchObject({
      id,
      scope: `county:${at}`,
      period: '2026',
      first: '2026-01-01',
      last: '2026-12-31',
      indicator: 'started',
      unit: 'projects',
      threshold: money('5000000000'),
      industrial: true,
      calendar: { numerator: '183', denominator: '365', rounded: '50.14', cut: '50.13' },
      values: [
        {
          tier: null,
          value: 3,
          reached: 1,
          rate: { numerator: '1', denominator: '3', rounded: '33.33', cut: '33.33' },
          ahead: { numerator: '-184', denominator: '1095', rounded: '-16.80', cut: '-16.80' },
          isReached: false,
          packages: 1,
          undetermined: 0,
          revisions: [],
        },
      ],
      effectiveOn: '2026-07-02',
      lag: 0,
    });
    expect(await target(id, { after, effectiveOn: '2026-11-22' })).toMatchObject({
      values: [{ reached: 2, undetermined: 1 }],
    });
    expect(await target(id, { effectiveOn: '2026-05-30' })).toMatchObject({ values: [{ reached: 0 }] });
    expect(await target(id, { effectiveOn: '2025-12-31' })).toMatchObject({
      calendar: { numerator: '0' },
      values: [{ reached: 0, rate: { rounded: '0.00' }, ahead: { rounded: '0.00' } }],
    });
  });

  it('lists what stands behind its figure, page by page, and why it counts', async () => {
    const at = county();
    const zoneId = await zone(at);
    const projects = [];
    for (const on of ['2026-05', '2026-04-03', '2026-06-30', 'unknown']) {
      const id = await project(zoneId, { name: `开工 ${on}` });
      await told(`projects/${id}/start-construction`, { on });
      projects.push(id);
    }
    const condition = { threshold: money('5000000000'), industrial: true };
    const { id, after } = await told('targets', {
      scope: `zone:${zoneId}`,
      period: '2026-Q2',
      indicator: 'started',
      value: 3,
      ...condition,
    });
    const seen = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await ledger
        .get(`/api/targets/${id}/projects`)
        .query({ limit: 2, after, ...(next !== '' && { cursor: next }) })
        .expect(200);
      const body = page.body as { items: { project: { id: string } }[]; next: string | null };
      seen.push(...body.items);
      next = body.next;
    }
    expect(seen.map(({ project: { id } }) => id)).toEqual([projects[1], projects[0], projects[2]]);
    expect(seen[1]).toMatchObject({
      project: { id: projects[0], name: '开工 2026-05' },
      zone: { id: zoneId, name: ZONE.name },
      on: '2026-05',
      day: '2026-05-31',
      totalInvestment: money('6000000000'),
      industrial: true,
      reasons: [
        { code: 'InPeriod', messages: { zh: '2026年5月，计在2026年5月31日' } },
        { code: 'AtLeastThreshold', messages: { zh: '当日总投资 6,000 万元，不低于 5,000 万元' } },
        { code: 'Industrial' },
      ],
    });
    const other = await told('targets', { scope: `zone:${zoneId}`, period: '2026', indicator: 'started', value: 1 });
    const unknown = await ledger
      .get(`/api/targets/${other.id}/projects`)
      .query({ of: 'undetermined', after: other.after })
      .expect(200);
    expect((unknown.body as { items: object[] }).items).toEqual([
      expect.objectContaining({
        project: { id: projects[3], name: '开工 unknown' },
        reasons: [expect.objectContaining({ code: 'DateUnknown' })],
      }),
    ]);
  });

  it('says how much of its figure is packages: a part counts, and is no package of its own', async () => {
    const at = county();
    const zoneId = await zone(at, '一类');
    const [whole, part, alone] = [await project(zoneId), await project(zoneId), await project(zoneId)];
    for (const one of [whole, part, alone]) await told(`projects/${one}/sign`, { on: '2026-02-01' });
    const setting = { scope: `county:${at}`, indicator: 'signed' };
    const all = await told('targets', { ...setting, period: '2026', value: 5 });
    const tiers = [
      { tier: '一类', value: 5 },
      { tier: '三类', value: 1 },
    ];
    const apart = await told('targets', { ...setting, period: '2026-Q1', tiers });
    const { after } = await told(`projects/${part}/split-from`, { projectId: whole });
    expect(await target(all.id, { after })).toMatchObject({ values: [{ reached: 3, packages: 2 }] });
    expect(await target(all.id, { effectiveOn: '2026-02-15' })).toMatchObject({
      values: [{ reached: 3, packages: 2 }],
    });
    const { values } = await target(apart.id, { after });
    expect(values).toMatchObject([
      { tier: '一类', zones: [{ reached: 3, packages: 2 }] },
      { tier: '三类', zones: [], noZones: true, isReached: false },
    ]);
    expect(values[0]).not.toHaveProperty('noZones');
    const nowhere = await told('targets', { ...setting, scope: 'city:9999', period: '2026', value: 5 });
    expect(await target(nowhere.id, { after: nowhere.after })).toMatchObject({
      values: [{ reached: 0, noZones: true }],
    });
  });

  it('of several tiers is one command, and each zone of a tier has to reach it', async () => {
    const at = county();
    const [a, b, c] = [await zone(at, '一类'), await zone(at, '一类'), await zone(at, '二类')];
    for (const zoneId of [a, a, b, c]) await told(`projects/${await project(zoneId)}/sign`, { on: '2026-03-01' });
    const setting = {
      scope: `county:${at}`,
      period: '2026-Q1',
      indicator: 'signed',
      tiers: [
        { tier: '一类', value: 2 },
        { tier: '二类', value: 1 },
      ],
    };
    const before = await ledger.events();
    const { id } = await told('targets', setting);
    expect(await ledger.events()).toBe(before + 2);
    await told('targets', setting, 200);
    const { after } = await told(`targets/${id}/revise`, { tier: '二类', value: 3, reason: '加压' });
    const item = await target(id, { after });
    const byId = (x: string, y: string) => (x < y ? -1 : 1);
    const [lesser, greater] = [a, b].sort(byId);
    expect(item).toMatchObject({
      values: [
        {
          tier: '一类',
          value: 2,
          isReached: false,
          zonesReached: { numerator: '1', denominator: '2', rounded: '50.00' },
          zones: [
            { zone: { id: lesser }, reached: lesser === a ? 2 : 1 },
            { zone: { id: greater }, reached: greater === a ? 2 : 1 },
          ],
        },
        {
          tier: '二类',
          value: 3,
          set: { value: 1, filedOn: '2026-11-22' },
          revisions: [{ value: 3, reason: '加压', filedOn: '2026-11-22' }],
          zones: [{ zone: { id: c }, reached: 1, ahead: { rounded: '-66.67', cut: '-66.66' } }],
        },
      ],
    });
    expect(await target(id, { effectiveOn: '2026-11-21' })).toMatchObject({
      values: [{}, { value: 1, revisions: [] }],
    });
    const behind = async (query: object) =>
      ((await ledger.get(`/api/targets/${id}/projects`).query(query).expect(200)).body as { items: object[] }).items
        .length;
    expect(await behind({})).toBe(4);
    expect(await behind({ tier: '一类' })).toBe(3);
    expect(await behind({ zoneId: a })).toBe(2);
    expect(await behind({ tier: '二类', zoneId: a })).toBe(0);
  });

  it('of standard land is a share of the industrial land supplied, of funds an amount in one currency', async () => {
    const at = county();
    const zoneId = await zone(at);
    const industrial = await project(zoneId);
    const supplied = { mode: 'auction', on: '2026-03-01' };
    await told(`projects/${industrial}/supply-land`, { ...supplied, area: 300, parcelId: 'a', standardLand: true });
    await told(`projects/${industrial}/supply-land`, { ...supplied, area: 100, parcelId: 'b' });
    const other = await project(zoneId, { industry: { edition: '2017', code: 'K70' } });
    await told(`projects/${other}/supply-land`, { ...supplied, area: 900 });
    await told(`projects/${industrial}/record-funds`, { on: '2026-03-02', amount: money('700') });
    await told(`projects/${industrial}/record-funds`, { on: '2026-03-02', amount: money('50', 'USD') });
    const subject = { scope: `zone:${zoneId}`, period: '2026-03' };
    await told('targets', { ...subject, indicator: 'standardLandShare', value: 8000 });
    await told('targets', { ...subject, indicator: 'fundsArrived', value: money('1000') });
    const { after } = await told('targets', { ...subject, indicator: 'fundsArrived', value: money('50', 'USD') });
    const list = await ledger.get('/api/targets').query({ scope: subject.scope, after }).expect(200);
    const { items } = list.body as { items: { indicator: string; values: object[] }[] };
    const of = (indicator: string) =>
      items.filter((item) => item.indicator === indicator).flatMap(({ values }) => values);
    expect(of('standardLandShare')).toMatchObject([
      {
        reached: { numerator: '300', denominator: '400', rounded: '75.00' },
        rate: { rounded: '93.75' },
        ahead: { rounded: '-6.25' },
        isReached: false,
      },
    ]);
    expect(of('fundsArrived')).toHaveLength(2);
    expect(of('fundsArrived')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: money('1000'), reached: money('700'), isReached: false }),
        expect.objectContaining({ value: money('50', 'USD'), reached: money('50', 'USD'), isReached: true }),
      ]),
    );
  });

  it('follows corrections and revocations', async () => {
    const zoneId = await zone(county());
    const id = await project(zoneId);
    const { eventIds } = await told(`projects/${id}/start-construction`, { on: '2026-05' });
    const [factId] = eventIds;
    const set = await told('targets', { scope: `zone:${zoneId}`, period: '2026-05', indicator: 'started', value: 1 });
    const reached = async (after: string) => (await target(set.id, { after })).values;
    expect(await reached(set.after)).toMatchObject([{ reached: 1, isReached: true }]);
    const corrected = await told(`projects/${id}/correct`, { factId, data: { on: '2026-06-01' }, reason: '填错' });
    expect(await reached(corrected.after)).toMatchObject([{ reached: 0 }]);
    const back = await told(`projects/${id}/correct`, { factId, data: { on: '2026-05-31' }, reason: '填错' });
    expect(await reached(back.after)).toMatchObject([{ reached: 1 }]);
    const gone = await told(`projects/${id}/void`, { reason: '重复' });
    expect(await reached(gone.after)).toMatchObject([{ reached: 0 }]);
  });
});

describe('targets', () => {
  it('are found by scope, period and indicator, page by page', async () => {
    const at = county();
    await zone(at);
    const scope = `county:${at}`;
    let after = '';
    for (const period of ['2026-Q2', '2026', '2026-01'])
      for (const indicator of ['signed', 'completed', 'inProduction'])
        after = (await told('targets', { scope, period, indicator, value: 1 })).after;
    const list = async (query: object) =>
      (await ledger.get('/api/targets').query(query).expect(200)).body as {
        items: { period: string; indicator: string }[];
        next: string | null;
      };
    const first = await list({ scope, limit: 5, after });
    const second = await list({ scope, limit: 5, cursor: first.next });
    const items = [...first.items, ...second.items];
    expect(items).toHaveLength(9);
    expect(new Set(items.map(({ period, indicator }) => `${period} ${indicator}`)).size).toBe(9);
    expect(second.next).toBeNull();
    expect((await list({ scope, period: '2026-Q2' })).items).toHaveLength(3);
    expect((await list({ scope, indicator: 'signed' })).items).toHaveLength(3);
    expect((await list({ scope: 'all', period: '2026-Q2', indicator: 'signed' })).items).toHaveLength(0);
  });

  it('are set once: the same adds nothing, another value is refused, also under another key', async () => {
    const zoneId = await zone(county());
    const setting = { scope: `zone:${zoneId}`, period: '2026', indicator: 'completed', value: 5 };
    const { id } = await told('targets', setting);
    expect(await told('targets', setting, 200)).toMatchObject({ id });
    expect(await told('targets', { ...setting, value: 6 }, 409)).toMatchObject({
      code: 'TargetAlreadySet',
      params: { targetId: id },
    });
    const keyed = { 'Idempotency-Key': 'target-once' };
    const other = { ...setting, indicator: 'signed' };
    const made = await ledger.post('/api/targets', other, keyed).expect(201);
    const again = await ledger.post('/api/targets', other, keyed).expect(201);
    expect(again.body).toEqual(made.body);
    await ledger.post('/api/targets', { ...other, period: '2027' }, keyed).expect(422);
  });
});

describe('is refused:', () => {
  const GOOD = { scope: 'all', period: '2031', indicator: 'signed', value: 1 };
  const FUNDS = { ...GOOD, indicator: 'fundsArrived' };
  it.each<[string, object, string[]]>([
    ['nothing at all', {}, ['indicator: Required', 'period: Required', 'scope: Required', 'value: NoAmount']],
    ['a scope that is none', { ...GOOD, scope: 'province:42' }, ['scope: NotAScope']],
    ['a zone without an id', { ...GOOD, scope: 'zone:甲' }, ['scope: NotAnId']],
    ['a period of a week', { ...GOOD, period: '2026-W47' }, ['period: NotATargetPeriod']],
    ['a day', { ...GOOD, period: '2026-11-22' }, ['period: NotATargetPeriod']],
    ['ten days', { ...GOOD, period: '2026-11-T2' }, ['period: NotATargetPeriod']],
    ['an unknown date', { ...GOOD, period: 'unknown' }, ['period: NotATargetPeriod']],
    ['an indicator that is none', { ...GOOD, indicator: 'constructor' }, ['indicator: NotOneOf']],
    ['less than nothing', { ...GOOD, value: -1 }, ['value: NotAWholeNumber']],
    ['nothing to reach', { ...GOOD, value: 0 }, ['value: NotAWholeNumber']],
    ['a part of a project', { ...GOOD, value: 1.5 }, ['value: NotAWholeNumber']],
    ['a huge number', { ...GOOD, value: 1e300 }, ['value: NotAWholeNumber']],
    ['a number as text', { ...GOOD, value: '12' }, ['value: NotAWholeNumber']],
    ['negative money', { ...FUNDS, value: money('-1') }, ['value.fen: NotAnAmount']],
    ['huge money', { ...FUNDS, value: money('9'.repeat(14)) }, ['value.fen: NotAnAmount']],
    ['another currency', { ...FUNDS, value: money('1', 'EUR') }, ['value.currency: NotOneOf']],
    ['a list for a value', { ...GOOD, value: [1] }, ['value: NotAnObject']],
    ['a threshold in dollars', { ...GOOD, threshold: money('1', 'USD') }, ['threshold.currency: NotOneOf']],
    ['no tiers in a list of them', { ...GOOD, value: undefined, tiers: [] }, ['tiers: NotAList']],
    ['a tier without a value', { ...GOOD, value: undefined, tiers: [{ tier: '一类' }] }, ['tiers.0.value: Required']],
    ['an unknown field', { ...GOOD, unit: '个' }, ['unit: UnknownField']],
  ])('%s', async (_, data, faults) => {
    const { errors } = await told('targets', data, 400);
    expect(errors.map(({ field, code }) => `${field}: ${code}`).sort()).toEqual(faults);
  });

  it.each<[string, object, string]>([
    ['money for a number of projects', { ...GOOD, value: money('100') }, 'TargetValueUnfit'],
    ['a number for money', { ...FUNDS, value: 100 }, 'TargetValueUnfit'],
    ['more than all for a share', { ...GOOD, indicator: 'standardLandShare', value: 10_001 }, 'TargetValueUnfit'],
    ['a threshold on signings', { ...GOOD, threshold: money('5000000000') }, 'TargetConditionUnfit'],
    ['"industrial" on funds', { ...FUNDS, value: money('1'), industrial: true }, 'TargetConditionUnfit'],
    ['a value beside tiers', { ...GOOD, tiers: [{ tier: '一类', value: 1 }] }, 'TargetWholeOrByTier'],
    [
      'dollars in one tier, yuan in another',
      {
        ...FUNDS,
        value: undefined,
        tiers: [
          { tier: '一类', value: money('1', 'USD') },
          { tier: '二类', value: money('1') },
        ],
      },
      'TargetCurrenciesMixed',
    ],
    [
      'a tier twice',
      {
        ...GOOD,
        value: undefined,
        tiers: [
          { tier: '一类', value: 1 },
          { tier: '一类', value: 2 },
        ],
      },
      'TargetTierTwice',
    ],
    ['a zone that nobody defined', { ...GOOD, scope: 'zone:00000000-0000-4000-8000-000000000000' }, 'ZoneUnknown'],
  ])('%s', async (_, data, code) => {
    const problem = await told('targets', data, 409);
    expect(problem).toMatchObject({ code, messages: { zh: expect.stringMatching(/[\u4e00-\u9fff]/) as string } });
  });

  it('a revision of no target, of another tier, or in another currency', async () => {
    const zoneId = await zone(county());
    const scope = `zone:${zoneId}`;
    const nobody = '00000000-0000-4000-8000-000000000000';
    const change = { value: 2, reason: '调整' };
    expect(await told(`targets/${nobody}/revise`, change, 404)).toMatchObject({ code: 'TargetNotFound' });
    expect(await told('targets/2026/revise', change, 404)).toMatchObject({ code: 'TargetNotFound' });
    const whole = await told('targets', { ...GOOD, scope });
    expect(await told(`targets/${whole.id}/revise`, { ...change, tier: '一类' }, 409)).toMatchObject({
      code: 'TargetTierNotSet',
    });
    await told(`targets/${whole.id}/revise`, { value: 2 }, 400);
    await told(`targets/${whole.id}/revise`, { ...change, value: 1 }, 200);
    const dollars = await told('targets', { ...FUNDS, scope, value: money('100', 'USD') });
    expect(await told(`targets/${dollars.id}/revise`, { ...change, value: money('100') }, 409)).toMatchObject({
      code: 'TargetCurrenciesMixed',
    });
  });

  it.each<[string, string, number, string]>([
    ['a list for a scope without a zone', 'targets?scope=county:999999', 404, 'ScopeUnknown'],
    ['a list for no scope', 'targets?scope=nowhere', 400, 'ValidationFailed'],
    ['a list for a week', 'targets?period=2026-W47', 400, 'ValidationFailed'],
    ['a list of an indicator that is none', 'targets?indicator=gdp', 400, 'ValidationFailed'],
    ['a list as of no day', 'targets?effectiveOn=2026-02-30', 400, 'ValidationFailed'],
    ['a list with a cursor that nobody gave', 'targets?cursor=abc', 400, 'CursorInvalid'],
    ['a page beyond all bounds', 'targets?limit=100000', 400, 'ValidationFailed'],
    ['a target that is none', 'targets/2026', 404, 'TargetNotFound'],
    ['a figure of a target that is none', 'targets/2026/projects', 404, 'TargetNotFound'],
    ['a figure of no kind', 'targets/2026/projects?of=everything', 400, 'ValidationFailed'],
  ])('%s', async (_, path, status, code) => {
    const answer = await ledger.get(`/api/${path}`);
    expect([answer.status, answer.body]).toEqual([status, expect.objectContaining({ code })]);
  });
});

it('are answered as of any point: what was known, and the day judged', async () => {
  const at = county();
  const zoneId = await zone(at);
  const { id } = await told('targets', { scope: `county:${at}`, period: '2026', indicator: 'started', value: 2 });
  const first = await project(zoneId, { name: '甲' });
  const started = await told(`projects/${first}/start-construction`, { on: '2026-05-10' });
  const behind = async (query: object): Promise<object> =>
    (await ledger.get(`/api/targets/${id}/projects`).query(query).expect(200)).body as object;
  const list = async (query: object): Promise<object> =>
    (
      await ledger
        .get('/api/targets')
        .query({ scope: `county:${at}`, ...query })
        .expect(200)
    ).body as object;
  const then = await target(id, { after: started.after });
  const [listed, projects] = [await list({}), await behind({})];
  expect(then).toMatchObject({ values: [{ value: 2, reached: 1 }] });

  await told(`projects/${first}/rename`, { name: '乙' });
  await told(`projects/${first}/correct`, {
    factId: started.eventIds[0],
    data: { on: '2025-12-10' },
    reason: '以开工令为准',
  });
  const revised = await told(`targets/${id}/revise`, { value: 5, reason: '调整' });
  expect(await target(id, { after: revised.after })).toMatchObject({ values: [{ value: 5, reached: 0 }] });

  const { seq } = then.asOf;
  const knownAt = String(seq);
  const later = [await target(id, { knownAt }), await list({ knownAt }), await behind({ knownAt })];
  expect(later.map(ofItsPoint)).toEqual([then, listed, projects].map(ofItsPoint));
  expect(await target(id, { knownAt, effectiveOn: '2026-05-09' })).toMatchObject({
    values: [{ value: 2, reached: 0 }],
    effectiveOn: '2026-05-09',
    asOf: { seq },
  });
  expect(await behind({ knownAt, effectiveOn: '2026-05-10' })).toMatchObject({ items: [{ project: { name: '甲' } }] });
  const none = await ledger.get(`/api/targets/${id}`).query({ knownAt: '1' }).expect(404);
  expect(none.body).toMatchObject({ code: 'TargetNotFound' });
});
