import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { Person } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { withNames, type Preview, type PreviewItem } from './preview.ts';

function Row({ item }: { readonly item: PreviewItem }) {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  const { project, holders, person, replaces, refusal } = item;
  return (
    <tr>
      <th scope="row">
        <PointLink to={`/projects/${project.id}`}>{project.name ?? project.id}</PointLink>
      </th>
      <td>
        {holders.length === 0 && <Person id={null} name={null} />}
        {holders.map(({ id, name, role }) => (
          <span key={`${role} ${id}`} className="holder">
            <Person id={id} name={name} /> <span className="quiet">{t(role)}</span>{' '}
          </span>
        ))}
      </td>
      <td className={refusal ? 'refused' : undefined}>
        {refusal ? (
          <>
            <strong>{t('handover.refused')}</strong> {withNames(said(refusal.messages), item)}
          </>
        ) : (
          <>
            {t(item.lead ? 'handover.willLead' : 'handover.willCoLead', { person: person.name ?? person.id })}
            {replaces && ` · ${t('handover.replaces', { person: replaces.name ?? replaces.id })}`}
          </>
        )}
      </td>
    </tr>
  );
}

/** A preview may have thousands of rows; those beyond are counted, and ordered with the others. */
const ROWS_MAX = 500;

/** What an order would do, project by project; those that it would not change come first. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('leaders');
  const { items, possible, refused, more } = preview;
  const ordered = [...items].sort((a, b) => Number(a.row !== null) - Number(b.row !== null));
  return (
    <section aria-labelledby="previewed">
      <h2 id="previewed">{t('handover.previewed', { possible, refused })}</h2>
      <p className="quiet">
        {t('handover.nothingChanges')} {more && t('handover.more')}
      </p>
      <div className="board-frame" tabIndex={0} role="region" aria-labelledby="previewed">
        <table className="board">
          <thead>
            <tr>
              <th scope="col">{t('handover.project')}</th>
              <th scope="col">{t('handover.now')}</th>
              <th scope="col">{t('handover.after')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, ROWS_MAX).map((item) => (
              <Row key={`${item.project.id} ${item.lead}`} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {ordered.length > ROWS_MAX && <p className="quiet">{t('handover.rest', { count: ordered.length - ROWS_MAX })}</p>}
    </section>
  );
}
