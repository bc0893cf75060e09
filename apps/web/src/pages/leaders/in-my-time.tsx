import { useTranslation } from 'react-i18next';
import { addDays } from '#kernel/dates';
import type { Schemas } from '../../api/client.ts';
import { usePages } from '../../api/queries.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { countText, dateText, ListFoot, ListHead, Stage, Standing, titled } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import type { Charge } from './charges.ts';
import { EventLink } from './event-link.tsx';

type InMyTime = Schemas['InMyTimeShape'];
type ProjectInTime = Schemas['ProjectInTimeShape'];

/** One thing that somebody answers for, in words. */
function useChargeWords(): (charge: Charge) => string {
  const { t } = useTranslation('leaders');
  const said = useSaid();
  const language = useLanguage();
  const date = (text: string | undefined): string => (text === undefined ? t('noPlan') : dateText(text, language));
  return (charge) => {
    const { kind, months, phase, days = 0 } = charge;
    const milestone = `${charge.milestoneLabel ? titled(said(charge.milestoneLabel)) : ''}${phase === null ? '' : t('phase', { phase })}`;
    if (kind === 'missedReport') {
      const { first = '', last = '', count = 0 } = months ?? {};
      const words = { first: date(first), last: date(last), count };
      return count === 1 ? t('chargedMissedOne', words) : t('chargedMissed', words);
    }
    if (kind === 'slip') {
      const { from, to, nth = 1 } = charge;
      const later = charge.days === undefined ? [] : [t('chargedSlipDays', { count: days })];
      return [t('chargedSlip', { milestone, from: date(from), to: date(to), nth }), ...later].join(' · ');
    }
    // `until` is the first day without it.
    const until = charge.until === null ? t('stillOn') : date(addDays(charge.until, -1));
    const against = t(kind === 'overdueCurrent' ? 'againstCurrent' : 'againstFirst');
    const words = { milestone, plan: date(charge.plan), count: days, since: date(charge.since), until };
    return `${t('chargedOverdue', words)} · ${against}`;
  };
}

function Charges({ project: { id, charges } }: { readonly project: ProjectInTime }) {
  const { t } = useTranslation('leaders');
  const words = useChargeWords();
  return (
    <details>
      <summary>{t('charges', { count: charges.length })}</summary>
      <ul className="charges">
        {charges.map((charge) => (
          <li
            key={`${charge.kind} ${charge.milestone} ${charge.phase} ${charge.role} ${charge.since} ${charge.factIds[0]}`}
          >
            {words(charge)} <EventLink projectId={id} id={charge.factIds[0]} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ProjectProps {
  readonly project: ProjectInTime;
  readonly holderId: string;
}

function Project({ project, holderId }: ProjectProps) {
  const { t } = useTranslation('leaders');
  const { overdueDays, slips, missedReports, leaderId, coLeaderIds } = project;
  const holders = [
    leaderId,
    ...coLeaderIds,
    project.responsiblePersonId,
    project.responsibleUnitId,
    project.agentUnitId,
  ];
  return (
    <li className="project timed">
      <PointLink className="name" to={`/projects/${project.id}`}>
        {project.name}
      </PointLink>
      <span className="state">
        <Stage stage={project.stage} label={project.stageLabel} possible={project.possibleStage} />{' '}
        <Standing standing={project.standing} />
        {!holders.includes(holderId) && <span className="mark">{t('holdsNoMore')}</span>}
      </span>
      <span className="sums">
        <span className={overdueDays.current > 0 ? 'wrong' : undefined}>
          {t('overdueSum', { current: countText(overdueDays.current), first: countText(overdueDays.first) })}
        </span>
        {slips > 0 && <span>{t('slipsSum', { count: slips })}</span>}
        {missedReports > 0 && <span>{t('missedSum', { count: missedReports })}</span>}
      </span>
      <Charges project={project} />
    </li>
  );
}

function RoleTable({ byRole }: Pick<InMyTime, 'byRole'>) {
  const { t } = useTranslation('leaders');
  return (
    <div className="board-frame by-role" tabIndex={0} role="region" aria-label={t('roleTable')}>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('role')}</th>
            {(['holds', 'daysCurrent', 'daysFirst', 'slips', 'missed'] as const).map((key) => (
              <th key={key} scope="col" className="number">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byRole.map(({ role, projects, overdueDays, slips, missedReports }) => (
            <tr key={role}>
              <th scope="row">{t(`roles.${role}`)}</th>
              {[projects, overdueDays.current, overdueDays.first, slips, missedReports].map((count, i) => (
                <td key={i} className="number figure">
                  {countText(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Props {
  readonly of: 'leaders' | 'organizations';
  readonly id: string;
  readonly role: Charge['role'] | undefined;
  readonly sums: InMyTime;
}

const PATHS = {
  leaders: '/api/leaders/{id}/in-my-time',
  organizations: '/api/organizations/{id}/accountability/in-my-time',
} as const;
const LIMIT = 50;

/** What happened in somebody's own tenure, also in projects they hold no more. */
export function InMyTimeTab({ of, id, role, sums }: Props) {
  const { t } = useTranslation('leaders');
  const read = usePages(PATHS[of], { path: { id }, query: { limit: LIMIT, ...(role && { role }) } as never });
  const items = read.data?.pages.flatMap((page) => page.items);
  return (
    <>
      {sums.byRole.length > 1 && <RoleTable byRole={sums.byRole} />}
      <h2>{t('timeList')}</h2>
      <ListHead list={read} rows={6} />
      {items?.length === 0 && <p className="sheet quiet">{t('timeEmpty')}</p>}
      {items && items.length > 0 && (
        <ul className="projects sheet">
          {items.map((project) => (
            <Project key={project.id} project={project} holderId={id} />
          ))}
        </ul>
      )}
      <ListFoot list={read} />
    </>
  );
}
