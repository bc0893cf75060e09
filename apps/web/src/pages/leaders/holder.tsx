import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { titled } from '../../shown/labels.tsx';
import { NOBODY } from '../ledger/address.ts';
import { PointLink } from '../../time/point-link.tsx';
import { COLUMNS, UNIT_ROLES, type LeaderItem } from './columns.ts';

/** Where the page of a row of the board is. */
export function addressOf(id: string | null, role: string | null): string {
  const asked = role === null ? '' : `?role=${role}`;
  if (id === null) return `/leaders/nobody${role === 'coLead' ? '' : asked}`;
  return role !== null && UNIT_ROLES.includes(role) ? `/leaders/units/${id}` : `/leaders/${id}${asked}`;
}

/** A row of the board by name; nobody is a row like any other. */
export function Holder({ item, role }: { readonly item: LeaderItem; readonly role: string | null }) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const name = item.nobody ? titled(said(item.nobody)) : (item.name ?? t('unknownPerson'));
  return (
    <PointLink to={addressOf(item.id, role)} className="holder">
      {name}
    </PointLink>
  );
}

/** By which filter the ledger finds what is held in a role. */
const FILTERS = {
  lead: 'leaderId',
  coLead: 'leaderId',
  responsiblePerson: 'responsiblePersonId',
  responsibleUnit: 'unitId',
  agentUnit: 'agentUnitId',
} as const;

/** Where the changes of what somebody holds, or nobody leads, are compared. */
export const changesOf = (id: string | null, role: string | null): string =>
  `/compare?${FILTERS[(role ?? 'lead') as keyof typeof FILTERS]}=${id ?? NOBODY}`;

interface ChangesProps {
  readonly item: LeaderItem;
  readonly role: string | null;
  readonly before: ReadonlyMap<string | null, LeaderItem> | undefined;
}

/** In compare mode, beside who holds something else than at the first point: the way to what changed. */
export function ChangesOf({ item, role, before }: ChangesProps) {
  const { t } = useTranslation('shown');
  if (!before) return null;
  const was = before.get(item.id);
  if (was && COLUMNS.every(({ of }) => of(was) === of(item))) return null;
  return (
    <PointLink className={`mark kind ${was ? '' : 'added'}`} to={changesOf(item.id, role)}>
      {t(was ? 'time.openCompare' : 'time.changed.added')}
    </PointLink>
  );
}

/** What somebody is: their post, and the unit where it adds something. */
export function Post({ item, role }: { readonly item: LeaderItem; readonly role: string | null }) {
  const { t } = useTranslation('leaders');
  if (item.id === null && (role ?? 'lead') === 'lead') return <span className="quiet">{t('nobodyHint')}</span>;
  if (!item.post && !item.unit) return null;
  return (
    <>
      {item.post} {item.unit && <span className="quiet">{item.unit}</span>}
    </>
  );
}
