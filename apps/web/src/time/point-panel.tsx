import { Button, Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '#kernel/dates';
import { Problem } from '../api/problem.ts';
import { useLanguage } from '../i18n/index.ts';
import { dateText } from '../shown/dates.ts';
import { today } from '../shown/today.ts';
import { useSeqFiledBy } from './use-filed.ts';
import { knowledgeIn, knownAtIn, type Knowledge } from './knowledge.ts';
import { EffectiveOnField, KnownAtFields } from './point-fields.tsx';
import { between, earlier, isComparing, later, type Point } from './point.ts';
import { troubleOf, type Trouble } from './probe.ts';
import { problemText } from './problem.ts';
import { useAttempt } from './use-attempt.ts';
import { usePoint } from './use-point.ts';
import './point-panel.css';

/** What a comparison begins with until something else is chosen. */
const COMPARED_DAYS = 30;

/** One point as it is being chosen. */
interface Choice {
  readonly known: Knowledge;
  readonly on: Day | undefined;
}

const choiceOf = ({ knownAt, effectiveOn }: Point): Choice => ({ known: knowledgeIn(knownAt), on: effectiveOn });

function pointOf({ known, on }: Choice): Point {
  const knownAt = knownAtIn(known);
  return { ...(typeof knownAt === 'string' && { knownAt }), ...(on !== undefined && { effectiveOn: on }) };
}

interface ChoiceProps {
  readonly id: string;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly trouble: Trouble | undefined;
  /** Whether somebody has tried to go there: what is not typed yet is no error. */
  readonly tried: boolean;
}

function ChoiceFields({ id, choice, onChange, trouble, tried }: ChoiceProps) {
  const { t } = useTranslation('shown');
  const language = useLanguage();
  const { known, on } = choice;
  const unknown = trouble?.error instanceof Problem && trouble.error.body.code === 'KnownBeforeFirst';
  const day = unknown && known.kind === 'day' ? known.text : undefined;
  const seq = useSeqFiledBy(day);
  const missing = tried && knownAtIn(known) === null ? t(`time.wrong.${known.kind}`) : undefined;
  const wrong = missing ?? (trouble && problemText(trouble.error, pointOf(choice), t, language));
  return (
    <>
      <KnownAtFields
        label={t('time.knownAt')}
        value={known}
        onChange={(next) => onChange({ ...choice, known: next })}
        {...(wrong !== undefined && {
          wrong: (
            <>
              <p>{wrong}</p>
              {day !== undefined && seq !== undefined && (
                <>
                  <p className="quiet">{t('time.filed.hint', { day: dateText(day, language), seq })}</p>
                  <Button size="small" onClick={() => onChange({ known: knowledgeIn(String(seq)), on: on ?? day })}>
                    {t('time.filed.take', { seq })}
                  </Button>
                </>
              )}
            </>
          ),
        })}
      />
      <EffectiveOnField id={id} value={on} onChange={(next) => onChange({ ...choice, on: next })} />
    </>
  );
}

interface PanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Whether it opens with a point to compare from. */
  readonly comparing?: boolean;
}

const monthAgo = (): Choice => choiceOf({ knownAt: addDays(today(), -COMPARED_DAYS) });

/** Where a page is moved in time, and what it is compared with. Whether the ledger knows the point is asked before going. */
export default function PointPanel({ open, onClose, comparing = false }: PanelProps) {
  const { t } = useTranslation('shown');
  const { point, go } = usePoint();
  const [to, setTo] = useState(choiceOf(later(point)));
  const [from, setFrom] = useState<Choice | undefined>(
    isComparing(point) ? choiceOf(earlier(point)) : comparing ? monthAgo() : undefined,
  );
  const [{ state, trouble }, setState] = useState<Progress>({ state: 'choosing' });
  const attempt = useAttempt();
  const changed = (): void => {
    attempt.end();
    setState({ state: 'choosing' });
  };
  const apply = async (): Promise<void> => {
    if ([to, from].some((choice) => choice && knownAtIn(choice.known) === null)) return setState({ state: 'tried' });
    const chosen = from ? between(pointOf(from), pointOf(to)) : pointOf(to);
    setState({ state: 'checking' });
    const signal = attempt.begin();
    const found = await troubleOf(chosen, signal);
    if (signal.aborted) return;
    if (found) return setState({ state: 'tried', trouble: found });
    go(chosen);
    onClose();
  };
  const of = (part: 'to' | 'from'): Pick<ChoiceProps, 'trouble' | 'tried'> => ({
    tried: state === 'tried',
    trouble: trouble?.part === part || (trouble?.part === 'both' && part === 'from') ? trouble : undefined,
  });
  return (
    <Modal
      title={t('time.control')}
      open={open}
      onCancel={() => {
        attempt.end();
        onClose();
      }}
      onOk={() => void apply()}
      okText={t(state === 'checking' ? 'time.checking' : 'time.apply')}
    >
      <Form layout="vertical" className="point-panel" onFinish={() => void apply()}>
        <ChoiceFields id="effective-on" choice={to} onChange={(next) => (changed(), setTo(next))} {...of('to')} />
        <Checkbox
          checked={from !== undefined}
          onChange={({ target }) => {
            changed();
            setFrom(target.checked ? monthAgo() : undefined);
          }}
        >
          {t('time.compare')}
        </Checkbox>
        {from && (
          <section aria-label={t('time.compareFrom')} className="compare-from">
            <h3>{t('time.compareFrom')}</h3>
            <ChoiceFields
              id="from-effective-on"
              choice={from}
              onChange={(next) => (changed(), setFrom(next))}
              {...of('from')}
            />
          </section>
        )}
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}

interface Progress {
  readonly state: 'choosing' | 'checking' | 'tried';
  readonly trouble?: Trouble;
}
