import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { ListFoot, ListHead, Names, titled } from '../../shown/index.ts';
import { namesIn, OneChange } from '../../time/change.tsx';
import { PointLink } from '../../time/point-link.tsx';

const ROWS = 30;

interface ProjectsProps {
  readonly filters: Readonly<Record<string, string>>;
  readonly kind: string | undefined;
}

/** The projects that differ between the two points: each field as it was and as it is, with the events behind it. */
export function Projects({ filters, kind }: ProjectsProps) {
  const { t } = useTranslation('compare');
  const said = useSaid();
  const query = { ...filters, ...(kind !== undefined && { kind }), limit: ROWS } as object;
  const read = usePages('/api/projects/compare', { query });
  const { data, isPlaceholderData } = read;
  if (data === undefined) return <ListHead list={read} rows={8} />;
  const items = data.pages.flatMap((page) => page.items.map((item) => ({ ...item, names: page.names })));
  if (items.length === 0) return <p className="sheet nothing">{t('nothingOfKind')}</p>;
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'being-replaced' : undefined}>
      <ul className="compared-projects">
        {items.map(({ id, number, name, kinds, changes, names }) => (
          <li key={id} className="sheet">
            <h3>
              <PointLink to={`/projects/${id}`}>{name ?? `#${number}`}</PointLink>
              {kinds.map((each) => (
                <span key={each.kind} className={`mark kind ${each.kind}`}>
                  {titled(said(each.label))}
                </span>
              ))}
              <PointLink className="whole" to={`/compare/${id}`}>
                {t('whole')}
              </PointLink>
            </h3>
            <Names value={namesIn({ names })}>
              {changes.map((change) => (
                <OneChange key={`${change.field} ${change.cause}`} change={change} />
              ))}
            </Names>
          </li>
        ))}
      </ul>
      <ListFoot list={read} />
    </div>
  );
}
