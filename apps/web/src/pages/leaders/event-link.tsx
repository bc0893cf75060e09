import { useTranslation } from 'react-i18next';
import { PointLink } from '../../time/point-link.tsx';

interface EventLinkProps {
  readonly projectId: string;
  /** Without one there is no link. */
  readonly id: string | undefined;
}

/** Leads to the event behind something, where it stands in the course of its project. */
export function EventLink({ projectId, id }: EventLinkProps) {
  const { t } = useTranslation('leaders');
  if (id === undefined) return null;
  return (
    <PointLink to={`/projects/${projectId}#event-${id}`} className="event" title={t('factHint')}>
      {t('fact')}
    </PointLink>
  );
}
