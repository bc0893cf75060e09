import { lastDay, sameJson, yuan, type Json, type Texts } from '#kernel';
import { STAGES, type PlannableMilestone } from '#ledger';
import type { PlanOverTime } from '../project-ledger/plans.ts';
import type { ReachedFrom } from '../project-ledger/reached.ts';
import type { LedgerSegment } from '../project-ledger/segments.ts';

/** What kind of change it is that one field of a project differs between two points. */
export const CHANGE_KINDS = {
  added: { zh: '新增', en: 'added' },
  gone: { zh: '不再在列', en: 'gone' },
  stage: { zh: '阶段变化', en: 'moved stage' },
  standing: { zh: '停复工或退出', en: 'suspended, resumed or exited' },
  slipped: { zh: '计划推迟', en: 'slipped' },
  replanned: { zh: '计划调整', en: 'planned anew' },
  reached: { zh: '实际日期变化', en: 'actual dates changed' },
  money: { zh: '资金变化', en: 'money changed' },
  leader: { zh: '包联领导变化', en: 'leader changed' },
  responsible: { zh: '责任变化', en: 'responsibility changed' },
  registration: { zh: '登记信息变化', en: 'registration changed' },
} as const satisfies Readonly<Record<string, Texts>>;
export type ChangeKind = keyof typeof CHANGE_KINDS;

/**
 * What a project is counted under: the kinds of its changes; `learned` where something about the earlier day is known at the
 * later point that was not at the first; `corrected` where it is that and something was taken back in between.
 */
export const COMPARED_KINDS = [...(Object.keys(CHANGE_KINDS) as ChangeKind[]), 'learned', 'corrected'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** What is compared of a project at one point, by field; a field that is absent is not known. Empty: the ledger does not list it. */
export type Stand = Readonly<Record<string, Json>>;

/** A plan in force at the point. */
export type PlanThen = Pick<PlanOverTime, 'milestone' | 'phase' | 'planned'>;

/** What is held of a project at a point: its row, the plans in force and the milestones that are certain by then. */
export interface Held {
  readonly row: LedgerSegment | undefined;
  readonly plans: readonly PlanThen[];
  readonly reached: readonly Pick<ReachedFrom, 'milestone' | 'phase' | 'on'>[];
}

export function standOf({ row, plans, reached }: Held): Stand {
  if (!row) return {};
  const coLeaderIds = JSON.parse(row.co_leader_ids) as string[];
  const { industry_edition: edition, industry_code: code } = row;
  const stand: Record<string, Json | null | undefined> = {
    listed: true,
    name: row.name,
    code: row.code || null,
    zoneId: row.zone_id,
    builder: row.builder,
    partOf: row.part_of,
    industry: edition === null || code === null ? null : { edition, code },
    capital: row.capital,
    stage: STAGES[row.stage],
    possibleStage: row.possible_stage === null ? null : STAGES[row.possible_stage],
    standing: row.standing,
    leaderId: row.leader_id,
    coLeaderIds: coLeaderIds.length > 0 ? coLeaderIds : null,
    responsiblePersonId: row.responsible_person_id,
    responsibleUnitId: row.unit_id,
    agentUnitId: row.agent_unit_id,
    totalInvestment: row.total_fen < 0 ? null : yuan(row.total_fen),
    invested: yuan(row.invested_fen),
  };
  for (const { milestone, phase, planned } of plans) stand[fieldOf('plan', milestone, phase)] = planned;
  for (const { milestone, phase, on } of reached) stand[fieldOf('reached', milestone, phase)] = on;
  return Object.fromEntries(Object.entries(stand).filter((entry): entry is [string, Json] => entry[1] != null));
}

/** `plan.completed`, of a phase `reached.completed.二期`. */
export function fieldOf(name: 'plan' | 'reached', milestone: PlannableMilestone, phase = ''): string {
  return phase === '' ? `${name}.${milestone}` : `${name}.${milestone}.${phase}`;
}

/** Which kind a field is of; milestones are told by their names, and plans by their dates. */
const KIND_OF: Readonly<Record<string, ChangeKind>> = {
  name: 'registration',
  code: 'registration',
  zoneId: 'registration',
  builder: 'registration',
  partOf: 'registration',
  industry: 'registration',
  capital: 'registration',
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

/**
 * What a project is counted under between two points. A project that one of them does not list is added or gone and nothing
 * else; so is one that a filter takes at one of them only, beside what changed of it. `between`: the earlier day, known later.
 */
export function kindsOf(
  {
    before,
    between,
    after,
    isMended,
  }: { readonly before: Stand; readonly between: Stand; readonly after: Stand; readonly isMended: boolean },
  isIn: { readonly from: boolean; readonly to: boolean },
): ComparedKind[] {
  const kinds = new Set<ComparedKind>();
  if (!isIn.from && isIn.to) kinds.add('added');
  if (isIn.from && !isIn.to) kinds.add('gone');
  if (before['listed'] === after['listed']) for (const { kind } of differences(before, after)) kinds.add(kind);
  if (differences(before, between).length > 0) {
    kinds.add('learned');
    if (isMended) kinds.add('corrected');
  }
  return COMPARED_KINDS.filter((kind) => kinds.has(kind));
}

/** One field that differs. `null`: not known, or not listed. */
export interface FieldChange {
  readonly field: string;
  readonly kind: ChangeKind;
  readonly from: Json;
  readonly to: Json;
}

/** The difference of two stands, field by field. */
export function differences(before: Stand, after: Stand): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .filter((field) => !sameJson(before[field], after[field]))
    .map((field) => {
      const [from, to] = [before[field] ?? null, after[field] ?? null];
      return { field, kind: kindOf(field, from, to), from, to };
    });
}

function kindOf(field: string, from: Json, to: Json): ChangeKind {
  if (field === 'listed') return to === true ? 'added' : 'gone';
  const known = KIND_OF[field];
  if (known) return known;
  if (field.startsWith('reached.')) return 'reached';
  return typeof from === 'string' && typeof to === 'string' && endOf(to) > endOf(from) ? 'slipped' : 'replanned';
}

/** A plan without a date lies after every other. */
const endOf = (planned: string): string => lastDay(planned) ?? '9999-12-31';
