import { useTranslation } from 'react-i18next';
import { namesOf, OneChange } from './change.tsx';
import { useCompared } from './compared.ts';
import { PointLink } from './point-link.tsx';
import { useNameOf } from './value.tsx';

/** On the page of a project, in compare mode: what changed of it between the two points; nothing outside of it. */
export function ChangesOfProject({ id }: { readonly id: string }) {
  const { t } = useTranslation('compare');
  const compared = useCompared(id);
  const shared = useNameOf();
  if (!compared) return null;
  return (
    <section className="sheet changes-of-project" aria-label={t('list')}>
      {compared.changes.length === 0 && <p className="quiet">{t('noChanges')}</p>}
      {compared.changes.map((change) => (
        <OneChange key={`${change.field} ${change.cause}`} change={change} nameOf={namesOf(compared.names, shared)} />
      ))}
      <PointLink to={`/compare/${id}`}>{t('whole')}</PointLink>
    </section>
  );
}
