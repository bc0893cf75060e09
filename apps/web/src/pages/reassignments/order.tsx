import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { usePages } from '../../api/queries.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { countText, dateText, Instant, ListFoot, ListHead, NotSaid, Page, Person } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';
import '../leaders/leaders.css';
import { PrintButton, PrintFoot } from '../leaders/print-foot.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

type Order = Schemas['ReassignmentPageShape'];
type Row = Schemas['OrderedProjectShape'];

const LIMIT = 200;
/** While an order is being carried out it is asked how far it is. */
const ASK_AGAIN_MS = 1_000;

/** An order with its rows, asked for again until it is carried out. */
function useOrder(id: string, onlySkipped: boolean) {
  const read = usePages(
    '/api/reassignments/{id}',
    { path: { id }, query: { limit: LIMIT, ...(onlySkipped && { outcome: 'skipped' as const }) } },
    { again: ({ state }) => (state === 'carriedOut' ? false : ASK_AGAIN_MS) },
  );
  return { read, order: read.data?.pages[0], rows: read.data?.pages.flatMap(({ items }) => items) ?? [] };
}

function Terms({ order }: { readonly order: Order }) {
  const { t } = useTranslation('reassignments');
  const language = useLanguage();
  return (
    <dl className="facts sheet">
      <dt>{t('from')}</dt>
      <dd>{dateText(order.from, language)}</dd>
      <dt>{t('reason')}</dt>
      <dd>{order.reason}</dd>
      <dt>{t('orderedAt')}</dt>
      <dd className="together">
        <Instant value={order.ordered.recordedAt} />
        <span>{order.orderedBy}</span>
        <PointLink to={`/log/${order.ordered.seq}`}>{t('seq', { seq: order.ordered.seq })}</PointLink>
      </dd>
      <dt>{t('carriedOutAt')}</dt>
      <dd>{order.carriedOutAt === null ? <NotSaid /> : <Instant value={order.carriedOutAt} />}</dd>
    </dl>
  );
}

function State({ order }: { readonly order: Order }) {
  const { t } = useTranslation('reassignments');
  const { state, settled, projects, skipped } = order;
  return (
    <section className="sheet progress" aria-live="polite">
      <strong>{t(`states.${state}`)}</strong>{' '}
      {skipped === null
        ? t('progress', { settled: countText(settled), projects: countText(projects) })
        : t('done', { done: countText(projects - skipped), skipped: countText(skipped) })}
      {state !== 'carriedOut' && (
        <Progress
          aria-label={t('progressLabel')}
          percent={projects === 0 ? 0 : Math.floor((settled / projects) * 100)}
          status="active"
        />
      )}
    </section>
  );
}

function OrderedProject({ row }: { readonly row: Row }) {
  const { t } = useTranslation('reassignments');
  const said = useSaid();
  const { project, person, lead, replaces, outcome, eventIds, why } = row;
  const [before, after] = t(lead ? 'leads' : 'coLeads', { person: '\n' }).split('\n');
  return (
    <tr>
      <td className="number figure">{countText(row.number)}</td>
      <th scope="row">
        <PointLink to={`/projects/${project.id}`}>{project.name ?? project.id}</PointLink>
      </th>
      <td>
        {before}
        <Person id={person.id} name={person.name} />
        {after}
        {replaces && <span className="quiet"> · {t('replaces', { person: replaces.name ?? replaces.id })}</span>}
      </td>
      <td className={outcome === 'skipped' ? 'wrong' : outcome === 'pending' ? 'quiet' : undefined}>
        {t(`outcomes.${outcome}`)}
        {why && <> · {said(why.messages)}</>}{' '}
        {eventIds.map((eventId) => (
          <PointLink key={eventId} className="event" to={`/projects/${project.id}#event-${eventId}`}>
            {t('event')}
          </PointLink>
        ))}
      </td>
    </tr>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('reassignments');
  return (
    <div className="board-frame" tabIndex={0} role="region" aria-label={t('projects')}>
      <table className="board">
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('change')}</th>
            <th scope="col">{t('outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OrderedProject key={countText(row.number)} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One order: its grounds, how far it is carried out, and what came of each project. It stays where it is for good. */
export default function Reassignment() {
  const { t } = useTranslation('reassignments');
  const { id = '' } = useParams();
  const { past } = usePoint();
  const [search] = useSearchParams();
  const onlySkipped = search.get('outcome') === 'skipped';
  const { read, order, rows } = useOrder(id, onlySkipped);
  const actions = (
    <div className="actions">
      <PointLink to="/reassignments">{t('title')}</PointLink>
      <PrintButton />
    </div>
  );
  return (
    <Page title={order ? `${t('one')} ${order.doc ?? t('noDoc')}` : t('one')} actions={actions}>
      <ListHead list={read} rows={10} />
      {order && (
        <div className="order leader-sheet" aria-busy={read.isPlaceholderData}>
          {past && <p className="quiet">{t('ofNow')}</p>}
          <Terms order={order} />
          <State order={order} />
          {(order.skipped ?? 0) > 0 && <p className="quiet">{t('skippedHint')}</p>}
          {((order.skipped ?? 0) > 0 || onlySkipped) && (
            <nav className="tabs" aria-label={t('outcome')}>
              <PointLink to="?" replace {...(!onlySkipped && { 'aria-current': 'page' as const })}>
                {t('all')}
              </PointLink>
              <PointLink to="?outcome=skipped" replace {...(onlySkipped && { 'aria-current': 'page' as const })}>
                {t('onlySkipped')}
              </PointLink>
            </nav>
          )}
          <Rows rows={rows} />
          <ListFoot list={read} />
          <PrintFoot ofNow effectiveOn={order.effectiveOn} />
        </div>
      )}
    </Page>
  );
}
