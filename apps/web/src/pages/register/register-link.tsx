import { useTranslation } from 'react-i18next';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';

/** Leads to the form that registers a project; nothing in a past state, where none can be registered. */
export function RegisterLink() {
  const { t } = useTranslation('register');
  if (usePoint().past) return null;
  return (
    <PointLink className="button" to="/projects/new">
      {t('title')}
    </PointLink>
  );
}
