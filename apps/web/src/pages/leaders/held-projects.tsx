import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { countText, dateText, Stage, STAGES, Standing, titled } from '../../shown/index.ts';
import { ListMark } from '../../time/list-changes.tsx';
import { PointLink } from '../../time/point-link.tsx';
import { byProject, latenesses, mostPressingFirst, type Late } from './charges.ts';
import { EventLink } from './event-link.tsx';

export type Held = Schemas['HeldShape'] & { readonly unheldDays?: number };
type Project = ReturnType<typeof byProject<Held>>[number];

/** The zone's own word for a role, where it has one. */
export function useRoleName(): (project: Pick<Held, 'roleLabels'>, role: Held['role']) => string {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  return ({ roleLabels }, role) => {
    const label = roleLabels?.[role];
    return label ? titled(said(label)) : t(`roles.${role}`);
  };
}

/** Why a project is late, and by how much; whose days they are where not all are of this person. */
function LateLine({ late, project }: { readonly late: Late; readonly project: Project }) {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  const language = useLanguage();
  const { current, first, phase } = late;
  const milestone = `${late.label ? titled(said(late.label)) : ''}${phase === null ? '' : t('phase', { phase })}`;
  const told = (key: 'lateCurrent' | 'lateFirst', { plan, daysInAll, days = 0 }: Schemas['ChargeShape']): string =>
    t(key, { milestone, plan: plan === undefined ? '' : dateText(plan, language), count: daysInAll ?? days });
  const worst = current ?? first;
  return (
    <li>
      {current && <strong className="wrong">{told('lateCurrent', current)}</strong>}
      {first && first.plan !== current?.plan && <span>{told('lateFirst', first)}</span>}
      {!current && <span className="quiet">{t('movedSince')}</span>}
      {worst?.days !== undefined && worst.days !== worst.daysInAll && (
        <span className="quiet">
          {t(project.unheldDays === undefined ? 'inMyDays' : 'unheldDays', { count: worst.days })}
        </span>
      )}
      <EventLink projectId={project.id} id={worst?.factIds[0]} />
    </li>
  );
}

interface HeldProjectProps {
  readonly project: Project;
  /** In compare mode, whether it is held at one of the points only. */
  readonly mark: 'added' | 'gone' | undefined;
}

function HeldProject({ project, mark }: HeldProjectProps) {
  const { t } = useTranslation('leaders');
  const language = useLanguage();
  const roleName = useRoleName();
  const late = latenesses(project.overdue);
  return (
    <li className="project">
      <ListMark mark={mark} projectId={project.id}>
        <PointLink className="name" to={`/projects/${project.id}`}>
          {project.name}
        </PointLink>
      </ListMark>
      <span className="state">
        <Stage stage={project.stage} label={project.stageLabel} possible={project.possibleStage} />{' '}
        <Standing standing={project.standing} />
      </span>
      <span className="quiet since">
        {project.unheldDays !== undefined &&
          t('unheldSince', { date: dateText(project.since, language), count: project.unheldDays })}
        {project.unheldDays === undefined &&
          project.roles.map(({ role, since }) => (
            <span key={role}>
              {t(since === 'unknown' ? 'sinceUnknown' : 'since', {
                role: roleName(project, role),
                date: dateText(since, language),
              })}
            </span>
          ))}
      </span>
      {late.length > 0 && (
        <ul className="why">
          {late.map((one) => (
            <LateLine key={`${one.milestone} ${one.phase}`} late={one} project={project} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** How many of the projects are at which stage. */
function Stages({ projects }: { readonly projects: readonly Project[] }) {
  const { t } = useTranslation('leaders');
  const { t: stageName } = useTranslation('shown');
  const counts = Map.groupBy(projects, ({ stage }) => stage);
  return (
    <p className="stages" aria-label={t('byStage')}>
      {STAGES.filter((stage) => counts.has(stage)).map((stage) => (
        <span key={stage}>
          {stageName(`stage.${stage}`)} <strong className="figure">{countText(counts.get(stage)?.length ?? 0)}</strong>
        </span>
      ))}
    </p>
  );
}

/** In compare mode, what somebody held at the first point and does not at the second. */
export function LostProjects({ lost }: { readonly lost: readonly Held[] }) {
  return (
    <ul className="projects">
      {byProject(lost).map((project) => (
        <HeldProject key={project.id} project={project} mark="gone" />
      ))}
    </ul>
  );
}

interface HeldProjectsProps {
  readonly held: readonly Held[];
  /** In compare mode, the projects that were not held at the first point. */
  readonly added?: ReadonlySet<string> | undefined;
}

/** What somebody holds on the day, or what nobody does: what is late first. */
export function HeldProjects({ held, added }: HeldProjectsProps) {
  const { t } = useTranslation('leaders');
  const projects = mostPressingFirst(byProject(held));
  const isLate = ({ overdue }: Project): boolean => overdue.length > 0;
  const markOf = ({ id }: Project) => (added?.has(id) ? 'added' : undefined);
  const late = projects.filter(isLate);
  const onTime = projects.filter((project) => !isLate(project));
  if (projects.length === 0) return <p className="sheet quiet">{t('nothingHeld')}</p>;
  return (
    <>
      <Stages projects={projects} />
      <h2>
        {t('pressing')} <span className="quiet">{countText(late.length)}</span>
      </h2>
      {late.length === 0 ? (
        <p className="sheet quiet">{t('nothingLate')}</p>
      ) : (
        <ul className="projects sheet">
          {late.map((project) => (
            <HeldProject key={project.id} project={project} mark={markOf(project)} />
          ))}
        </ul>
      )}
      {onTime.length > 0 && (
        <>
          <h2>
            {t('onTime')} <span className="quiet">{countText(onTime.length)}</span>
          </h2>
          <ul className="projects sheet">
            {onTime.map((project) => (
              <HeldProject key={project.id} project={project} mark={markOf(project)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
