import { lazy, Suspense, useCallback } from 'react';
import type { Event } from './events.ts';
import { isVerb } from './forms.ts';
import type { ProjectPage } from './head.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

const File = lazy(() => import('./acts.tsx').then(({ File: default_ }) => ({ default: default_ })));
const Correct = lazy(() => import('./acts.tsx').then(({ Correct: default_ }) => ({ default: default_ })));
const Revoke = lazy(() => import('./acts.tsx').then(({ Revoke: default_ }) => ({ default: default_ })));

/** The address says which form is open, so that a reload comes back to it: `do=sign`, `do=correct&fact=<id>`. */
const KEYS = ['do', 'fact', 'milestone', 'finding'] as const;

/** Opens and closes the forms of the page. */
export function useDoing(): (what: Readonly<Partial<Record<(typeof KEYS)[number], string>>>) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (what) =>
      setSearch(
        (now) => {
          const next = new URLSearchParams(now);
          for (const key of KEYS) {
            const value = what[key];
            if (value === undefined) next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
}

interface DoingProps {
  readonly page: ProjectPage;
  readonly events: readonly Event[];
}

/** The form that the address asks for. */
export function Doing({ page, events }: DoingProps) {
  const [search] = useSearchParams();
  const doing = useDoing();
  const close = useCallback(() => doing({}), [doing]);
  const what = search.get('do');
  const event = events.find(({ eventId }) => eventId === search.get('fact'));
  const milestone = search.get('milestone');
  const finding = page.findings.find(({ id }) => id === search.get('finding'));
  const fixed = finding && { finding: finding.id, evidence: finding.factIds };
  return (
    <Suspense>
      {what === 'correct' && event && (
        <Correct key={event.eventId} page={page} events={events} event={event} close={close} />
      )}
      {what === 'revoke' && event && (
        <Revoke key={event.eventId} page={page} events={events} event={event} close={close} />
      )}
      {isVerb(what) && (
        <File
          key={what}
          page={page}
          events={events}
          verb={what}
          given={milestone === null ? {} : { milestone }}
          {...(fixed && { fixed })}
          close={close}
        />
      )}
    </Suspense>
  );
}
