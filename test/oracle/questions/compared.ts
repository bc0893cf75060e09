import { dayNumber, lastDay, sameJson, type Day, type FactDate, type Json } from '#kernel';
import { milestoneOf } from '#ledger';
import type { KnownProject, Log, Point } from '../log.ts';
import { rowsOf, type Filter, type Row } from './ledger.ts';
import type { Then } from './question.ts';

/** The earlier point, so far before the other one. */
export interface Earlier {
  /** How many events fewer; undefined: the same are known. */
  readonly fewer: number | undefined;
  /** Undefined: the day that the point means. */
  readonly on: Day | undefined;
}

export type Fields = Readonly<Record<string, Json>>;

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
    fields[nameOf('plan', data.milestone, data.phase)] = type === 'MilestonePlanned' ? data.on : data.to;
  }
  const certainOn = new Map<string, Day>();
  for (const { type, data, filedOn } of project.facts) {
    const milestone = milestoneOf(type);
    if (milestone === undefined) continue;
    const { on, phase } = data as { on: FactDate; phase?: string };
    const name = nameOf('reached', milestone, phase);
    const certain = lastDay(on) ?? filedOn;
    if (certain > day || certain >= (certainOn.get(name) ?? '9999-12-31')) continue;
    certainOn.set(name, certain);
    fields[name] = on;
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

const nameOf = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('.');

/** A field, and what it was and is. */
export type Changed = readonly [string, Json, Json];

const changed = (a: Fields, b: Fields): Changed[] =>
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

function kindOf([field, from, to]: Changed): string {
  if (field.startsWith('reached.')) return 'reached';
  if (!field.startsWith('plan.')) return KIND_OF[field] as string;
  const end = (date: Json): number | undefined =>
    typeof date === 'string' ? dayNumber(lastDay(date) ?? '9999-12-31') : undefined;
  const [before, after] = [end(from), end(to)];
  return before !== undefined && after !== undefined && after > before ? 'slipped' : 'replanned';
}

export const KINDS = [
  'added',
  'gone',
  'stage',
  'standing',
  'slipped',
  'replanned',
  'reached',
  'money',
  'leader',
  'responsible',
  'registration',
  'learned',
  'corrected',
];

/** Where the comparison begins, as a request says it and as the log counts it. */
export function earlierOf(
  log: Log,
  { fewer, on }: Earlier,
  then: Then,
): { readonly asked: Point; readonly then: Then } {
  const seq = fewer === undefined ? then.seq : Math.max(1, then.seq - fewer);
  const knownAt = fewer === undefined ? {} : { knownAt: String(seq) };
  const meant = on ?? (fewer === undefined ? then.day : (log.at({ knownAt: String(seq) })?.day as Day));
  const day = meant > then.day ? then.day : meant;
  return { asked: { ...knownAt, effectiveOn: day }, then: { seq, day } };
}

/** A project at two points, and between them the earlier day as it was known at the later one. */
export interface Compared {
  readonly before: Fields;
  readonly between: Fields;
  readonly after: Fields;
  readonly kinds: readonly string[];
  readonly known: readonly Changed[];
  readonly happened: readonly Changed[];
}

export interface ComparedInList extends Compared {
  readonly id: string;
  /** The stage at each point where the project is in the list that was asked for. */
  readonly stages: readonly [string | null, string | null];
}

/** Compares one project; `isIn`: whether each point shows it among those that were asked for. */
export function comparedOf(
  log: Log,
  id: string,
  { from, to, isIn }: { readonly from: Then; readonly to: Then; readonly isIn?: readonly [boolean, boolean] },
): Compared {
  const fields = (then: Then): Fields =>
    fieldsOf(
      rowsOf(log, then).find((row) => row.id === id),
      log.project(id, then.seq),
      then.day,
    );
  const [before, between, after] = [from, { seq: to.seq, day: from.day }, to].map(fields) as [Fields, Fields, Fields];
  const listed = [before, after].map((one) => one['listed'] === true);
  const [wasIn, isInNow] = isIn ?? listed;
  const isMended = log
    .stream(`project-${id}`, to.seq)
    .some(({ type, seq }) => seq > from.seq && ['FactCorrected', 'FactRevoked', 'ProjectVoided'].includes(type));
  const kinds = new Set([
    ...(wasIn === isInNow ? [] : [isInNow ? 'added' : 'gone']),
    ...(listed[0] === listed[1] ? changed(before, after).map(kindOf) : []),
    ...(changed(before, between).length > 0 ? ['learned', ...(isMended ? ['corrected'] : [])] : []),
  ]);
  return {
    before,
    between,
    after,
    kinds: KINDS.filter((kind) => kinds.has(kind)),
    known: changed(before, between),
    happened: changed(between, after),
  };
}

/** Every project that differs, of those that a filter lets through at one of the points at least. */
export function comparedIn(
  log: Log,
  filter: Filter,
  { from, to }: { readonly from: Then; readonly to: Then },
): ComparedInList[] {
  const [inFrom, inTo] = [from, to].map(
    (then) => new Map(rowsOf(log, then, filter).map((row) => [row.id, row.stage])),
  ) as [Map<string, string>, Map<string, string>];
  return log.ids('project', to.seq).flatMap((id) => {
    const isIn = [inFrom.has(id), inTo.has(id)] as const;
    if (!isIn[0] && !isIn[1]) return [];
    const compared = comparedOf(log, id, { from, to, isIn });
    const stages = [inFrom.get(id) ?? null, inTo.get(id) ?? null] as const;
    return compared.kinds.length === 0 ? [] : [{ id, ...compared, stages }];
  });
}
