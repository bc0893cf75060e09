import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { ImpreciseDate, Instant, titled } from '../../shown/index.ts';
import { Change, changesOf } from './change.tsx';
import type { Step } from './events.ts';

const REST_MS = 180;
const STEP_MS = 900;
const CHANGES_MAX = 2;

interface PlayerProps {
  readonly steps: readonly Step[];
  /** The step that is shown, from 1; 0 before the first. */
  readonly at: number;
  /** Goes to a step, once `restMs` have passed without another one. */
  readonly moveTo: (step: number, restMs?: number) => void;
  /** Whether what belongs to the step is still on its way: playing waits for it. */
  readonly waiting: boolean;
  /** Which order the steps are in. */
  readonly order: ReactNode;
  /** What is shown of the step besides. */
  readonly children?: ReactNode;
}

/** Goes through steps: by a slider, one by one, or by itself. */
export function Player({ steps, at, moveTo, waiting, order, children }: PlayerProps) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const hint = useId();
  const [playing, setPlaying] = useState(false);
  const last = steps.length;
  const step = steps[at - 1];
  useEffect(() => {
    if (!playing || waiting) return undefined;
    const timer = setTimeout(() => (at >= last ? setPlaying(false) : moveTo(at + 1)), STEP_MS);
    return () => clearTimeout(timer);
  });
  const play = (): void => {
    if (!playing && at >= last) moveTo(1);
    setPlaying(!playing);
  };
  return (
    <>
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
          aria-valuetext={step ? `${t('step', { at, last })} ${said(step.label)}` : undefined}
          aria-describedby={hint}
          onChange={({ target }) => {
            setPlaying(false);
            moveTo(Number(target.value), REST_MS);
          }}
        />
        {order}
      </div>
      <p id={hint} className="replay-step">
        {step ? (
          <>
            <span className="quiet figure">{t('step', { at, last })}</span>
            <strong>{titled(said(step.label))}</strong>
            {step.on && <ImpreciseDate value={step.on.date} />}
            <span className="quiet">
              {t('filedAt')} <Instant value={step.filedAt} />
              {at === last && ` · ${t('isNow')}`}
            </span>
            {changesOf(step)
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
      {children}
    </>
  );
}
