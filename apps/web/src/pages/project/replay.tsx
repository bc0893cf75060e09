import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSaid } from '../../i18n/index.ts';
import { ImpreciseDate, Instant } from '../../shown/index.ts';
import { movedTo } from '../../time/point.ts';
import { usePoint } from '../../time/use-point.ts';
import { Change, changesOf } from './change.tsx';
import { pointOf, stepAt, type Event } from './events.ts';

const REST_MS = 180;
const STEP_MS = 900;
const CHANGES_MAX = 2;

interface ReplayProps {
  /** All that are known now, oldest first. */
  readonly events: readonly Event[];
  /** The last event that the page knows; undefined while it is not read. */
  readonly seq: number | undefined;
  /** Whether the page is still reading the state that was asked for. */
  readonly reading: boolean;
}

/** Goes through the events of the project: the whole page shows what was known after each. The last is now. */
export function Replay({ events, seq, reading }: ReplayProps) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const hint = useId();
  const [, setSearch] = useSearchParams();
  const { past, point } = usePoint();
  const [wanted, setWanted] = useState<number>();
  const [playing, setPlaying] = useState(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = events.length;
  const asked = /^\d+$/.test(point.knownAt ?? '') ? Number(point.knownAt) : seq;
  const there = past && asked !== undefined ? events.findIndex((one) => one === stepAt(events, asked)) + 1 : last;
  const at = wanted ?? there;
  const event = events[at - 1];
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
  useEffect(() => {
    if (!playing || reading || wanted !== undefined) return undefined;
    const timer = setTimeout(() => (at >= last ? setPlaying(false) : moveTo(at + 1)), STEP_MS);
    return () => clearTimeout(timer);
  });
  const play = (): void => {
    if (!playing && at >= last) moveTo(1);
    setPlaying(!playing);
  };
  return (
    <section className={`replay sheet${past ? ' past' : ''}`} aria-label={t('replay')}>
      <div className="replay-controls">
        <Button icon={<LeftOutlined />} aria-label={t('stepBack')} disabled={at <= 1} onClick={() => moveTo(at - 1)} />
        <Button
          icon={playing ? <PauseOutlined /> : <CaretRightOutlined />}
          aria-label={t(playing ? 'pause' : 'play')}
          onClick={play}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={t('stepForward')}
          disabled={at >= last}
          onClick={() => moveTo(at + 1)}
        />
        <input
          type="range"
          min={1}
          max={Math.max(last, 1)}
          value={Math.max(at, 1)}
          aria-label={t('replay')}
          aria-valuetext={event ? `${t('step', { at, last })} ${said(event.label)}` : undefined}
          aria-describedby={hint}
          onChange={({ target }) => {
            setPlaying(false);
            moveTo(Number(target.value), REST_MS);
          }}
        />
      </div>
      <p id={hint} className="replay-step">
        {event ? (
          <>
            <span className="quiet figure">{t('step', { at, last })}</span> <strong>{said(event.label)}</strong>
            {event.on && (
              <>
                {' '}
                <ImpreciseDate value={event.on.date} />
              </>
            )}{' '}
            <span className="quiet">
              {t('filedAt')} <Instant value={event.filedAt} />
              {at === last && ` · ${t('isNow')}`}
            </span>
            {changesOf(event)
              .slice(0, CHANGES_MAX)
              .map((change) => (
                <span key={`${change.field} ${change.label ? '' : 'own'}`} className="replay-change">
                  <Change change={change} />
                </span>
              ))}
          </>
        ) : (
          <span className="quiet">{t('beforeFirst')}</span>
        )}
      </p>
    </section>
  );
}
