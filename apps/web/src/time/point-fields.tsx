import { Button, Form, Input, Radio } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#kernel/dates';
import { today } from '../shown/today.ts';
import { fromLocal, quickDays, toLocal } from './quick.ts';
import { KINDS, knowledgeIn, type Knowledge } from './knowledge.ts';

const HOUR_MS = 3_600_000;

interface KnownAtProps {
  readonly label: string;
  readonly value: Knowledge;
  readonly onChange: (value: Knowledge) => void;
  /** Why what was chosen cannot be shown. */
  readonly wrong?: ReactNode;
}

const FIELD = { day: 'date', instant: 'datetime-local', seq: 'text' } as const;

/** What was known: all of it, or that of a day, an instant or a number, each with a field of its own. */
export function KnownAtFields({ label, value, onChange, wrong }: KnownAtProps) {
  const { t } = useTranslation('shown');
  const id = useId();
  const { kind, text } = value;
  const choose = (next: Knowledge['kind']): void =>
    onChange(next === 'instant' ? knowledgeIn(instantBefore(0)) : { kind: next, text: '' });
  return (
    <fieldset className="known-at-fields" aria-describedby={`${id}-hint`}>
      <legend>{label}</legend>
      <Radio.Group value={kind} onChange={({ target }) => choose(target.value as Knowledge['kind'])}>
        {KINDS.map((each) => (
          <Radio key={each} value={each}>
            {t(`time.kind.${each}`)}
          </Radio>
        ))}
      </Radio.Group>
      {kind !== 'now' && (
        <Input
          type={FIELD[kind]}
          {...(kind === 'seq' && { inputMode: 'numeric' as const, placeholder: t('time.seq') })}
          {...(kind === 'instant' && { step: 1 })}
          {...(kind === 'day' && { max: today() })}
          aria-label={t(`time.${kind}`)}
          value={text}
          onChange={({ target }) => onChange({ kind, text: target.value })}
          {...(wrong !== undefined && { status: 'error' as const, 'aria-invalid': true })}
        />
      )}
      <p id={`${id}-hint`} className="quiet">
        {t(kind === 'now' ? 'time.knownNowHint' : 'time.knownAtHint')}
      </p>
      {wrong !== undefined && (
        <div className="wrong" role="alert">
          {wrong}
        </div>
      )}
      <Quick
        onDay={(day) => onChange({ kind: 'day', text: day })}
        onHourAgo={() => onChange(knowledgeIn(instantBefore(HOUR_MS)))}
      />
    </fieldset>
  );
}

const instantBefore = (ms: number): string => fromLocal(toLocal(new Date(Date.now() - ms).toISOString()));

interface QuickProps {
  readonly onDay: (day: Day) => void;
  readonly onHourAgo?: () => void;
}

/** Days and an instant that people look back to, each in one press. */
function Quick({ onDay, onHourAgo }: QuickProps) {
  const { t } = useTranslation('shown');
  return (
    <div className="quick" role="group" aria-label={t('time.quick')}>
      {onHourAgo && (
        <Button size="small" onClick={onHourAgo}>
          {t('time.hourAgo')}
        </Button>
      )}
      {quickDays(today()).map(({ key, day }) => (
        <Button key={key} size="small" title={day} onClick={() => onDay(day)}>
          {t(`time.${key}`)}
        </Button>
      ))}
    </div>
  );
}

interface DayProps {
  readonly id: string;
  readonly value: Day | undefined;
  readonly onChange: (value: Day | undefined) => void;
}

/** The business day that is judged. */
export function EffectiveOnField({ id, value, onChange }: DayProps) {
  const { t } = useTranslation('shown');
  return (
    <Form.Item label={t('time.effectiveOn')} htmlFor={id} extra={t('time.effectiveOnHint')}>
      <Input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      />
      <Quick onDay={onChange} />
    </Form.Item>
  );
}
