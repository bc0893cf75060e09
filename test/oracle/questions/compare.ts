import fc from 'fast-check';
import { rankOf } from '#ledger';
import type { Json } from '#kernel';
import { CompareController } from '../../../libs/views/src/compare/compare.controller.ts';
import { PROJECTS } from '../ledgers.ts';
import type { Log, Point } from '../log.ts';
import { comparedIn, comparedOf, earlierOf, KINDS, type Changed, type Earlier } from './compared.ts';
import { figuresIn, figuresOf, filters, rowsOf, type Filter } from './ledger.ts';
import { unknownProject } from './project.ts';
import { everyPage, type Answered, type Kind, type Then } from './question.ts';

const earlier: fc.Arbitrary<Earlier> = fc.record({
  fewer: fc.option(fc.nat(60), { nil: undefined }),
  on: fc.constantFrom(undefined, '2025-12-20', '2026-01-31', '2026-07-14'),
});

/** The parameters of a comparison that leads to a point. */
function parametersOf(log: Log, from: Earlier, point: Point): object {
  const { asked } = earlierOf(log, from, log.at(point) ?? { seq: 1, day: '2026-01-05' });
  const { knownAt, effectiveOn } = asked;
  return { ...point, ...(knownAt !== undefined && { fromKnownAt: knownAt }), fromEffectiveOn: effectiveOn };
}

const pointsOf = (log: Log, from: Earlier, then: Then) => ({ from: earlierOf(log, from, then).then, to: then });

interface ShownChange {
  readonly field: string;
  readonly from: Json;
  readonly to: Json;
  readonly cause: string;
  readonly events: readonly { readonly seq: number }[];
}

/** Changes by what they come from, and whether each names events that were known at the later point. */
function shownChanges(shown: unknown, seq: number) {
  const changes = shown as readonly ShownChange[];
  const because = (of: (cause: string) => boolean): Changed[] =>
    changes.filter(({ cause }) => of(cause)).map(({ field, from, to }) => [field, from, to]);
  return {
    known: because((cause) => cause !== 'happened'),
    happened: because((cause) => cause === 'happened'),
    isCaused: changes.every(({ events }) => events.length > 0 && events.every((event) => event.seq <= seq)),
  };
}

const shownKinds = (kinds: unknown): string[] =>
  (kinds as readonly { readonly kind: string }[]).map(({ kind }) => kind);

interface AskedComparison {
  readonly filter: Filter;
  readonly from: Earlier;
  readonly kind?: string;
  readonly limit: string;
}

/** Every project that differs between two points, with what differs and what made it. */
export const compare: Kind<AskedComparison> = {
  name: 'two points of the ledger',
  drawn: fc
    .tuple(
      fc.record({ filter: filters, from: earlier, limit: fc.constantFrom('2', '50') }),
      fc.constantFrom(undefined, undefined, undefined, ...KINDS),
    )
    .map(([asked, kind]) => ({ ...asked, ...(kind !== undefined && { kind }) })),
  async answered(context, { filter, from, ...asked }, point, log) {
    const controller = new CompareController(context);
    const query = { ...filter, ...asked, ...parametersOf(log, from, point) } as object;
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...query, ...cursor }));
    const compared = items.map(({ id, kinds, changes }) => {
      return { id, kinds: shownKinds(kinds), ...shownChanges(changes, rest.asOf.seq) };
    });
    return { ...rest, compared };
  },
  expected(log, { filter, from, kind }, then) {
    return comparedIn(log, filter, pointsOf(log, from, then))
      .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
      .map(({ id, kinds, known, happened }) => ({ id, kinds, known, happened, isCaused: true }));
  },
};

interface ShownSums extends Omit<Answered, 'compared'> {
  readonly from: Record<string, unknown>;
  readonly between: Record<string, unknown>;
  readonly to: Record<string, unknown>;
  readonly difference: Record<string, unknown>;
  readonly projects: number;
  readonly kinds: readonly { readonly kind: string; readonly projects: number }[];
  readonly moves: readonly Record<'from' | 'to' | 'projects', unknown>[];
}

/** How the summaries of two points differ, and because of how many projects. */
export const compareSums: Kind<Omit<AskedComparison, 'kind' | 'limit'>> = {
  name: 'the summaries of two points',
  drawn: fc.record({ filter: filters, from: earlier }),
  async answered(context, { filter, from }, point, log) {
    const query = { ...filter, ...parametersOf(log, from, point) } as object;
    const shown = (await new CompareController(context).summary(query)) as ShownSums;
    const { asOf, effectiveOn, projects, kinds, moves } = shown;
    const compared = {
      from: figuresIn(shown.from),
      between: figuresIn(shown.between),
      to: figuresIn(shown.to),
      difference: figuresIn(shown.difference),
      projects,
      kinds: kinds.map((one) => [one.kind, one.projects]),
      moves: moves.map((one) => [one.from, one.to, one.projects]),
    };
    return { asOf, effectiveOn, compared };
  },
  expected(log, { filter, from: earlierPoint }, then) {
    const { from, to } = pointsOf(log, earlierPoint, then);
    const [a, b, c] = [from, { seq: to.seq, day: from.day }, to].map((at) => figuresOf(rowsOf(log, at, filter))) as [
      Figures,
      Figures,
      Figures,
    ];
    const less = (of: 'totalInvestment' | 'invested' | 'investedThisYear'): string =>
      String(BigInt(c[of]) - BigInt(a[of]));
    const all = comparedIn(log, filter, { from, to });
    const moved = Map.groupBy(
      all.filter(({ stages }) => stages[0] !== stages[1]),
      ({ stages }) => JSON.stringify(stages),
    );
    const rank = (stage: string | null): number => (stage === null ? -1 : (rankOf(stage) as number));
    return {
      from: a,
      between: b,
      to: c,
      difference: {
        count: c.count - a.count,
        packages: c.packages - a.packages,
        totalInvestment: less('totalInvestment'),
        invested: less('invested'),
        investedThisYear: less('investedThisYear'),
      },
      projects: all.length,
      kinds: KINDS.map((kind) => [kind, all.filter(({ kinds }) => kinds.includes(kind)).length]),
      moves: [...moved.values()]
        .map((ones) => [...(ones[0] as (typeof all)[number]).stages, ones.length] as const)
        .sort((x, y) => rank(x[0]) - rank(y[0]) || rank(x[1]) - rank(y[1])),
    };
  },
};

type Figures = ReturnType<typeof figuresOf>;

interface AskedProjectComparison {
  readonly id: string;
  readonly from: Earlier;
}

/** One project at two points. */
export const compareProject: Kind<AskedProjectComparison> = {
  name: 'two points of a project',
  drawn: fc.record({ id: fc.constantFrom(...PROJECTS), from: earlier }),
  async answered(context, { id, from }, point, log) {
    const shown = (await new CompareController(context).one(id, parametersOf(log, from, point))) as Record<
      string,
      unknown
    > &
      Omit<Answered, 'compared'>;
    const { asOf, effectiveOn, before, between, after, kinds, changes } = shown;
    const compared = { before, between, after, kinds: shownKinds(kinds), ...shownChanges(changes, asOf.seq) };
    return { asOf, effectiveOn, compared };
  },
  refused: (log, { id }, then) => unknownProject(log, id, then),
  expected: (log, { id, from }, then) => ({ ...comparedOf(log, id, pointsOf(log, from, then)), isCaused: true }),
};
