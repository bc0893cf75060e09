import type { Schemas } from '../../api/client.ts';

type Stage = Schemas['StageFiguresShape'];
type Compared = Schemas['ComparedSummaryShape'];

/** How the number of projects in a stage has changed. */
export interface Change {
  readonly net: number;
  /** Came about between the two days. */
  readonly happened: number;
  /** Was so on the first day already, and only became known later. */
  readonly learned: number;
  readonly arrived: number;
  readonly left: number;
}

export interface StageRow extends Stage {
  readonly change: Change | undefined;
}

/** The stages with their change; without it until the comparison has come. */
export function stageRows(stages: readonly Stage[], compared: Compared | undefined): readonly StageRow[] {
  return stages.map((stage) => ({ ...stage, change: compared && changeOf(stage.stage, compared) }));
}

function changeOf(stage: Stage['stage'], { difference, happened, learned, moves }: Compared): Change {
  const countIn = ({ stages }: Schemas['SummedShape']): number =>
    stages.find((counted) => counted.stage === stage)?.count ?? 0;
  const moved = (end: 'from' | 'to'): number =>
    moves.reduce((sum, move) => (move[end] === stage ? sum + move.projects : sum), 0);
  return {
    net: countIn(difference),
    happened: countIn(happened),
    learned: countIn(learned),
    arrived: moved('to'),
    left: moved('from'),
  };
}

/** `+4`, `−4`, `0`. */
export function signed(count: number): string {
  return count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0';
}
