import { FEN_PER_WAN, yuan } from '#kernel';
import { targetIdOf, targetSlice, targetStream, type SetTarget } from '#ledger';
import type { DemoZone, Scene } from './world.ts';

/** 5 000 万元, the published threshold. */
const THRESHOLD = yuan(5_000n * FEN_PER_WAN);
const ACTUAL_STARTS_A_YEAR = 8;

/** What each year is to bring: starts by tier of zone, signings of all zones, and a zone's money and standard land. */
export function tellTargets(scene: Scene, zones: readonly DemoZone[]): void {
  const { span, random } = scene;
  for (let year = Number(span.begin.slice(0, 4)) + 1; year <= Number(span.until.slice(0, 4)); year++) {
    const period = String(year);
    tell(scene, zones, {
      scope: 'all',
      period,
      indicator: 'started',
      threshold: THRESHOLD,
      industrial: true,
      tiers: [
        { tier: '一类', value: random.int(ACTUAL_STARTS_A_YEAR - 2, ACTUAL_STARTS_A_YEAR + 4) },
        { tier: '二类', value: random.int(ACTUAL_STARTS_A_YEAR - 5, ACTUAL_STARTS_A_YEAR) },
      ],
    });
    tell(scene, zones, { scope: 'all', period, indicator: 'signed', value: random.int(20, 40) });
    for (const { id } of zones) {
      tell(scene, zones, { scope: `zone:${id}`, period, indicator: 'standardLandShare', value: 6_000 });
      const funds = yuan(BigInt(random.int(8, 40)) * 1_000n * FEN_PER_WAN);
      tell(scene, zones, { scope: `zone:${id}`, period, indicator: 'fundsArrived', value: funds });
    }
  }
}

function tell({ journal, random }: Scene, zones: readonly DemoZone[], data: SetTarget['data']): void {
  const streamId = targetStream(targetIdOf(data));
  const after = zones.map(({ defined }) => defined).reduce((a, b) => (a.filedAt > b.filedAt ? a : b));
  const set = journal.file(
    { slice: targetSlice, streamId, filedOn: `${data.period}-01-${random.int(12, 26)}`, after },
    { type: 'SetTarget', data },
  );
  if (data.indicator !== 'signed' || !random.percent(60)) return;
  const revised = { value: (data.value as number) - random.int(1, 4), reason: '年中调整', doc: '示例考核〔年中〕2号' };
  journal.file(
    { slice: targetSlice, streamId, filedOn: `${data.period}-07-${random.int(10, 24)}`, after: set },
    { type: 'ReviseTarget', data: revised },
  );
}
