import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { usePages, useRead, useReadOn } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/index.ts';
import { countText, dateText, Failed, Loading, Page, Stale } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { ListChanges } from '../../time/list-changes.tsx';
import { earlier } from '../../time/point.ts';
import { useDifference } from '../../time/use-difference.ts';
import { usePoint } from '../../time/use-point.ts';
import type { Charge } from './charges.ts';
import { Figures, type FigureOf } from './figures.tsx';
import { HeldProjects, LostProjects } from './held-projects.tsx';
import { changesOf } from './holder.tsx';
import { InMyTimeTab } from './in-my-time.tsx';
import './leaders.css';
import { Nobody } from './nobody.tsx';
import { PrintButton, PrintFoot } from './print-foot.tsx';
import { RecordTab } from './record.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

const TABS = ['now', 'inMyTime', 'record'] as const;
type Tab = (typeof TABS)[number];
type Of = 'leaders' | 'organizations';

const PATHS = { leaders: '/api/leaders/{id}', organizations: '/api/organizations/{id}/accountability' } as const;
const LIMIT = 200;
/** So many projects of one holder are read at once, so that the most pressing of all come first. */
const PAGES_MAX = 5;

/** Everything somebody holds, read on by itself, and the sums that every page of it repeats. */
function useHolder(of: Of, id: string, role: Charge['role'] | undefined) {
  const read = usePages(PATHS[of], { path: { id }, query: { limit: LIMIT, ...(role && { role }) } as never });
  useReadOn(read, PAGES_MAX);
  const { data } = read;
  return { read, first: data?.pages[0], held: data?.pages.flatMap(({ items }) => items) ?? [] };
}

function Tabs({ shown, tabs }: { readonly shown: Tab; readonly tabs: readonly Tab[] }) {
  const { t } = useTranslation('leaders');
  const [search] = useSearchParams();
  const role = search.get('role');
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      {tabs.map((tab) => {
        const asked = new URLSearchParams({ ...(tab !== 'now' && { tab }), ...(role !== null && { role }) }).toString();
        return (
          <PointLink
            key={tab}
            to={asked === '' ? '?' : `?${asked}`}
            replace
            {...(tab === shown && { 'aria-current': 'page' as const })}
          >
            {t(`tabs.${tab}`)}
          </PointLink>
        );
      })}
    </nav>
  );
}

function useFigures(of: Of): (page: Schemas['UnitPageShape'], tab: Tab) => readonly FigureOf[] {
  const { t } = useTranslation('leaders');
  const language = useLanguage();
  return ({ now, inMyTime }, tab) => {
    const { lead, coLead } = now;
    const days = (count: number): string => t('figure.days', { n: countText(count) });
    const ofNow: FigureOf[] = [
      {
        key: 'projects',
        label: t('figure.projects'),
        value: now.projects,
        ...(lead + coLead === now.projects && { hint: t('figure.leadAndCoLead', { lead, coLead }) }),
      },
      { key: 'current', label: t('figure.overdueCurrent'), value: now.overdueProjects.current, alarming: true },
      { key: 'first', label: t('figure.overdueFirst'), value: now.overdueProjects.first },
    ];
    const { overdueDays, slips, missedReports } = inMyTime;
    const ofTime: FigureOf[] = [
      { key: 'days', label: t('figure.daysCurrent'), value: overdueDays.current, words: days(overdueDays.current) },
      { key: 'daysFirst', label: t('figure.daysFirst'), value: overdueDays.first, words: days(overdueDays.first) },
      { key: 'slips', label: t('figure.slips'), value: slips, words: t('figure.times', { n: countText(slips) }) },
      {
        key: 'missed',
        label: t('figure.missed'),
        value: missedReports,
        words: t('figure.months', { n: countText(missedReports) }),
      },
    ];
    const { lastSiteVisit, siteVisits, helpActions } = inMyTime;
    const deeds: FigureOf[] = [
      {
        key: 'visits',
        label: t('figure.siteVisits'),
        value: siteVisits,
        words: t('figure.times', { n: countText(siteVisits) }),
        hint:
          lastSiteVisit === null
            ? t('figure.never')
            : t('figure.lastVisit', { day: dateText(lastSiteVisit, language) }),
      },
      {
        key: 'help',
        label: t('figure.helpActions'),
        value: helpActions,
        words: t('figure.times', { n: countText(helpActions) }),
      },
    ];
    if (of === 'organizations') return tab === 'now' ? ofNow : ofTime; // units visit nobody
    return tab === 'now' ? [...ofNow, ...deeds] : tab === 'inMyTime' ? ofTime : deeds;
  };
}

const PERSON_ROLES = ['lead', 'coLead', 'responsiblePerson'] as const;
const ROLES: readonly Charge['role'][] = [...PERSON_ROLES, 'responsibleUnit', 'agentUnit'];

function HolderPage({ of, id }: { readonly of: Of; readonly id: string }) {
  const { t } = useTranslation('leaders');
  const { past, point, comparing } = usePoint();
  const figures = useFigures(of);
  const [search] = useSearchParams();
  const role = ROLES.find((one) => one === search.get('role'));
  const personRole = PERSON_ROLES.find((one) => one === role);
  const tabs = of === 'leaders' ? TABS : TABS.slice(0, 2);
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'now';
  const { read, first, held } = useHolder(of, id, role);
  const asked = { path: { id }, query: { limit: 1, ...(role && { role }) } as never };
  const before = useRead(PATHS[of], asked, { at: earlier(point), enabled: comparing }).data;
  const changes = useDifference(PATHS[of], { path: { id }, query: { ...(role && { role }) } }, ({ id: held }) => held);
  const { post, unit } = (first ?? {}) as Partial<Pick<Schemas['LeaderPageShape'], 'post' | 'unit'>>;
  const canHandOver = of === 'leaders' && role === undefined && !past && held.length > 0;
  const actions = (
    <div className="actions leader-actions">
      {canHandOver && (
        <PointLink className="button" to={`/leaders/${id}/hand-over`}>
          {t('handOver')}
        </PointLink>
      )}
      <PrintButton />
    </div>
  );
  return (
    <Page title={first?.name ?? t('title')} actions={actions}>
      {read.error && <Failed error={read.error} retry={() => void read.refetch()} />}
      {!first && !read.error && <Loading rows={12} />}
      {first && (
        <div className={read.isPlaceholderData ? 'being-replaced' : 'leader-sheet'} aria-busy={read.isPlaceholderData}>
          <Stale lag={first.lag} />
          <p className="post">
            {post} {unit && <span className="quiet">{unit}</span>}
            {role && <span className="mark">{t(`roles.${role}`)}</span>}
          </p>
          <Tabs shown={tab} tabs={tabs} />
          <Figures of={figures(first, tab)} before={before && figures(before, tab)} />
          {comparing && of === 'leaders' && tab !== 'now' && (
            <p>
              <PointLink to={`/compare?leaderId=${id}`}>{t('changesBetween')}</PointLink>
            </p>
          )}
          {tab === 'now' && (
            <>
              <ListChanges of={changes} to={changesOf(id, role ?? (of === 'organizations' ? 'responsibleUnit' : null))}>
                {(gone) => <LostProjects lost={gone} />}
              </ListChanges>
              <HeldProjects held={held} added={changes.difference?.added} />
            </>
          )}
          {tab === 'inMyTime' && <InMyTimeTab of={of} id={id} role={role} sums={first.inMyTime} />}
          {tab === 'record' && <RecordTab id={id} role={personRole} />}
          <PrintFoot effectiveOn={first.effectiveOn} seq={first.asOf.seq} />
        </div>
      )}
    </Page>
  );
}

/** One leader, one unit, or nobody: what is held now, what happened in their time, what was handed over. */
export default function Leader({ of = 'leaders' }: { readonly of?: Of }) {
  const { id = '' } = useParams();
  return id === 'nobody' ? <Nobody /> : <HolderPage of={of} id={id} />;
}
