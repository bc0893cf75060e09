import { useTranslation } from 'react-i18next';
import type { Asked } from '../../api/client.ts';
import { useZones } from '../../api/names.ts';
import { usePages } from '../../api/queries.ts';
import { Empty, Failed, ListFoot, ListHead, Page, Stale } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { PointLink } from '../../time/point-link.tsx';
import { earlier } from '../../time/point.ts';
import { differenceOf, ITEMS_MAX, useWhole, type Whole } from '../../time/use-difference.ts';
import { usePoint } from '../../time/use-point.ts';
import { BoardCards, BoardTable } from './board-table.tsx';
import { sorted, sortIn, type LeaderItem } from './columns.ts';
import { changesOf, Holder } from './holder.tsx';
import './leaders.css';
import { PrintButton, PrintFoot } from './print-foot.tsx';
import { useNarrow } from './use-narrow.ts';
import { useSearchParams } from '../../time/use-search-params.ts';

type Role = NonNullable<NonNullable<Asked<'/api/leaders'>['query']>['role']>;

const ROLES: readonly Role[] = ['lead', 'coLead', 'responsiblePerson', 'responsibleUnit', 'agentUnit'];
const LIMIT = 200;
const PHONE_LIMIT = 50;

function Filters() {
  const { t } = useTranslation('leaders');
  const zones = useZones();
  const [search, setSearch] = useSearchParams();
  const choose = (key: 'scope' | 'role') => (value: string) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (value === '') next.delete(key);
      else next.set(key, value);
      return next;
    });
  return (
    <div className="filters" role="group" aria-label={t('filters')}>
      <Select
        aria-label={t('zone')}
        value={search.get('scope') ?? ''}
        onChange={choose('scope')}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('everyZone') },
          ...(zones ?? []).map(({ id, name }) => ({ value: `zone:${id}`, label: name })),
        ]}
      />
      <Select
        aria-label={t('role')}
        value={search.get('role') ?? ''}
        onChange={choose('role')}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('roles.leaders') },
          ...ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })),
        ]}
      />
    </div>
  );
}

interface GoneProps {
  readonly whole: Whole<LeaderItem>;
  /** Undefined while not all of them are listed. */
  readonly items: readonly LeaderItem[] | undefined;
  readonly role: Role | null;
}

/** In compare mode, who held something at the first point and holds nothing any more; or why that is not told. */
function Gone({ whole: { items: before, isCut, error }, items, role }: GoneProps) {
  const { t } = useTranslation('shown');
  if (error) return <Failed error={error} />;
  if (isCut)
    return (
      <p role="status">
        {t('time.changed.tooLong', { max: ITEMS_MAX })}{' '}
        <PointLink to="/compare">{t('time.changed.projects')}</PointLink>
      </p>
    );
  const gone = items && before && differenceOf(before, items, ({ id }) => id ?? '').gone;
  if (!gone || gone.length === 0) return null;
  return (
    <p className="changed gone-holders">
      {gone.map((item) => (
        <span key={item.id ?? ''}>
          <del>
            <Holder item={item} role={role} />
          </del>{' '}
          <PointLink className="mark kind gone" to={changesOf(item.id, role)}>
            {t('time.changed.gone')}
          </PointLink>{' '}
        </span>
      ))}
    </p>
  );
}

/** Who answers for how much, and for what happened in their own time. */
export default function Leaders() {
  const { t } = useTranslation('leaders');
  const narrow = useNarrow();
  const [search] = useSearchParams();
  const scope = search.get('scope');
  const role = ROLES.find((one) => one === search.get('role')) ?? null;
  const asked = { ...(scope !== null && { scope }), ...(role !== null && { role }) };
  const read = usePages('/api/leaders', { query: { limit: narrow ? PHONE_LIMIT : LIMIT, ...asked } });
  const { point, comparing } = usePoint();
  const whole = useWhole('/api/leaders', { query: asked }, earlier(point));
  const before = whole.items && new Map(whole.items.map((item) => [item.id, item]));
  const { data, hasNextPage, isPlaceholderData } = read;
  const pages = data?.pages ?? [];
  const [first] = pages;
  const sort = hasNextPage ? undefined : sortIn(search.get('sort'));
  const items = sorted(
    pages.flatMap((page) => page.items),
    sort,
  );
  const actions = (
    <div className="actions">
      <Filters />
      <PointLink to="/reassignments">{t('orders')}</PointLink>
      {!narrow && <PrintButton />}
    </div>
  );
  return (
    <Page title={t('title')} actions={actions}>
      <ListHead list={read} rows={12} />
      {first && (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'being-replaced' : 'leaders-sheet'}>
          <Stale lag={first.lag} />
          {comparing && <Gone whole={whole} items={hasNextPage ? undefined : items} role={role} />}
          {items.length === 0 && <Empty filtered={scope !== null || role !== null} />}
          {items.length > 0 &&
            (narrow ? (
              <BoardCards items={items} role={role} before={before} />
            ) : (
              <BoardTable items={items} role={role} before={before} sort={sort} sortable={!hasNextPage} />
            ))}
          <ListFoot list={read}>
            <span className="quiet">{t('inServerOrder')}</span>
          </ListFoot>
          <PrintFoot effectiveOn={first.effectiveOn} seq={first.asOf.seq} />
        </div>
      )}
    </Page>
  );
}
