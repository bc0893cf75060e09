import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, Instant } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { Filed, Source, Subject } from './event-parts.tsx';

type Logged = Answer<'/api/events'>['items'][number];

/** Events, one a row, each leading to what it holds and changed. */
export function EventTable({ items }: { readonly items: readonly Logged[] }) {
  const { t } = useTranslation('log');
  const said = useSaid();
  return (
    <table className="events" aria-label={t('table')}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('seq')}
          </th>
          <th scope="col">{t('type')}</th>
          <th scope="col">{t('subject')}</th>
          <th scope="col">{t('filed')}</th>
          <th scope="col" className="only-wide">
            {t('recorded')}
          </th>
          <th scope="col" className="only-wide">
            {t('actor')}
          </th>
          <th scope="col" className="only-wide">
            {t('source')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((event) => (
          <tr key={event.seq}>
            <td className="number figure">
              <PointLink to={`/log/${event.seq}`}>{countText(event.seq)}</PointLink>
            </td>
            <td>
              <PointLink to={`/log/${event.seq}`} title={event.type}>
                {said(event.label)}
              </PointLink>
            </td>
            <td>
              <Subject subject={event.subject} />
            </td>
            <td>
              <Filed at={event.filedAt} claimed={event.filedAtClaimed} />
            </td>
            <td className="only-wide">
              <Instant value={event.recordedAt} />
            </td>
            <td className="only-wide" title={t('role', { role: event.actor.role })}>
              {event.actor.id}
            </td>
            <td className="only-wide">
              <Source source={event.source} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
