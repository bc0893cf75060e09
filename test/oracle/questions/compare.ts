import fc from 'fast-check';
import { dayNumber, lastDay, sameJson, type Day, type Json } from '#kernel';
import { CompareController } from '../../../libs/views/src/compare/compare.controller.ts';
import type { KnownProject, Log, Point } from '../log.ts';
import { filters, rowsOf, type Filter, type Row } from './ledger.ts';
import { everyPage, type Kind, type Then } from './question.ts';

/** The earlier point, so far before the other one. */
interface Earlier {
  /** How many events fewer; undefined: the same are known. */
  readonly fewer: number | undefined;
  /** Undefined: the day that the point means. */
  readonly on: Day | undefined;
}

interface AskedComparison {
  readonly filter: Filter;
  readonly from: Earlier;
  readonly limit: string;
}

type Fields = Readonly<Record<string, Json>>;

/** What a project shows at a point, by field. */
function fieldsOf(row: Row | undefined, project: KnownProject | undefined, day: Day): Fields {
  if (!row || !project) return {};
  const fields: Record<string, Json> = {
    name: row.name,
    code: row.code,
    builder: row.builder,
    industry: row.industry && { ...row.industry },
    capital: row.capital,
    zoneId: row.zoneId,
    partOf: row.partOf,
    stage: row.stage,
    possibleStage: row.possibleStage,
    standing: row.standing,
    leaderId: row.leaderId,
    coLeaderIds: row.coLeaderIds.length > 0 ? row.coLeaderIds : null,
    responsiblePersonId: row.responsiblePersonId,
    responsibleUnitId: row.responsibleUnitId,
    agentUnitId: row.agentUnitId,
    totalInvestment: row.totalFen === null ? null : { fen: row.totalFen, currency: 'CNY' },
    invested: { fen: row.invested, currency: 'CNY' },
    listed: true,
  };
  for (const { type, data, filedOn } of project.facts) {
    if ((type !== 'MilestonePlanned' && type !== 'MilestoneRescheduled') || filedOn > day) continue;
    const name = ['plan', data.milestone, data.phase].filter((part) => part !== undefined).join('.');
    fields[name] = type === 'MilestonePlanned' ? data.on : data.to;
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

const changed = (a: Fields, b: Fields): [string, Json, Json][] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !sameJson(a[field], b[field]))
    .sort()
    .map((field) => [field, a[field] ?? null, b[field] ?? null]);

const KIND_OF: Readonly<Record<string, string>> = {
  name: 'registration',
  code: 'registration',
  builder: 'registration',
  industry: 'registration',
  capital: 'registration',
  zoneId: 'registration',
  partOf: 'registration',
  stage: 'stage',
  possibleStage: 'stage',
  standing: 'standing',
  leaderId: 'leader',
  coLeaderIds: 'leader',
  responsiblePersonId: 'responsible',
  responsibleUnitId: 'responsible',
  agentUnitId: 'responsible',
  totalInvestment: 'money',
  invested: 'money',
};

function kindOf([field, from, to]: readonly [string, Json, Json]): string {
  if (!field.startsWith('plan.')) return KIND_OF[field] as string;
  const end = (date: Json): number | undefined =>
    typeof date === 'string' ? dayNumber(lastDay(date) ?? '9999-12-31') : undefined;
  const [before, after] = [end(from), end(to)];
  return before !== undefined && after !== undefined && after > before ? 'slipped' : 'replanned';
}

const ORDER = [
  'added',
  'gone',
  'stage',
  'standing',
  'slipped',
  'replanned',
  'money',
  'leader',
  'responsible',
  'registration',
  'afterTheFact',
];

/** Where the comparison begins, as a request says it and as the log counts it. */
function earlierOf(log: Log, { fewer, on }: Earlier, then: Then): { readonly asked: Point; readonly then: Then } {
  const seq = fewer === undefined ? then.seq : Math.max(1, then.seq - fewer);
  const knownAt = fewer === undefined ? {} : { knownAt: String(seq) };
  const meant = on ?? (fewer === undefined ? then.day : (log.at({ knownAt: String(seq) })?.day as Day));
  const day = meant > then.day ? then.day : meant;
  return { asked: { ...knownAt, effectiveOn: day }, then: { seq, day } };
}

/** Every project that differs between two points, with what differs and what made it. */
export const compare: Kind<AskedComparison> = {
  name: 'two points of the ledger',
  drawn: fc.record({
    filter: filters,
    from: fc.record({
      fewer: fc.option(fc.nat(60), { nil: undefined }),
      on: fc.constantFrom(undefined, '2025-12-20', '2026-01-31', '2026-07-14'),
    }),
    limit: fc.constantFrom('2', '50'),
  }),
  async answered(context, { filter, from, limit }, point, log) {
    const controller = new CompareController(context);
    const then = log.at(point) ?? { seq: 1, day: '2026-01-05' };
    const { asked } = earlierOf(log, from, then);
    const query = {
      ...filter,
      ...point,
      limit,
      ...(asked.knownAt !== undefined && { fromKnownAt: asked.knownAt }),
      fromEffectiveOn: asked.effectiveOn,
    } as object;
    const { items, ...rest } = await everyPage((cursor) => controller.list({ ...query, ...cursor }));
    const compared = items.map((item) => {
      const changes = item['changes'] as readonly {
        readonly field: string;
        readonly from: Json;
        readonly to: Json;
        readonly cause: string;
        readonly events: readonly { readonly seq: number }[];
      }[];
      const shown = (cause: (made: string) => boolean): [string, Json, Json][] =>
        changes.filter((change) => cause(change.cause)).map((change) => [change.field, change.from, change.to]);
      return {
        id: item['id'],
        kinds: (item['kinds'] as readonly { readonly kind: string }[]).map(({ kind }) => kind),
        known: shown((cause) => cause !== 'happened'),
        happened: shown((cause) => cause === 'happened'),
        isCaused: changes.every(({ events }) => events.length > 0 && events.every(({ seq }) => seq <= then.seq)),
      };
    });
    return { ...rest, compared };
  },
  expected(log, { filter, from }, then) {
    const earlier = earlierOf(log, from, then).then;
    const between = { seq: then.seq, day: earlier.day };
    const [atFrom, atBetween, atTo] = [earlier, between, then].map((at) => rowsOf(log, at));
    const [inFrom, inTo] = [earlier, then].map((at) => new Set(rowsOf(log, at, filter).map(({ id }) => id)));
    return log.ids('project', then.seq).flatMap((id) => {
      const fields = (rows: readonly Row[] | undefined, { seq, day }: Then): Fields =>
        fieldsOf(
          rows?.find((row) => row.id === id),
          log.project(id, seq),
          day,
        );
      const [a, b, c] = [fields(atFrom, earlier), fields(atBetween, between), fields(atTo, then)];
      const isIn = [inFrom?.has(id) === true, inTo?.has(id) === true];
      const net = changed(a, c);
      const kinds = new Set([
        ...(isIn[0] === isIn[1] ? [] : [isIn[1] ? 'added' : 'gone']),
        ...(a['listed'] === c['listed'] ? net.map(kindOf) : []),
        ...(changed(a, b).length > 0 ? ['afterTheFact'] : []),
      ]);
      if (kinds.size === 0 || !isIn.includes(true)) return [];
      const named = ORDER.filter((kind) => kinds.has(kind));
      return [{ id, kinds: named, known: changed(a, b), happened: changed(b, c), isCaused: true }];
    });
  },
};
