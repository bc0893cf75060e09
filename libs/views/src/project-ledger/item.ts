import { yuan, type Money, type Texts } from '#kernel';
import { LABEL_TEXTS, ROLES, STAGES, type Role, type Industry, type Stage, type Standing } from '#ledger';
import type { NameOf } from '../names.ts';
import type { LedgerSegment } from './segments.ts';

/** A project as lists show it. */
export interface LedgerItem {
  readonly id: string;
  /** Order of entry. */
  readonly number: number;
  readonly code: string | null;
  readonly name: string;
  readonly zoneId: string;
  readonly zoneName: string | null;
  readonly builder: string | null;
  readonly stage: Stage;
  /** As the zone calls it. */
  readonly stageLabel: Texts;
  /** What the zone calls roles by words of its own, if it does. */
  readonly roleLabels?: Readonly<Partial<Record<Role, Texts>>>;
  /** A further stage that is only possible on the day. */
  readonly possibleStage?: Stage;
  readonly standing: Standing;
  readonly leaderId: string | null;
  readonly coLeaderIds: readonly string[];
  readonly leaderName: string | null;
  readonly coLeaderNames: readonly (string | null)[];
  readonly responsiblePersonId: string | null;
  readonly responsiblePersonName: string | null;
  readonly responsibleUnitId: string | null;
  readonly responsibleUnitName: string | null;
  readonly agentUnitId: string | null;
  readonly agentUnitName: string | null;
  /** The package that it is a part of. */
  readonly partOf: string | null;
  readonly industry: Industry | null;
  readonly capital: string | null;
  /** Null where nobody said. */
  readonly totalInvestment: Money | null;
  readonly investedThisYear: Money;
  readonly invested: Money;
}

/** `year` is that of the day asked for. */
export function ledgerItem(row: LedgerSegment, year: number, nameOf: NameOf): LedgerItem {
  const stage = STAGES[row.stage] as Stage;
  const roles = ROLES.map((role) => [role, nameOf.label(row.zone_id, `role.${role}`)] as const).filter(
    ([role, text]) => text !== LABEL_TEXTS[`role.${role}`],
  );
  const coLeaderIds = JSON.parse(row.co_leader_ids) as string[];
  const named = (id: string | null): string | null => (id === null ? null : nameOf(id).name);
  return {
    id: row.project_id,
    number: row.number,
    code: row.code === '' ? null : row.code,
    name: row.name,
    zoneId: row.zone_id,
    zoneName: named(row.zone_id),
    builder: row.builder,
    stage,
    stageLabel: nameOf.label(row.zone_id, `stage.${stage}`),
    ...(roles.length > 0 && { roleLabels: Object.fromEntries(roles) }),
    ...(row.possible_stage !== null && { possibleStage: STAGES[row.possible_stage] as Stage }),
    standing: row.standing,
    leaderId: row.leader_id,
    coLeaderIds,
    leaderName: named(row.leader_id),
    coLeaderNames: coLeaderIds.map(named),
    responsiblePersonId: row.responsible_person_id,
    responsiblePersonName: named(row.responsible_person_id),
    responsibleUnitId: row.unit_id,
    responsibleUnitName: named(row.unit_id),
    agentUnitId: row.agent_unit_id,
    agentUnitName: named(row.agent_unit_id),
    partOf: row.part_of,
    industry: industryOf(row),
    capital: row.capital,
    totalInvestment: row.total_fen < 0 ? null : yuan(row.total_fen),
    investedThisYear: yuan(row.invested_year === year ? row.invested_in_year_fen : 0),
    invested: yuan(row.invested_fen),
  };
}

const industryOf = ({ industry_edition: edition, industry_code: code }: LedgerSegment): Industry | null =>
  edition === null || code === null ? null : { edition, code };

/** Every id in the rows that has a name. */
export function ledgerNames(rows: readonly LedgerSegment[]): { people: (string | null)[]; defined: (string | null)[] } {
  return {
    people: rows.flatMap((row) => [
      row.leader_id,
      row.responsible_person_id,
      ...(JSON.parse(row.co_leader_ids) as string[]),
    ]),
    defined: rows.flatMap((row) => [row.zone_id, row.unit_id, row.agent_unit_id]),
  };
}
