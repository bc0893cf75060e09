import { Button } from 'antd';
import { useEffect, useRef, useState, type ComponentProps, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../api/commands.ts';
import type { CommandPath, Schemas } from '../api/client.ts';
import type { Draft } from '../api/drafts.ts';
import type { FieldError, ProblemBody } from '../api/problem.ts';
import type { Outcome } from '../api/sender.ts';
import { Refused } from '../shown/index.ts';
import { useFaults } from '../shown/faults.ts';
import { FieldInput } from './field-input.tsx';
import { dataOf, fieldsOf, kindOf, type Data, type Kind, type Typed } from './fields.ts';
import './forms.css';

/** What a form needs of a command. */
export type Sending = Pick<Command<CommandPath>, 'state' | 'problem' | 'goOn'> & {
  readonly send: (data: Data) => Promise<Outcome>;
};

export interface FormProps {
  /** The type of the fact, which decides what can be chosen. */
  readonly type: string;
  readonly fields: readonly string[];
  readonly draft: Draft<Typed>;
  /** What was filed before: what no field shows of it stays. */
  readonly before?: Data;
  /** Whether it would change nothing: then it is not sent, and said so. */
  readonly isUnchanged?: (data: Data) => boolean;
  /** What is asked before the fields. */
  readonly children?: ReactNode;
  readonly className?: string;
  /** What it is called, where nothing around it says so. */
  readonly label?: string;
  readonly submitText: string;
  readonly danger?: boolean;
  readonly sending: Sending;
  /** What others did meanwhile, in words. */
  readonly describe?: NonNullable<ComponentProps<typeof Refused>['describe']>;
  /** Called once the server has taken it. */
  readonly done: (answer: Schemas['CommandAnswerShape']) => void;
  /** Called when the person gives up what was typed. */
  readonly giveUp: () => void;
}

/** What a refusal says of one field, where the server names none. */
const FIELD_OF: Readonly<Record<string, string>> = { ProjectCodeTaken: 'code' };

const EXPLAINED = ['date', 'period', 'money', 'area', 'number', 'share', 'permits'] as const;
/** By what it is told how a field is to be typed. */
const unreadAs = (kind: Kind) => EXPLAINED.find((one) => one === kind) ?? 'other';

/** Whether a path is that of a field, of a part of it, or of the same field of a fact that is corrected. */
const isOf = (path: string, name: string): boolean => `${path}.`.replace(/^data\./, '').startsWith(`${name}.`);

/** What the server says of a field. */
function errorAt(problem: ProblemBody, name: string): FieldError | undefined {
  const error = problem.errors?.find(({ field }) => isOf(field, name));
  return error ?? (FIELD_OF[problem.code] === name ? { ...problem, field: name } : undefined);
}

/** The problem without what is said at the fields. */
const besides = (problem: ProblemBody, names: readonly string[]): ProblemBody => ({
  ...problem,
  errors: (problem.errors ?? []).filter(({ field }) => !names.some((name) => isOf(field, name))),
});

/**
 * A command as a form. What is typed is kept until the server has taken it, and what is typed while it is sent is kept after
 * it; what is wrong is said at its field.
 */
export function Form(props: FormProps) {
  const { type, fields, draft, before, submitText, danger = false, sending, describe, done, giveUp } = props;
  const { t } = useTranslation('project');
  const { textOf } = useFaults(type);
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const [isRead, setRead] = useState(true);
  const sent = useRef('');
  const now = useRef('');
  const [note, setNote] = useState<'typedSince' | 'unchanged'>();
  // What was said of what was sent is not said of what was typed since and cannot be sent.
  const problem = isRead ? sending.problem : undefined;
  const { state } = sending;
  const { data, missing, unread } = dataOf(fields, draft.value, before);
  const wrongOf = (name: string): string | undefined => {
    if (tries > 0 && missing.includes(name)) return t('missing');
    if (tries > 0 && unread.includes(name)) return t(`unread.${unreadAs(kindOf(name))}`);
    const error = problem && errorAt(problem, name);
    return error && textOf(error);
  };
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('.faulty input, .faulty textarea')?.focus();
  }, [tries, problem]);
  const put = (values: Typed): void => {
    now.current = JSON.stringify(values);
    setNote(undefined);
    draft.set(values);
  };
  // The command clears the draft that it was all of, and no other.
  const settle = (outcome: Outcome | undefined): void => {
    if (outcome?.kind !== 'accepted') return;
    if (now.current === sent.current) done(outcome.answer);
    else setNote('typedSince');
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation(); // a form that is opened from a field of another is inside of it, as React sees it
    const isWhole = missing.length + unread.length === 0;
    // Once it was sent it is empty, and nothing is missing in it.
    setTries(isWhole ? 0 : tries + 1);
    setRead(isWhole);
    const isVain = isWhole && props.isUnchanged?.(data) === true;
    setNote(isVain ? 'unchanged' : undefined);
    sent.current = now.current = JSON.stringify(draft.value);
    if (isWhole && !isVain) settle(await sending.send(data));
  };
  return (
    <form
      ref={form}
      className={props.className ?? 'fields'}
      aria-label={props.label}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      {draft.restored && <p className="quiet">{t('restored')}</p>}
      {props.children}
      {fieldsOf(fields).map(({ name, required }) => (
        <FieldInput
          key={name}
          type={type}
          name={name}
          required={required}
          values={draft.value}
          onChange={(value) => put({ ...draft.value, [name]: value })}
          error={wrongOf(name)}
        />
      ))}
      {problem && (
        <Refused
          problem={besides(
            problem,
            fieldsOf(fields).map(({ name }) => name),
          )}
          type={type}
          {...(describe && { describe })}
          goOn={() => void sending.goOn()?.then(settle)}
        />
      )}
      {state === 'waiting' && <p role="status">{t('waiting')}</p>}
      {note && <p role="status">{t(note)}</p>}
      <div className="form-actions">
        <Button
          onClick={() => {
            draft.clear();
            giveUp();
          }}
        >
          {t('giveUp')}
        </Button>
        <Button htmlType="submit" type="primary" danger={danger} loading={state === 'sending' || state === 'waiting'}>
          {submitText}
        </Button>
      </div>
    </form>
  );
}
