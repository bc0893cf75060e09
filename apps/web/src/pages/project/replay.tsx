import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NativeSelect } from '../../shown/index.ts';
import { movedTo } from '../../time/point.ts';
import { usePoint } from '../../time/use-point.ts';
import { pointOf, stepAt, type Event } from './events.ts';
import { Player } from './player.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

const ReplayAsFiled = lazy(() => import('./replay-filed.tsx').then(({ ReplayAsFiled: shown }) => ({ default: shown })));

const ORDERS = ['recorded', 'filed'] as const;
const ORDER = 'by';

interface ReplayProps {
  readonly id: string;
  /** All that are known now, oldest first. */
  readonly events: readonly Event[];
  /** The last event that the page knows; undefined while it is not read. */
  readonly seq: number | undefined;
  /** Whether the page is still reading the state that was asked for. */
  readonly reading: boolean;
}

/** Goes through the events of the project, as they were recorded or as they were filed. */
export function Replay({ id, ...recorded }: ReplayProps) {
  const { t } = useTranslation('project');
  const [search, setSearch] = useSearchParams();
  const { past } = usePoint();
  const isFiled = search.get(ORDER) === 'filed';
  const order = (
    <NativeSelect
      aria-label={t('replayBy')}
      value={isFiled ? 'filed' : 'recorded'}
      onChange={({ target }) =>
        setSearch(
          (now) => {
            const next = movedTo(now, {});
            if (target.value === 'filed') next.set(ORDER, 'filed');
            else next.delete(ORDER);
            return next;
          },
          { replace: true, preventScrollReset: true },
        )
      }
    >
      {ORDERS.map((one) => (
        <option key={one} value={one}>
          {t(`replayOrder.${one}`)}
        </option>
      ))}
    </NativeSelect>
  );
  return (
    <section className={`replay sheet${past ? ' past' : ''}`} aria-label={t('replay')}>
      {isFiled ? (
        <Suspense>
          <ReplayAsFiled id={id} order={order} />
        </Suspense>
      ) : (
        <ReplayAsRecorded {...recorded} order={order} />
      )}
    </section>
  );
}

/** The whole page shows what was known after each step. The last is now. */
function ReplayAsRecorded({ events, seq, reading, order }: Omit<ReplayProps, 'id'> & { readonly order: ReactNode }) {
  const [, setSearch] = useSearchParams();
  const { past, point } = usePoint();
  const [wanted, setWanted] = useState<number>();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = events.length;
  const asked = /^\d+$/.test(point.knownAt ?? '') ? Number(point.knownAt) : seq;
  const there = past && asked !== undefined ? events.findIndex((one) => one === stepAt(events, asked)) + 1 : last;
  const moveTo = (step: number, restMs = 0): void => {
    const next = Math.min(Math.max(step, 1), last);
    const target = events[next - 1];
    setWanted(next);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => {
      const point = next === last || !target ? {} : pointOf(target);
      setSearch((now) => movedTo(now, point), { replace: true, preventScrollReset: true });
      setWanted(undefined);
    }, restMs);
  };
  useEffect(() => () => clearTimeout(resting.current), []);
  return (
    <Player
      steps={events}
      at={wanted ?? there}
      moveTo={moveTo}
      waiting={reading || wanted !== undefined}
      order={order}
    />
  );
}
