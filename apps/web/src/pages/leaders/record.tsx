import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { usePages } from '../../api/queries.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { dateText, ImpreciseDate, ListFoot, ListHead, Person, titled } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { EventLink } from './event-link.tsx';
import { takingsOf, type Course, type Taking, type Tenure } from './handovers.ts';

/** A sentence with a person in it, by the place that the translation gives them. */
function WithPerson({ text, person }: { readonly text: string; readonly person: Schemas['NamedShape'] }) {
  const [before, after] = text.split(PERSON_HERE);
  return (
    <>
      {before}
      <Person id={person.id} name={person.name} />
      {after}
    </>
  );
}
const PERSON_HERE = '\n';

/** By which document, and by which order, projects changed hands. */
function Grounds({ doc, orderId }: { readonly doc: string | null; readonly orderId: string | null }) {
  const { t } = useTranslation('leaders');
  return (
    <>
      <span className="quiet">{doc === null ? t('noDoc') : t('doc', { doc })}</span>
      {orderId !== null && (
        <>
          {' '}
          <PointLink className="event" to={`/reassignments/${orderId}`}>
            {t('order')}
          </PointLink>
        </>
      )}
    </>
  );
}

/** How some of the projects went on, and which they are. */
function CourseEntry({ course: { until, end, successor, tenures } }: { readonly course: Course }) {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  const language = useLanguage();
  const count = tenures.length;
  const day = dateText(successor?.from ?? until ?? '', language);
  return (
    <li>
      <span className={`mark ${until === null ? 'held' : 'handed'}`}>{t(`end.${end ?? 'held'}`)}</span>{' '}
      {until === null && t('stillHeld', { count })}
      {successor && <WithPerson text={t('handedTo', { day, person: PERSON_HERE, count })} person={successor} />}
      {until !== null && !successor && t(end === 'exited' ? 'endedByExit' : 'handedOff', { day, count })}{' '}
      {successor && <Grounds doc={successor.doc} orderId={successor.orderId} />}
      <ul>
        {tenures.map(({ project, role, roleLabel, days, factId }) => (
          <li key={`${project.id} ${role}`}>
            <PointLink to={`/projects/${project.id}`}>{project.name ?? project.id}</PointLink>{' '}
            <span className="quiet">
              {titled(said(roleLabel))} · {t('daysHeld', { count: days })}
            </span>{' '}
            <EventLink projectId={project.id} id={factId} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function TakingEntry({ taking, id }: { readonly taking: Taking; readonly id: string }) {
  const { t } = useTranslation('leaders');
  const language = useLanguage();
  const { from, predecessor, count, courses } = taking;
  const isRenewal = predecessor?.id === id;
  return (
    <li className="entry">
      <span className="figure day">{dateText(from, language)}</span>
      <div>
        <span className="mark taken">{t(isRenewal ? 'renewed' : 'taken')}</span>{' '}
        {predecessor && !isRenewal ? (
          <WithPerson text={t('takenFrom', { person: PERSON_HERE, count })} person={predecessor} />
        ) : (
          t(isRenewal ? 'renewal' : 'takenFirst', { count })
        )}{' '}
        <Grounds doc={taking.doc} orderId={taking.orderId} />
        <ul className="courses">
          {courses.map((course) => (
            <CourseEntry
              key={`${course.until} ${course.end} ${course.successor?.id} ${course.successor?.doc}`}
              course={course}
            />
          ))}
        </ul>
      </div>
    </li>
  );
}

const TENURES = 200;
const ACTIONS = 50;

interface RecordProps {
  readonly id: string;
  readonly role: Tenure['role'] | undefined;
}

/** What somebody took on and how it went on, by document and day. */
function Handovers({ id, role }: RecordProps) {
  const { t } = useTranslation('leaders');
  const query = { limit: TENURES, ...(role && { role }) };
  const read = usePages('/api/leaders/{id}/tenures', { path: { id }, query });
  const tenures = read.data?.pages.flatMap(({ items }) => items);
  if (!tenures) return <ListHead list={read} rows={6} />;
  if (tenures.length === 0) return <p className="sheet quiet">{t('handoversEmpty')}</p>;
  return (
    <>
      <ul className="entries sheet">
        {takingsOf(tenures).map((taking) => (
          <TakingEntry
            key={`${taking.day} ${taking.from} ${taking.predecessor?.id} ${taking.doc} ${taking.orderId}`}
            taking={taking}
            id={id}
          />
        ))}
      </ul>
      <ListFoot list={read} />
    </>
  );
}

function Actions({ id }: Pick<RecordProps, 'id'>) {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  const read = usePages('/api/leaders/{id}/actions', { path: { id }, query: { limit: ACTIONS } });
  const actions = read.data?.pages.flatMap(({ items }) => items);
  if (!actions) return <ListHead list={read} rows={4} />;
  if (actions.length === 0) return <p className="sheet quiet">{t('actionsEmpty')}</p>;
  return (
    <>
      <ul className="entries sheet">
        {actions.map(({ kind, label, project, on, text, factId }) => (
          <li key={factId} className="entry action">
            <span className="day">
              <ImpreciseDate value={on} />
            </span>
            <div>
              <span className={`mark ${kind}`}>{titled(said(label))}</span>{' '}
              <PointLink to={`/projects/${project.id}`}>{project.name ?? project.id}</PointLink> {text}{' '}
              <EventLink projectId={project.id} id={factId} />
            </div>
          </li>
        ))}
      </ul>
      <ListFoot list={read} />
    </>
  );
}

/** From whom one person took over and to whom they handed on, and what they did for projects. */
export function RecordTab(props: RecordProps) {
  const { t } = useTranslation('leaders');
  return (
    <>
      <h2>{t('handovers')}</h2>
      <Handovers {...props} />
      <h2>{t('visits')}</h2>
      <Actions id={props.id} />
    </>
  );
}
