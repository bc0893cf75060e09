import { sql } from 'kysely';
import { STAGES, type Stage } from '#ledger';
import { isKnown } from '../known.ts';
import { ofHolders, type AccountabilityDb, type Asked } from './conditions.ts';

/** How far the projects are that somebody holds on the day, and when any of them was last reported. */
export interface Progress {
  /** In the order of the spine; `possible`: so many may have come as far. */
  readonly stages: readonly { readonly stage: Stage; readonly count: number; readonly possible: number }[];
  /** A day number. */
  readonly lastReport: number | undefined;
}

export const NO_PROGRESS: Progress = { stages: [], lastReport: undefined };

interface ProgressOfStage {
  readonly holder_id: string;
  readonly stage: number;
  readonly possible_stage: number | null;
  readonly n: number;
  readonly reported: number | null;
}

/** Of some holders, those who hold nothing left out. */
export async function progressOf(
  db: AccountabilityDb,
  asked: Asked,
  holders: readonly string[],
): Promise<Map<string, Progress>> {
  if (holders.length === 0) return new Map();
  const { day, known = 'latest' } = asked;
  // A project has a row for every day: the last that begins by the day is it, found from the end without looking at the others.
  const { rows } = await sql<ProgressOfStage>`
    with held as (
      select holder_id, project_id from roles where holder_id in (${sql.join(holders)}) and ${ofHolders(asked)} and valid_to > ${day}
    )
    select h.holder_id, c.stage, c.possible_stage, count(*) as n, max(c.reported) as reported
    from held h join courses c on c.project_id = h.project_id and ${isKnown(known, 'c')} and c.valid_from = (
      select max(l.valid_from) from courses l where l.project_id = h.project_id and ${isKnown(known, 'l')} and l.valid_from <= ${day}
    )
    group by h.holder_id, c.stage, c.possible_stage`.execute(db);
  return new Map([...Map.groupBy(rows, ({ holder_id }) => holder_id)].map(([id, found]) => [id, together(found)]));
}

function together(rows: readonly ProgressOfStage[]): Progress {
  const sum = (some: readonly ProgressOfStage[]): number => some.reduce((n, row) => n + Number(row.n), 0);
  const stages = STAGES.map((stage, rank) => ({
    stage,
    count: sum(rows.filter((row) => Number(row.stage) === rank)),
    possible: sum(rows.filter((row) => row.possible_stage !== null && Number(row.possible_stage) === rank)),
  })).filter(({ count, possible }) => count + possible > 0);
  const reported = rows.flatMap((row) => (row.reported === null ? [] : [Number(row.reported)]));
  return { stages, lastReport: reported.length === 0 ? undefined : Math.max(...reported) };
}
