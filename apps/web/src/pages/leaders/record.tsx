import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, timeOf, type Schemas } from '../../api/client.ts';
import { usePages } from '../../api/queries.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { dateText, Failed, ImpreciseDate, Loading, Person } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';
import { EventLink } from './event-link.tsx';
import { deedsOf, handoversOf, type Deed, type Handover } from './handovers.ts';

const LIMIT = 200;
/** So many projects are read for the handovers and visits of one person. */
const PROJECTS_MAX = 200;

type Project = Schemas['ProjectPageShape'];

/** Some projects with their tenures and visits; undefined until all are read. */
function useProjects(ids: readonly string[]): { readonly projects?: readonly Project[]; readonly error: Error | null } {
  const { point } = usePoint();
  const path = '/api/projects/{id}';
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [path, { path: { id } }, timeOf(path, point)],
      queryFn: ({ signal }: { signal: AbortSignal }) => read(path, { path: { id } }, point, signal),
    })),
    combine: (reads) => {
      const projects = reads.flatMap(({ data }) => (data ? [data] : []));
      const error = reads.find((one) => one.error)?.error ?? null;
      return { ...(projects.length === ids.length && { projects }), error };
    },
  });
}

function HandoverEntry({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  const language = useLanguage();
  const { kind, other, doc, projects, from } = handover;
  const count = projects.length;
  const [before, after] = (
    kind === 'taken' ? t('takenFrom', { person: '\n', count }) : t('handedTo', { person: '\n', count })
  ).split('\n');
  return (
    <li className="entry">
      <span className="figure day">{dateText(from, language)}</span>
      <div>
        <span className={`mark ${kind}`}>{t(kind)}</span>{' '}
        {other ? (
          <>
            {before}
            <Person id={other.id} name={other.name} />
            {after}
          </>
        ) : (
          t(kind === 'taken' ? 'takenFirst' : 'handedOff', { count })
        )}{' '}
        <span className="quiet">{doc === null ? t('noDoc') : t('doc', { doc })}</span>
        <ul>
          {projects.map(({ id, name, roleLabel, factId }) => (
            <li key={`${id} ${roleLabel.en}`}>
              <PointLink to={`/projects/${id}`}>{name}</PointLink> <span className="quiet">{said(roleLabel)}</span>{' '}
              <EventLink projectId={id} id={factId} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function Deeds({ deeds, empty }: { readonly deeds: readonly Deed[]; readonly empty: string }) {
  if (deeds.length === 0) return <p className="sheet quiet">{empty}</p>;
  return (
    <ul className="entries sheet">
      {deeds.map(({ on, text, factId, project }) => (
        <li key={factId} className="entry">
          <span className="day">
            <ImpreciseDate value={on} />
          </span>
          <div>
            <PointLink to={`/projects/${project.id}`}>{project.name}</PointLink> {text}{' '}
            <EventLink projectId={project.id} id={factId} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Handovers, visits and help of one person, from the pages of the projects that they hold or once held. */
export function RecordTab({ id, held }: { readonly id: string; readonly held: readonly { readonly id: string }[] }) {
  const { t } = useTranslation('leaders');
  const inTime = usePages('/api/leaders/{id}/in-my-time', { path: { id }, query: { limit: LIMIT } });
  const ofTime = inTime.data?.pages.flatMap(({ items }) => items);
  const ids = [...new Set([...held, ...(ofTime ?? [])].map((project) => project.id))];
  const some = ofTime ? ids.slice(0, PROJECTS_MAX) : [];
  const { projects, error } = useProjects(some);
  const trouble = error ?? inTime.error;
  if (trouble) return <Failed error={trouble} />;
  if (!ofTime || !projects) return <Loading rows={10} />;
  const handovers = handoversOf(id, projects);
  const isWhole = ids.length === some.length && !inTime.hasNextPage;
  return (
    <>
      <p className="quiet">
        {t('readFrom', { count: projects.length })}
        {!isWhole && ` · ${t('readSome', { count: projects.length })}`}
      </p>
      <h2>{t('handovers')}</h2>
      {handovers.length === 0 ? (
        <p className="sheet quiet">{t('handoversEmpty')}</p>
      ) : (
        <ul className="entries sheet">
          {handovers.map((handover) => (
            <HandoverEntry
              key={`${handover.kind} ${handover.day} ${handover.other?.id} ${handover.doc}`}
              handover={handover}
            />
          ))}
        </ul>
      )}
      <h2>{t('siteVisits')}</h2>
      <Deeds deeds={deedsOf(id, projects, 'siteVisits')} empty={t('siteVisitsEmpty')} />
      <h2>{t('helpActions')}</h2>
      <Deeds deeds={deedsOf(id, projects, 'helpActions')} empty={t('helpActionsEmpty')} />
    </>
  );
}
