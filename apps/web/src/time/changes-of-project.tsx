import { useTranslation } from 'react-i18next';
import { Names } from '../shown/value.tsx';
import { namesIn, OneChange } from './change.tsx';
import { useCompared } from './compared.ts';
import { PointLink } from './point-link.tsx';

/** On the page of a project, in compare mode: what changed of it between the two points; nothing outside of it. */
export function ChangesOfProject({ id }: { readonly id: string }) {
  const { t } = useTranslation('compare');
  const compared = useCompared(id);
  if (!compared) return null;
  return (
    <section className="sheet changes-of-project" aria-label={t('list')}>
      {compared.changes.length === 0 && <p className="quiet">{t('noChanges')}</p>}
      <Names value={namesIn(compared)}>
        {compared.changes.map((change) => (
          <OneChange key={`${change.field} ${change.cause}`} change={change} />
        ))}
      </Names>
      <PointLink to={`/compare/${id}`}>{t('whole')}</PointLink>
    </section>
  );
}
