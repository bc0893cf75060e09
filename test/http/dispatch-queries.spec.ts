import { DISPATCH_QUERIES } from '#views';
import { NOW, openLedger, ZONE, type Ledger } from './harness.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let ledger: Ledger;
let last = '';

const opened = async (): Promise<void> => {
  ledger = await openLedger();
};
const onOneLedger = (): void => {
  beforeAll(opened);
  afterAll(() => ledger.close());
};
/** The time of a log never goes back, and each of these tests begins at its own. */
const onItsOwnLedger = (): void => {
  beforeEach(opened);
  afterEach(() => ledger.close());
};

interface Answer {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly [field: string]: unknown;
}
interface Project {
  readonly zoneId: string;
  readonly id: string;
  /** Sends a command as filed at an instant, by default now; answers its events. */
  tell(verb: string, body: object, at?: number): Promise<string[]>;
}

/** A project in a zone of its own, entered a day before the clock, unless it is said otherwise. */
async function project(county = '420303', at = NOW - DAY): Promise<Project> {
  ledger.time.now = at;
  const zone = await ledger.post('/api/zones', { ...ZONE, hostCounty: county }).expect(201);
  const zoneId = (zone.body as { id: string }).id;
  return inZone(zoneId, at);
}

async function inZone(zoneId: string, at = NOW - DAY): Promise<Project> {
  ledger.time.now = at;
  const registered = await ledger.post('/api/projects', { name: '新材料项目', zoneId }).expect(201);
  const { id, after } = registered.body as { id: string; after: string };
  last = after;
  const tell = async (verb: string, body: object, filedAt = NOW): Promise<string[]> => {
    ledger.time.now = filedAt;
    const answer = await ledger.post(`/api/projects/${id}/${verb}`, body);
    expect([verb, answer.status, answer.body]).toEqual([verb, 201, expect.anything()]);
    const told = answer.body as { after: string; eventIds: string[] };
    last = told.after;
    return told.eventIds;
  };
  return { zoneId, id, tell };
}

/** Asks of the whole log: the answer waits for the last command. */
async function ask(name: string, query: Record<string, string>): Promise<Answer> {
  const answer = await ledger
    .get(`/api/dispatch/queries/${name}`)
    .query({ period: '2026-W47', after: last, ...query })
    .expect(200);
  expect(answer.body).toMatchObject({ lag: 0 });
  return answer.body as Answer;
}

/** By what is known now: of a period that is over that is more than was known at its cut-off. */
const knownNow = () => ({ knownAt: new Date(ledger.time.now).toISOString() });
const inScope = (zoneId: string): { scope: string } => ({ scope: `zone:${zoneId}` });
const of = (answer: Answer, field: string, value: string): Readonly<Record<string, unknown>> =>
  answer.items.find((item) => item[field] === value) ?? {};

describe('the queries of dispatch', () => {
  onOneLedger();

  it('lists every query with its name, title and rule, in Chinese and English', async () => {
    const list = await ledger.get('/api/dispatch/queries').expect(200);
    const { items } = list.body as { items: { name: string; title: object; rule: { zh: string; en: string } }[] };
    expect(items.map(({ name }) => name)).toEqual([
      'stage-counts',
      'moved',
      'slipped',
      'overdue-by-leader',
      'signed-not-started',
      'started-not-producing',
      'silent-units',
      'money-against-plan',
    ]);
    for (const { title, rule } of items) {
      expect(title).toEqual({
        zh: expect.stringMatching(/[\u4e00-\u9fff]/) as string,
        en: expect.stringMatching(/^[\x20-\x7e]+$/) as string,
      });
      expect(rule.zh.length).toBeGreaterThan(40);
      expect(rule.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
  });

  it.each(DISPATCH_QUERIES.map(({ name }) => name))(
    '%s answers the same text again, and says what it stands on',
    async (name) => {
      await project();
      const address = `/api/dispatch/queries/${name}?period=2026-W47&after=`;
      const first = await ledger.get(address + last).expect(200);
      const again = await ledger.get(address + last).expect(200);
      expect(again.text).toBe(first.text);
      expect(first.body).toMatchObject({
        query: name,
        scope: 'all',
        period: { id: '2026-W47', first: '2026-11-16', last: '2026-11-22' },
        by: 'known',
        effectiveOn: '2026-11-22',
        items: expect.any(Array) as object[],
        asOf: { seq: expect.any(Number) as number },
      });
      const filed = await ask(name, { by: 'filed' });
      expect(filed).toMatchObject({ by: 'filed', restsOnClaimedTimes: true });
      expect(Object.keys(filed).filter((key) => key !== 'restsOnClaimedTimes')).toEqual(
        Object.keys(first.body as object),
      );
    },
  );

  describe('what moved', () => {
    it('is what happened from Monday to Sunday, an imprecise date on its last day, an unknown one never', async () => {
      const one = await project();
      const { zoneId } = one;
      await one.tell('sign', { on: '2026-11-16' });
      await one.tell('start-construction', { on: '2026-11-22' });
      const two = await inZone(zoneId);
      await two.tell('sign', { on: '2026-11-15' });
      await two.tell('start-construction', { on: '2026-11-T2' });
      const three = await inZone(zoneId);
      await three.tell('start-construction', { on: 'unknown' });
      const week = await ask('moved', inScope(zoneId));
      expect(of(week, 'milestone', 'signed')).toMatchObject({
        count: 1,
        projects: [{ project: { id: one.id, name: '新材料项目' }, on: '2026-11-16', precision: 'day' }],
        late: { count: 1, projects: [{ project: { id: two.id }, on: '2026-11-15', filedOn: '2026-11-22' }] },
      });
      expect(of(week, 'milestone', 'constructionStarted')).toMatchObject({
        count: 2,
        projects: [
          {
            project: { id: two.id },
            on: '2026-11-T2',
            onText: '2026年11月中旬',
            day: '2026-11-20',
            precision: 'tenDays',
          },
          { project: { id: one.id } },
        ],
        late: { count: 0 },
      });
      expect(
        of(await ask('moved', { ...inScope(zoneId), ...knownNow(), period: '2026-W46' }), 'milestone', 'signed'),
      ).toMatchObject({
        count: 1,
        late: { count: 0 },
      });
      const counts = await ask('stage-counts', inScope(zoneId));
      expect(of(counts, 'stage', 'constructionStarted')).toMatchObject({ count: { now: 3, before: 0, change: 3 } });
    });

    it('counts a project of two phases once: with the first start, and with the last completion', async () => {
      const { zoneId, tell } = await project();
      await tell('start-construction', { on: '2026-11-02', phase: '一期' });
      await tell('start-construction', { on: '2026-11-17', phase: '二期' });
      await tell('complete', { on: '2026-11-03', phase: '一期' });
      const month = { ...inScope(zoneId), period: '2026-11' };
      expect(of(await ask('moved', month), 'milestone', 'constructionStarted')).toMatchObject({
        count: 1,
        projects: [{ on: '2026-11-02' }],
      });
      expect(of(await ask('moved', month), 'milestone', 'completed')).toMatchObject({ count: 0 });
      await tell('complete', { on: '2026-11-19', phase: '二期' });
      expect(of(await ask('moved', month), 'milestone', 'completed')).toMatchObject({
        count: 1,
        projects: [{ on: '2026-11-19' }],
      });
    });
  });

  it('shows the ten that wait longest, and how many wait in all', async () => {
    const { zoneId, tell } = await project();
    await tell('sign', { on: '2026-01-31' });
    for (let day = 1; day <= 11; day++) {
      const { tell: tellIt } = await inZone(zoneId);
      await tellIt('sign', { on: `2026-02-${String(day).padStart(2, '0')}` });
    }
    const undated = await inZone(zoneId);
    await undated.tell('start-construction', { on: 'unknown' });
    const waiting = await ask('signed-not-started', inScope(zoneId));
    expect(waiting).toMatchObject({ count: 12, items: expect.any(Array) as object[] });
    expect(waiting.items[0]).toMatchObject({ on: '2026-01-31', days: 295, dated: true, possiblyEnded: false });
    expect(waiting.items.map(({ days }) => days)).toEqual([295, 294, 293, 292, 291, 290, 289, 288, 287, 286]);
    expect(await ask('started-not-producing', inScope(zoneId))).toMatchObject({
      count: 1,
      items: [{ project: { id: undated.id }, on: 'unknown', onText: '日期不详', days: 0, dated: false }],
    });
    await tell('start-construction', { on: '2026-11' });
    expect(await ask('signed-not-started', inScope(zoneId))).toMatchObject({
      count: 12,
      items: expect.arrayContaining([expect.objectContaining({ on: '2026-01-31', possiblyEnded: true })]) as object[],
    });
  });

  it('holds the money of the year against the plans, exact, with both ways of two decimals', async () => {
    const yuan = (fen: string) => ({ fen, currency: 'CNY' });
    const { zoneId, tell } = await project();
    await tell('set-annual-plan', { year: 2026, investment: yuan('46900') });
    await tell('report-investment', { period: '2026-10', inPeriod: yuan('46700') });
    const without = await inZone(zoneId);
    await without.tell('report-investment', { period: '2026-10', inPeriod: yuan('300') });
    const figures = {
      projects: 1,
      planned: yuan('46900'),
      invested: yuan('46700'),
      rate: { numerator: '46700', denominator: '46900', percent: { cut: '99.57', rounded: '99.57', decimals: 2 } },
      ahead: {
        numerator: '1710200',
        denominator: '16884000',
        percent: { cut: '10.12', rounded: '10.13', decimals: 2 },
      },
      withoutPlan: { projects: 1, invested: yuan('300') },
    };
    expect(await ask('money-against-plan', inScope(zoneId))).toMatchObject({
      year: 2026,
      calendar: { numerator: '322', denominator: '360', percent: { cut: '89.44' } },
      ...figures,
      items: [{ zone: { id: zoneId, name: '示例经开区' }, ...figures }],
    });
    expect(await ask('money-against-plan', { ...inScope(zoneId), ...knownNow(), period: '2025-12' })).toMatchObject({
      year: 2025,
      projects: 0,
      planned: yuan('0'),
      rate: null,
      ahead: null,
      items: [],
    });
  });

  it('is asked of a zone, of a county, of a city and of everything', async () => {
    const one = await project('130102');
    await project('130104');
    await inZone(one.zoneId);
    const projects = async (scope: string) => (await ask('stage-counts', { scope }))['projects'];
    expect(await projects(`zone:${one.zoneId}`)).toMatchObject({ now: 2 });
    expect(await projects('county:130102')).toMatchObject({ now: 2 });
    expect(await projects('city:1301')).toMatchObject({ now: 3 });
    const all = (await ledger.get('/api/projects/summary?effectiveOn=2026-11-22').expect(200)).body as {
      count: number;
    };
    expect(await projects('all')).toMatchObject({ now: all.count });
  });

  describe('what cannot be answered is refused', () => {
    const address = '/api/dispatch/queries/stage-counts';
    it.each([
      ['no period', '', ['period: Required']],
      ['a quarter', 'period=2026-Q4', ['period: NotADispatchPeriod']],
      ['a year', 'period=2026', ['period: NotADispatchPeriod']],
      ['a day', 'period=2026-11-22', ['period: NotAReportingPeriod']],
      ['a week that is none', 'period=2026-W54', ['period: NotAReportingPeriod']],
      ['two periods', 'period=2026-11&period=2026-10', ['period: NotAReportingPeriod']],
      ['a scope that is none', 'period=2026-11&scope=zone', ['scope: NotAScope']],
      ['a way that is none', 'period=2026-11&by=guess', ['by: NotOneOf']],
      ['an unknown parameter', 'period=2026-11&limit=5', ['limit: UnknownField']],
    ])('%s: 400', async (_, query, faults) => {
      const answer = await ledger.get(`${address}?${query}`).expect(400);
      const { errors } = answer.body as { errors: { field: string; code: string }[] };
      expect(errors.map(({ field, code }) => `${field}: ${code}`)).toEqual(faults);
    });

    it('a period that has not begun, and not one under way: 400', async () => {
      const ahead = await ledger.get(`${address}?period=2026-W48`).expect(400);
      expect(ahead.body).toMatchObject({ code: 'PeriodAhead', params: { period: '2026-W48', first: '2026-11-23' } });
      await ledger.get(`${address}?period=2027-W10&by=filed`).expect(400);
      await ledger.get(`${address}?period=2026-11`).expect(200);
    });

    it('a period of which nothing was known at its cut-off, and a point that is none: 400', async () => {
      const early = await ledger.get(`${address}?period=2018-05`).expect(400);
      expect(early.body).toMatchObject({ code: 'CutOffBeforeFirst', params: { instant: '2018-05-31T15:59:59.999Z' } });
      await ledger.get(`${address}?period=2018-05&by=filed`).expect(200);
      await ledger.get(`${address}?period=2018-05&knownAt=1`).expect(200);
      for (const [knownAt, code] of [
        ['2018-05-31', 'KnownBeforeFirst'],
        ['100000', 'KnownSeqAhead'],
        ['2027-01-01', 'KnownAtAhead'],
      ] as const) {
        const answer = await ledger.get(address).query({ period: '2026-11', knownAt }).expect(400);
        expect(answer.body).toMatchObject({ code });
      }
      const wrong = await ledger.get(`${address}?period=2026-11&knownAt=yesterday`).expect(400);
      expect(wrong.body).toMatchObject({ errors: [{ field: 'knownAt', code: 'NotAKnownAt' }] });
    });

    it('a query or a scope that is not there: 404', async () => {
      for (const name of ['everything', 'constructor', '%2e%2e', 'stage-counts%00'])
        await ledger.get(`/api/dispatch/queries/${name}?period=2026-11`).expect(404);
      const answer = await ledger.get(`${address}?period=2026-11&scope=zone:nowhere`).expect(404);
      expect(answer.body).toMatchObject({ code: 'ScopeUnknown' });
      await ledger.get('/api/dispatch/queries?period=2026-11').expect(400);
    });
  });
});

describe('the queries of dispatch, told from day to day', () => {
  onItsOwnLedger();

  it('tells a slip with both dates, how often so far, the first plan and the reason; narrowing is none', async () => {
    const { zoneId, tell } = await project('420303', NOW - 20 * DAY);
    await tell('plan-milestone', { milestone: 'constructionStarted', on: '2026' }, NOW - 20 * DAY);
    await tell(
      'reschedule',
      { milestone: 'constructionStarted', from: '2026', to: '2026-11', reason: '细化' },
      NOW - 19 * DAY,
    );
    await tell(
      'reschedule',
      { milestone: 'constructionStarted', from: '2026-11', to: '2027-03', reason: '用地' },
      NOW - 10 * DAY,
    );
    await tell('reschedule', { milestone: 'constructionStarted', from: '2027-03', to: '2027-06', reason: '资金' });
    expect(await ask('slipped', inScope(zoneId))).toMatchObject({
      count: 1,
      projects: 1,
      items: [
        {
          milestone: 'constructionStarted',
          label: { zh: '开工' },
          from: '2027-03',
          to: '2027-06',
          toText: '2027年6月',
          times: 2,
          baseline: '2026',
          reason: '资金',
          filedOn: '2026-11-22',
        },
      ],
    });
    expect(await ask('slipped', { ...inScope(zoneId), period: '2026-11' })).toMatchObject({ count: 2, projects: 1 });
    expect(await ask('slipped', { ...inScope(zoneId), ...knownNow(), period: '2026-W44' })).toMatchObject({
      count: 0,
      items: [],
    });
  });

  describe('as it was filed by a cut-off', () => {
    it('a week ends on Sunday at 24:00 in Shanghai', async () => {
      const midnight = Date.parse('2026-11-22T16:00:00.000Z');
      const { zoneId, tell } = await project('420303', midnight - 3 * DAY);
      await tell('sign', { on: '2026-11-20' }, midnight - 1);
      await tell('start-construction', { on: '2026-11-21' }, midnight);
      const filed = { ...inScope(zoneId), by: 'filed' };
      expect(of(await ask('stage-counts', filed), 'stage', 'signed')).toMatchObject({ count: { now: 1, change: 1 } });
      const next = await ask('stage-counts', { ...filed, period: '2026-W48' });
      expect(of(next, 'stage', 'constructionStarted')).toMatchObject({ count: { now: 1, before: 0, change: 1 } });
      const late = await ask('moved', { ...filed, period: '2026-W48' });
      expect(of(late, 'milestone', 'constructionStarted')).toMatchObject({ count: 0, late: { count: 1 } });
      // At the cut-off nobody knew of the start; known now, it belongs to the week in which it happened.
      const started = async (query: object) =>
        of(await ask('moved', { ...inScope(zoneId), ...query }), 'milestone', 'constructionStarted');
      expect(await started({})).toMatchObject({ count: 0 });
      expect(await started(knownNow())).toMatchObject({ count: 1 });
      expect(await started({ period: '2026-W48' })).toMatchObject({ count: 0, late: { count: 1 } });
    });

    it('stands as it was, whatever was corrected, revoked, moved or voided since', async () => {
      const { zoneId, id, tell } = await project();
      const other = await project();
      const [start = ''] = await tell('start-construction', { on: '2026-11-18' });
      const filed = { ...inScope(zoneId), by: 'filed' };
      const sheet = async () =>
        JSON.stringify([await ask('stage-counts', filed), await ask('moved', filed)].map(({ items }) => items));
      const then = await sheet();
      const atTheCutOff = async () => JSON.stringify(await ask('moved', inScope(zoneId)));
      const known = await atTheCutOff();
      await tell('correct', { factId: start, data: { on: '2026-11-09' }, reason: '以开工令为准' }, NOW + 2 * DAY);
      const now = await ask('moved', { ...inScope(zoneId), ...knownNow() });
      expect(of(now, 'milestone', 'constructionStarted')).toMatchObject({ count: 0 });
      expect(await atTheCutOff()).toBe(known);
      expect(await sheet()).toBe(then);
      await tell('revoke', { factId: start, reason: '误报' }, NOW + 3 * DAY);
      await tell('move-to-zone', { zoneId: other.zoneId, reason: '调整' }, NOW + 4 * DAY);
      expect(await sheet()).toBe(then);
      await tell('void', { reason: '重复' }, NOW + 5 * DAY);
      expect(await sheet()).toBe(then);
      expect(await atTheCutOff()).toBe(known);
      expect(await ask('stage-counts', { ...inScope(zoneId), ...knownNow() })).toMatchObject({ projects: { now: 0 } });
      const later = await ask('stage-counts', { ...filed, period: '2026-W48' });
      expect(later).toMatchObject({ projects: { now: 0, before: 1, change: -1 } });
      expect(then).toContain(id);
    });
  });

  it('names the units that have not reported the last month due, and nobody where nobody answers', async () => {
    const september = Date.parse('2026-09-10T04:00:00.000Z');
    const one = await project('420303', september);
    const two = await inZone(one.zoneId, september);
    const silent = await inZone(one.zoneId, september);
    const unit = await ledger
      .post('/api/organizations', { name: '经信局', kind: 'department', from: '2018-01-01' })
      .expect(201);
    const unitId = (unit.body as { id: string }).id;
    for (const { tell } of [one, two]) await tell('assign-responsible-unit', { unitId, from: '2026-09-10' }, september);
    await one.tell('report-progress', { period: '2026-10', text: '场地平整' }, Date.parse('2026-10-30T04:00:00.000Z'));
    ledger.time.now = NOW;
    expect(await ask('silent-units', inScope(one.zoneId))).toMatchObject({
      month: '2026-10',
      count: 2,
      projects: 2,
      items: [
        { unit: null, projects: 1, first: [{ id: silent.id }] },
        { unit: { id: unitId, name: '经信局' }, projects: 1, first: [{ id: two.id }] },
      ],
    });
    await two.tell('report-progress', { period: '2026-10', text: '场地平整' }, NOW);
    expect(await ask('silent-units', inScope(one.zoneId))).toMatchObject({ count: 1, projects: 1 });
    expect(await ask('silent-units', { ...inScope(one.zoneId), period: '2026-W46' })).toMatchObject({ projects: 2 });
  });

  it('adds up what is overdue by lead', async () => {
    const october = Date.parse('2026-10-01T04:00:00.000Z');
    const { zoneId, tell } = await project('420303', october);
    const leader = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
    const personId = (leader.body as { id: string }).id;
    await tell('plan-milestone', { milestone: 'constructionStarted', on: '2026-10' }, october);
    await tell('assign-leader', { personId, lead: true, from: '2026-11-10' });
    const items = (answer: Answer): unknown => answer.items;
    expect(items(await ask('overdue-by-leader', inScope(zoneId)))).toEqual([
      { leader: { id: personId, name: '欧某某' }, projects: 1, days: 13, daysFirst: 13 },
    ]);
    expect(items(await ask('overdue-by-leader', { ...inScope(zoneId), ...knownNow(), period: '2026-11-T1' }))).toEqual([
      { leader: { id: personId, name: '欧某某' }, projects: 1, days: 1, daysFirst: 1 },
    ]);
    expect(items(await ask('overdue-by-leader', { ...inScope(zoneId), ...knownNow(), period: '2026-W45' }))).toEqual([
      { leader: null, projects: 1, days: 8, daysFirst: 8 },
    ]);
  });
});
