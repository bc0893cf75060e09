import { useTranslation } from 'react-i18next';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';

/** Where else the project is: in the log, in a file, in a comparison. All at the point of the page. */
export function Elsewhere({ id }: { readonly id: string }) {
  const { t } = useTranslation('project');
  const { point } = usePoint();
  const fileOf = (format: 'csv' | 'json'): string =>
    `/api/projects/${id}/export?${new URLSearchParams({
      format,
      ...(point.knownAt !== undefined && { knownAt: point.knownAt }),
    })}`;
  return (
    <nav className="elsewhere" aria-label={t('elsewhere.title')}>
      <PointLink to={`/log?subject=${id}`}>{t('elsewhere.log')}</PointLink>
      <PointLink to={`/compare/${id}`}>{t('elsewhere.compare')}</PointLink>
      <a href={fileOf('csv')} download>
        {t('elsewhere.csv')}
      </a>
      <a href={fileOf('json')} download>
        {t('elsewhere.json')}
      </a>
    </nav>
  );
}
