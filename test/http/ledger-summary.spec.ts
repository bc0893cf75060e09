import { given, openLedger, ZONE, type Ledger } from './harness.ts';

interface Counted {
  readonly stage: string;
  readonly count: number;
  readonly possible: number;
}
interface Summary {
  readonly count: number;
  readonly stages: readonly Counted[];
  readonly zones: readonly {
    readonly zone: { readonly id: string };
    readonly count: number;
    readonly stages: readonly Counted[];
  }[];
}

let ledger: Ledger;
let last: string;
let zoneIds: string[];

beforeAll(async () => {
  ledger = await openLedger();
  const { zoneId, projectId } = await given(ledger);
  const other = await ledger.post('/api/zones', { ...ZONE, name: '另一区' }).expect(201);
  zoneIds = [zoneId, (other.body as { id: string }).id];
  const registered = await ledger.post('/api/projects', { name: '另一项目', zoneId: zoneIds[1] }).expect(201);
  const second = (registered.body as { id: string }).id;
  await ledger.post(`/api/projects/${projectId}/start-construction`, { on: '2026-05' }).expect(201);
  await ledger.post(`/api/projects/${second}/sign`, { on: '2026-03' }).expect(201);
  // Perhaps it was completed by now, perhaps it will be.
  const done = await ledger.post(`/api/projects/${second}/complete`, { on: '2026' }).expect(201);
  last = (done.body as { after: string }).after;
});
afterAll(() => ledger.close());

const summary = async (query: string): Promise<Summary> =>
  (await ledger.get(`/api/projects/summary?after=${last}&${query}`).expect(200)).body as Summary;
const counts = (stages: readonly Counted[]): Counted[] =>
  stages.map(({ stage, count, possible }) => ({ stage, count, possible }));

it.each(['', 'effectiveOn=2026-04-15', 'knownAt=4', 'standing=active', 'effectiveOn=2025-01-01'])(
  'counts the stages of each zone as a summary of that zone alone does: ?%s',
  async (query) => {
    const { zones, count } = await summary(query);
    expect(zones.reduce((sum, zone) => sum + zone.count, 0)).toBe(count);
    for (const { zone, stages } of zones) {
      const alone = await summary(`${query}&zoneId=${zone.id}`);
      expect(stages).toEqual(counts(alone.stages));
    }
  },
);

it('tells the zones and their stages apart', async () => {
  const { zones } = await summary('');
  const reached = zones.map(({ zone, stages }) => [
    zone.id,
    stages.filter(({ count }) => count > 0).map(({ stage }) => stage),
  ]);
  expect(new Map(reached as [string, string[]][])).toEqual(
    new Map([
      [zoneIds[0], ['constructionStarted']],
      [zoneIds[1], ['signed']],
    ]),
  );
  const perhaps = zones.flatMap(({ stages }) => stages.filter(({ possible }) => possible > 0));
  expect(perhaps).toEqual([{ stage: 'completed', count: 0, possible: 1 }]);
});
