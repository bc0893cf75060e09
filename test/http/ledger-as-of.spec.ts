import { given, NOW, ofItsPoint, openLedger, type Ledger } from './harness.ts';
import { refusesPoints } from './points.harness.ts';

const DAY_MS = 86_400_000;

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string; readonly stage: string }[];
  readonly next: string | null;
  readonly asOf: { readonly seq: number };
}

interface Series {
  readonly items: readonly { readonly day: string; readonly seq: number; readonly projects: number }[];
}

async function asked<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  return (await ledger.get(`/api/${path}`).query(query).expect(200)).body as T;
}

async function told(path: string, body: object): Promise<string> {
  return ((await ledger.post(`/api/${path}`, body).expect(201)).body as { after: string }).after;
}

describe('the ledger as it was known', () => {
  it('is answered later as it was then, and a list that was begun goes on where it stood', async () => {
    ledger.time.now = NOW - 20 * DAY_MS;
    const { zoneId, projectId } = await given(ledger, { name: '甲' });
    const register = (name: string): Promise<string> => told('projects', { name, zoneId });
    await register('乙');
    const after = await register('丙');
    const first = await asked<Listed>('projects', { after, limit: '2' });
    expect(first.items.map(({ name }) => name)).toEqual(['甲', '乙']);
    const then = String(first.asOf.seq);
    const questions = [
      'projects',
      'projects?sort=-name',
      `projects?zoneId=${zoneId}&stage=registered`,
      'projects/summary',
    ];
    const point = { knownAt: then, effectiveOn: '2026-11-02' };
    const answers = async (): Promise<object[]> =>
      (await Promise.all(questions.map((path) => asked<object>(path, point)))).map(ofItsPoint);
    const before = await answers();

    ledger.time.now = NOW - 10 * DAY_MS;
    await register('丁');
    await told(`projects/${projectId}/rename`, { name: '癸' });
    const last = await told(`projects/${projectId}/sign`, { on: '2026-11-01' });
    expect((await asked<Listed>('projects', { after: last, text: '癸' })).items).toMatchObject([{ stage: 'signed' }]);
    expect((await asked<Listed>('projects', { knownAt: then, text: '癸' })).items).toEqual([]);
    expect((await asked<Listed>('projects', { knownAt: then, text: '甲' })).items).toMatchObject([
      { stage: 'registered' },
    ]);
    const second = await asked<Listed>('projects', { limit: '2', cursor: first.next as string });
    expect(second).toMatchObject({ items: [{ name: '丙' }], next: null, asOf: first.asOf });
    expect(await answers()).toEqual(before);
  });

  it('is answered as a series on either clock, each point as the summary answers it', async () => {
    ledger.time.now = NOW;
    const range = { by: 'week', from: '2026-10-26', to: '2026-11-20' };
    const known = await asked<Series>('projects/summary/series', { ...range, clock: 'known' });
    expect(known.items.map(({ day, projects }) => [day, projects])).toEqual([
      ['2026-11-01', 0],
      ['2026-11-08', 3],
      ['2026-11-15', 4],
      ['2026-11-20', 4],
    ]);
    expect(known.items[0]?.seq).toBe(0);
    for (const { day, seq, ...figures } of known.items.slice(1)) {
      expect(await asked('projects/summary', { knownAt: String(seq), effectiveOn: day })).toMatchObject(figures);
    }
    const effective = await asked<Series>('projects/summary/series', {
      ...range,
      clock: 'effective',
      knownAt: '2026-11-05',
    });
    for (const { day, seq, ...figures } of effective.items) {
      expect(await asked('projects/summary', { knownAt: String(seq), effectiveOn: day })).toMatchObject(figures);
    }
    const judged = { ...range, clock: 'known', effectiveOn: '2026-11-20' };
    expect((await asked<Series>('projects/summary/series', judged)).items.at(-1)).toMatchObject(
      known.items.at(-1) as object,
    );
  });

  it('refuses points and ranges that are none', async () => {
    await refusesPoints(ledger, '/api/projects');
    await refusesPoints(ledger, '/api/projects/summary');
    const refused = async (query: string): Promise<string> =>
      ((await ledger.get(`/api/projects/summary/series?${query}`).expect(400)).body as { code: string }).code;
    expect(await refused('by=week&clock=known&from=2026-11-20&to=2026-11-01')).toBe('SeriesSwapped');
    expect(await refused('by=day&clock=effective&from=2020-01-01&to=2026-11-01')).toBe('SeriesTooLong');
    expect(await refused('by=day&clock=known&from=2026-11-01&to=2026-11-23')).toBe('SeriesAhead');
    expect(await refused('by=year&clock=known&from=2026-11-01&to=2026-11-20')).toBe('ValidationFailed');
    expect(await refused('by=day&clock=known&from=2026-11-01')).toBe('ValidationFailed');
  });

  it('is answered as a series of what was known up to the last day that is over, which nothing can change any more', async () => {
    ledger.time.now = NOW;
    const to = (day: string): string => `/api/projects/summary/series?by=day&clock=known&from=2026-11-20&to=${day}`;
    await ledger.get(to('2026-11-21')).expect(200);
    const body = (await ledger.get(to('2026-11-22')).expect(400)).body as object;
    expect(body).toMatchObject({ code: 'SeriesAhead', params: { to: '2026-11-22', last: '2026-11-21' } });
    await ledger.get(to('2026-11-22').replace('known', 'effective')).expect(200);
  });

  it('says how a point is written that was not understood', async () => {
    const said = async (query: string): Promise<unknown> =>
      ((await ledger.get(`/api/projects?${query}`).expect(400)).body as { errors: readonly [{ messages: unknown }] })
        .errors[0].messages;
    const containing = (text: string): unknown => ({
      zh: expect.stringContaining(text) as string,
      en: expect.stringContaining(text) as string,
    });
    expect(await said('knownAt=2026-06-30T18:00:00+08:00')).toEqual(containing('%2B'));
    expect(await said('effectiveOn=9999-12-31')).toEqual(containing('1900'));
  });

  it('takes no parameter that it has no use for', async () => {
    const faults = async (path: string): Promise<readonly { readonly field: string; readonly code: string }[]> =>
      ((await ledger.get(`/api/projects/${path}`).expect(400)).body as { errors: [] }).errors;
    const series = 'summary/series?by=day&from=2026-11-01&to=2026-11-02';
    for (const path of ['summary?', `${series}&clock=known&`]) {
      expect(await faults(`${path}limit=1`)).toMatchObject([{ field: 'limit', code: 'UnknownField' }]);
      expect(await faults(`${path}cursor=x`)).toMatchObject([{ field: 'cursor', code: 'UnknownField' }]);
    }
    expect(await faults(`${series}&clock=effective&effectiveOn=2026-11-01`)).toMatchObject([
      { field: 'effectiveOn', code: 'NotBoth', params: { other: 'clock=effective' } },
    ]);
  });
});
