import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { countText, dateText, Empty, Instant, ListFoot, ListHead, NotSaid, Page } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';
import '../leaders/leaders.css';

const LIMIT = 50;

/** The orders that changed who answers for many projects, the latest first. */
export default function Reassignments() {
  const { t } = useTranslation('reassignments');
  const language = useLanguage();
  const { past } = usePoint();
  const read = usePages('/api/reassignments', { query: { limit: LIMIT } });
  const orders = read.data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={t('title')}>
      {past && <p className="quiet">{t('ofNow')}</p>}
      <ListHead list={read} rows={8} />
      {orders?.length === 0 && (
        <Empty>
          <p>{t('none')}</p>
        </Empty>
      )}
      {orders && orders.length > 0 && (
        <div className="board-frame" tabIndex={0} role="region" aria-label={t('title')}>
          <table className="board orders">
            <thead>
              <tr>
                <th scope="col">{t('doc')}</th>
                <th scope="col" className="only-wide">
                  {t('reason')}
                </th>
                <th scope="col" className="only-wide">
                  {t('from')}
                </th>
                <th scope="col" className="number">
                  {t('projects')}
                </th>
                <th scope="col" className="number">
                  {t('skipped')}
                </th>
                <th scope="col">{t('state')}</th>
                <th scope="col" className="only-wide">
                  {t('orderedAt')}
                </th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id}>
                  <th scope="row">
                    <PointLink to={`/reassignments/${order.id}`}>{order.doc ?? t('noDoc')}</PointLink>
                  </th>
                  <td className="only-wide">{order.reason}</td>
                  <td className="figure only-wide">{dateText(order.from, language)}</td>
                  <td className="number figure">{countText(order.projects)}</td>
                  <td className="number figure">
                    {order.skipped === null ? (
                      <NotSaid />
                    ) : (
                      <span className={order.skipped > 0 ? 'wrong' : 'quiet'}>{countText(order.skipped)}</span>
                    )}
                  </td>
                  <td>{t(`states.${order.state}`)}</td>
                  <td className="only-wide">
                    <Instant value={order.ordered.recordedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ListFoot list={read} />
    </Page>
  );
}
