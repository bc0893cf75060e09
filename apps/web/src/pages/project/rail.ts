import { daysBetween, firstDay, lastDay, type Day, type FactDate } from '#kernel/dates';
import type { Schemas } from '../../api/client.ts';

type Texts = Schemas['TextsShape'];

/** What the rail is drawn from: parts of the project's page. */
export interface RailSource {
  readonly stage: string;
  readonly possibleStage?: string;
  readonly effectiveOn: Day;
  readonly phases: readonly { readonly phase: string }[];
  readonly milestones: readonly {
    readonly milestone: string;
    readonly label: Texts;
    readonly on: FactDate;
    readonly phase?: string;
    readonly factId: string;
  }[];
  readonly plans: readonly {
    readonly milestone: string;
    /** In the zone's own word; where it is missing the milestone's plain name is shown. */
    readonly label?: Texts;
    readonly baseline: FactDate;
    readonly current: FactDate;
    readonly phase?: string;
    readonly moves: readonly object[];
    readonly factIds?: readonly string[];
  }[];
}

/** How far what happened is from a plan, in days: from at least to at most, as the dates are intervals. */
export interface Difference {
  readonly kind: 'onTime' | 'late' | 'early' | 'overdue';
  readonly least: number;
  readonly most: number;
}

/** One milestone of one phase, or of the whole. */
export interface RailEntry {
  readonly phase?: string;
  readonly on?: FactDate;
  /** Without one, `on` follows from the phases. */
  readonly factId?: string;
  readonly plan?: RailSource['plans'][number];
  readonly againstFirst?: Difference;
  readonly againstCurrent?: Difference;
}

export interface RailStep {
  readonly milestone: string;
  /** In the zone's own word, where the answer carries it. */
  readonly label?: Texts;
  /** Not on the spine. */
  readonly beside: boolean;
  /** `partly`: by some of the phases; `skipped`: a later one was reached without it. */
  readonly state: 'reached' | 'partly' | 'possible' | 'skipped' | 'ahead';
  readonly entries: readonly RailEntry[];
}

/** The spine without its beginning, the registration, and what stands beside it. */
const ORDER = [
  'planned',
  'lead',
  'admitted',
  'frameworkAgreement',
  'signed',
  'filed',
  'landSupplied',
  'landHandedOver',
  'permitted',
  'constructionStarted',
  'inStatistics',
  'completed',
  'inProduction',
  'atCapacity',
];
/** Of the whole only when every phase has come so far. */
const OF_ALL_PHASES = new Set(['completed', 'inProduction', 'atCapacity']);

/** Shown only where somebody spoke of it. */
const BESIDE = new Set(['frameworkAgreement', 'landHandedOver', 'inStatistics']);
const SPINE = ORDER.filter((milestone) => !BESIDE.has(milestone));

/** Below 0 before the first of them, and for what is not on the spine. */
const rankOf = (milestone: string): number => SPINE.indexOf(milestone);

/** Dates as intervals: on time where they overlap; an unknown date tells nothing. */
export function difference(plan: FactDate, actual: FactDate | undefined, today: Day): Difference | undefined {
  const planned = { first: firstDay(plan), last: lastDay(plan) };
  if (planned.first === undefined || planned.last === undefined) return undefined;
  if (actual === undefined) {
    const days = daysBetween(planned.last, today);
    return days > 0 ? { kind: 'overdue', least: days, most: days } : undefined;
  }
  const [first, last] = [firstDay(actual), lastDay(actual)];
  if (first === undefined || last === undefined) return undefined;
  if (first > planned.last) {
    return { kind: 'late', least: daysBetween(planned.last, first), most: daysBetween(planned.last, last) };
  }
  if (last < planned.first) {
    return { kind: 'early', least: daysBetween(last, planned.first), most: daysBetween(first, planned.first) };
  }
  return { kind: 'onTime', least: 0, most: 0 };
}

/** When the whole came to a milestone of which only phases spoke. */
function wholeOn(milestone: string, dates: readonly FactDate[], phases: number): FactDate | undefined {
  if (dates.length === 0 || (OF_ALL_PHASES.has(milestone) && dates.length < phases)) return undefined;
  const known = dates.filter((date) => lastDay(date) !== undefined);
  const byEnd = known.toSorted((a, b) => ((lastDay(a) ?? '') < (lastDay(b) ?? '') ? -1 : 1));
  return (OF_ALL_PHASES.has(milestone) ? byEnd.at(-1) : byEnd[0]) ?? dates[0];
}

/** Of no phase; sorts before any. */
const WHOLE = '';

function entriesOf({ milestones, plans, phases, effectiveOn }: RailSource, milestone: string): RailEntry[] {
  const reached = milestones.filter((one) => one.milestone === milestone);
  const planned = plans.filter((one) => one.milestone === milestone);
  const names = new Set([...planned, ...reached].map(({ phase }) => phase ?? WHOLE));
  return [...names]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const phase = name === WHOLE ? undefined : name;
      const plan = planned.find((one) => one.phase === phase);
      const own = reached.find((one) => one.phase === phase);
      const parts = reached.map(({ on }) => on);
      const on = own?.on ?? (phase === undefined ? wholeOn(milestone, parts, phases.length) : undefined);
      const first = plan && difference(plan.baseline, on, effectiveOn);
      const current = plan && difference(plan.current, on, effectiveOn);
      return {
        ...(phase !== undefined && { phase }),
        ...(on !== undefined && { on }),
        ...(own && { factId: own.factId }),
        ...(plan && { plan }),
        ...(first && { againstFirst: first }),
        ...(current && { againstCurrent: current }),
      };
    });
}

/** Whether the whole, or each of its phases, came so far. */
function allPhases({ milestones, phases }: RailSource, milestone: string): boolean {
  const own = milestones.filter((one) => one.milestone === milestone);
  return own.length >= phases.length || own.some(({ phase }) => phase === undefined);
}

/** Every milestone in order with what was planned first, what is planned now, and what came of it. */
export function railOf(source: RailSource): RailStep[] {
  const furthest = Math.max(rankOf(source.stage), ...source.milestones.map(({ milestone }) => rankOf(milestone)));
  return ORDER.flatMap((milestone) => {
    const rank = rankOf(milestone);
    const beside = BESIDE.has(milestone);
    const entries = entriesOf(source, milestone);
    if (beside && entries.length === 0) return [];
    const said = [...source.milestones, ...source.plans].find((one) => one.milestone === milestone)?.label;
    const reached = entries.some(({ on }) => on !== undefined);
    const possible = !reached && !beside && rank <= rankOf(source.possibleStage ?? '') && rank > furthest;
    const skipped = !reached && !beside && rank < furthest;
    const whole = !OF_ALL_PHASES.has(milestone) || allPhases(source, milestone);
    const state = reached ? (whole ? 'reached' : 'partly') : possible ? 'possible' : skipped ? 'skipped' : 'ahead';
    return [{ milestone, ...(said && { label: said }), beside, state, entries }];
  });
}
