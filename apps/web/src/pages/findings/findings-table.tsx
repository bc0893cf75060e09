import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { dateText, Person, ProjectOfZone, titled } from '../../shown/index.ts';
import { ListMark } from '../../time/list-changes.tsx';
import { PointLink } from '../../time/point-link.tsx';

export type Finding = Schemas['LedgerFindingShape'];

/** What tells one finding from all others. */
export const keyOf = ({ project, id }: Finding): string => `${project.id}/${id}`;

interface TableProps {
  readonly items: readonly Finding[];
  /** In compare mode, what stands at one of the points only. */
  readonly markOf?: (item: Finding) => 'added' | 'gone' | undefined;
}

/** Finding by finding; on a phone one below the other. */
export function FindingsTable({ items, markOf }: TableProps) {
  const { t } = useTranslation('findings');
  const isExplained = items.some(({ explanation }) => explanation);
  return (
    <table className="list-lines items">
      <caption className="unseen">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('code')}</th>
          <th scope="col" className="text">
            {t('what')}
          </th>
          <th scope="col" className="text">
            {t('project')}
          </th>
          <th scope="col" className="text">
            {t('lead')}
          </th>
          <th scope="col" className="text">
            {t('since')}
          </th>
          <th scope="col" className="text">
            {t('evidence')}
          </th>
          <th scope="col" className="text">
            {t('explanation')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={keyOf(item)} item={item} mark={markOf?.(item)} room={isExplained} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly item: Finding;
  readonly mark: 'added' | 'gone' | undefined;
  /** Whether there is room for explanations. */
  readonly room: boolean;
}

function Row({ item, mark, room }: RowProps) {
  const { t } = useTranslation('findings');
  const said = useSaid();
  const language = useLanguage();
  const { code, messages, project, zone, lead, since, factIds, explanation } = item;
  return (
    <tr>
      <th scope="row">
        <ListMark mark={mark} projectId={project.id}>
          {t(`codes.${code}`)}
        </ListMark>
      </th>
      <td className="text long" data-label={t('what')}>
        {titled(said(messages))}
      </td>
      <td className="text long" data-label={t('project')}>
        <ProjectOfZone project={project} zone={zone} />
      </td>
      <td className="text" data-label={t('lead')}>
        <Person id={lead?.id ?? null} name={lead?.name} />
      </td>
      <td className="text figure" data-label={t('since')}>
        {dateText(since, language)}
      </td>
      <td className="text" data-label={t('evidence')}>
        <span>
          {factIds.map((id, i) => (
            <span key={id}>
              {i > 0 && ' '}
              <PointLink to={`/projects/${project.id}#event-${id}`} aria-label={`${t('evidence')} ${i + 1}`}>
                {i + 1}
              </PointLink>
            </span>
          ))}
        </span>
      </td>
      <td className={room ? 'text long' : 'text'} data-label={t('explanation')}>
        {explanation ? (
          <span>
            {explanation.text}{' '}
            <small className="quiet">{t('filed', { day: dateText(explanation.filedOn, language) })}</small>
          </span>
        ) : (
          <span className="quiet">{t('none')}</span>
        )}
      </td>
    </tr>
  );
}
