import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/queries.ts';
import { Failed, Loading, Names, Page, Ready, Stale } from '../../shown/index.ts';
import { ChangesOfProject } from '../../time/changes-of-project.tsx';
import { usePoint } from '../../time/use-point.ts';
import { Roles } from './band-view.tsx';
import { Doing, useDoing } from './doing.tsx';
import { eventsOf, type Event } from './events.ts';
import { Findings } from './findings.tsx';
import { Head, type ProjectPage } from './head.tsx';
import { Investment } from './investment.tsx';
import { FileMenu } from './menu.tsx';
import './project.css';
import { Rail } from './rail-view.tsx';
import { Replay } from './replay.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { Belonging, OnSite, Registration, Reports } from './sheets-more.tsx';
import { Contracts, Land, Permits } from './sheets.tsx';
import { Timeline } from './timeline.tsx';
import { useEvents } from './use-events.ts';

interface PartsProps {
  readonly page: ProjectPage;
  /** Those that were known at the point of the page. */
  readonly events: readonly Event[] | undefined;
}

function Parts({ page, events = [] }: PartsProps) {
  const { past } = usePoint();
  const doing = useDoing();
  return (
    <>
      <Head page={page} />
      <Elsewhere id={page.id} />
      <div className="side-by-side">
        <Rail page={page} act={past ? undefined : doing} />
        <Findings
          page={page}
          events={events}
          {...(!past && { explain: (finding: string) => doing({ do: 'explain-finding', finding }) })}
        />
      </div>
      <Roles page={page} />
      <Investment page={page} />
      <div className="columns">
        <Reports reports={page.reports} />
        <Land land={page.land} />
        <Contracts contracts={page.contracts} />
        <Permits permits={page.permits} />
        <Registration registration={page.registration} />
        <OnSite page={page} />
        <Belonging page={page} />
      </div>
    </>
  );
}

export default function Project() {
  const { t } = useTranslation('project');
  const { id = '' } = useParams();
  const { past } = usePoint();
  const doing = useDoing();
  const project = useRead('/api/projects/{id}', { path: { id } }) as UseQueryResult<ProjectPage>;
  const { events, error } = useEvents(id);
  const page = project.data;
  const seq = page?.asOf.seq;
  const known = useMemo(
    () => (past && seq !== undefined ? events && eventsOf(events.filter((one) => one.seq <= seq)) : events),
    [events, past, seq],
  );
  const permits = useMemo(
    () => new Map(page?.permits.map(({ item }) => [item.id, item.name ?? item.id])),
    [page?.permits],
  );
  return (
    <Page title={page?.name ?? t('title')} actions={page && !past && <FileMenu />}>
      <Names value={permits}>
        {events && events.length > 0 && (
          <Replay id={id} events={events} seq={seq} reading={project.isPlaceholderData || project.isFetching} />
        )}
        <Ready read={project} rows={12}>
          {(answer) => (
            <>
              <Stale lag={answer.lag} />
              <ChangesOfProject id={id} />
              <Parts page={answer} events={known} />
            </>
          )}
        </Ready>
        {error && !project.error && <Failed error={error} />}
        {page && !known && !error && <Loading rows={6} />}
        {page && known && (
          <Timeline
            events={known}
            {...(!past && { mend: (what: 'correct' | 'revoke', fact: string) => doing({ do: what, fact }) })}
          />
        )}
        {page && events && !past && <Doing page={page} events={events} />}
      </Names>
    </Page>
  );
}
