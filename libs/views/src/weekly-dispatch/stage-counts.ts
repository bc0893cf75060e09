import { STAGES, STAGE_TEXTS, type Standing } from '#ledger';
import type { CountedSum } from '../project-ledger/queries.ts';
import type { Asked, DispatchQuery } from './asked.ts';

/** A number at the cut-off, at the cut-off before, and the difference. */
interface Change {
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

export const stageCounts: DispatchQuery = {
  name: 'stage-counts',
  title: { zh: '各阶段项目数及变化', en: 'projects by stage, and the change' },
  rule: {
    zh: '截止日各项目按已确定到达的最远阶段计一次（含停工和已退出，另列）；packages 不计从打包项目拆出的子项目；possible 为当日只是可能到达该阶段、已确定阶段更低的项目。before 为上一同类时段截止日，change 为两者之差；按填报口径（by=filed）时，两个截止日各只看当时已填报的内容。',
    en: 'Each project counts once, at the furthest stage that is certain on the cut-off day (suspended and exited ones included, and given apart); packages leaves out projects that are parts of another one; possible are projects that stand lower for certain and may have come as far as this. before is the cut-off of the period of the same kind before, change the difference; with by=filed each of the two cut-offs sees only what had been filed by it.',
  },
  views: ['project-ledger'],
  async run({ cut, before }: Asked) {
    const now = await cut.stages();
    const then = await before.stages();
    const counted = (which: Which, of = projects): Change => {
      const [a, b] = [count(now, which, of), count(then, which, of)];
      return { now: a, before: b, change: a - b };
    };
    const standing = (wanted: Standing) => counted((sum) => sum.standing === wanted);
    return {
      before: before.day,
      projects: counted(() => true),
      packages: counted(() => true, packages),
      suspended: standing('suspended'),
      exited: standing('exited'),
      items: STAGES.map((stage) => ({
        stage,
        label: STAGE_TEXTS[stage],
        count: counted((sum) => sum.stage === stage),
        packages: counted((sum) => sum.stage === stage, packages),
        possible: counted((sum) => sum.possibleStage === stage),
      })),
    };
  },
};

type Which = (sum: CountedSum) => boolean;
const projects = ({ n }: CountedSum): number => n;
/** Those that are no part of another project. */
const packages = ({ n, parts }: CountedSum): number => n - parts;

function count(sums: readonly CountedSum[], which: Which, of: (sum: CountedSum) => number): number {
  return sums.filter(which).reduce((total, sum) => total + of(sum), 0);
}
