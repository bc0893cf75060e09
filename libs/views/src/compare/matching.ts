import { sql, type RawBuilder } from 'kysely';
import { LEADER_ROLES, rankOf, type Role } from '#ledger';
import { isKnown, type Known } from '../known.ts';
import { searchable } from '../project-ledger/grams.ts';
import type { LedgerFilter } from '../project-ledger/queries.ts';

type Sql = RawBuilder<unknown>;

/** Whether a row `s` of the ledger fulfils a filter at a point; `day` is a day number. */
export function matching(filter: LedgerFilter, { known, day }: { readonly known: Known; readonly day: number }): Sql {
  const { zoneId, stage, standing, leaderId, responsiblePersonId, unitId, agentUnitId, keyList, text } = filter;
  const held = (holderId: string | undefined, roles: readonly Role[]): Sql[] =>
    holderId === undefined
      ? []
      : [
          sql`exists (select 1 from roles r where r.project_id = s.project_id and r.holder_id = ${holderId}
            and r.role in (${sql.join(roles)}) and ${isKnown(known, 'r')} and r.valid_from <= ${day} and r.valid_to > ${day})`,
        ];
  const category = keyList?.category === undefined ? sql`` : sql`and k.category = ${keyList.category}`;
  const conditions = [
    ...(zoneId === undefined ? [] : [sql`s.zone_id = ${zoneId}`]),
    ...(stage === undefined ? [] : [sql`s.stage = ${rankOf(stage)}`]),
    ...(standing === undefined ? [] : [sql`s.standing = ${standing}`]),
    ...held(leaderId, LEADER_ROLES),
    ...held(responsiblePersonId, ['responsiblePerson']),
    ...held(unitId, ['responsibleUnit']),
    ...held(agentUnitId, ['agentUnit']),
    ...(keyList === undefined
      ? []
      : [
          sql`exists (select 1 from key_lists k where k.project_id = s.project_id and k.year = ${keyList.year}
            and k.level = ${keyList.level} ${category} and ${isKnown(known, 'k')})`,
        ]),
    ...(text === undefined
      ? []
      : [
          sql`exists (select 1 from words w where w.project_id = s.project_id and ${isKnown(known, 'w')}
            and replace(w.text, ${searchable(text)}, '') <> w.text)`,
        ]),
  ];
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}
