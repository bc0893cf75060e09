import type { SeriesShape } from '#views/module';
import { both } from '../replay/values.ts';
import { listed, money, standing } from './texts.ts';

/** A line for each point: the sums, and how many projects are at which stage. */
export function seriesText(answer: SeriesShape): string {
  const stages = answer.items[0]?.stages ?? [];
  const columns = [
    '日期 day',
    '项目 projects',
    '停工 suspended',
    '退出 exited',
    '总投资 total investment',
    '本年完成 invested this year',
    '累计完成 invested',
    ...stages.map(({ label }) => both(label)),
  ];
  const rows = answer.items.map(({ day, projects, suspended, exited, stages: at, ...sums }) => [
    day,
    projects,
    suspended,
    exited,
    money(sums.totalInvestment),
    money(sums.investedThisYear),
    money(sums.invested),
    ...at.map(({ projects: n }) => n),
  ]);
  return standing(answer, listed(columns, rows));
}
