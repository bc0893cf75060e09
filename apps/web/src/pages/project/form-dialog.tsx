import { Button, Modal } from 'antd';
import { useRef, useState, type ComponentProps, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../api/drafts.ts';
import { fieldErrors, type ProblemBody } from '../../api/problem.ts';
import { useSaid } from '../../i18n/index.ts';
import { Refused } from '../../shown/index.ts';
import { FieldInput } from './field-input.tsx';
import { dataOf, fieldsOf, type Data, type Typed } from './fields.ts';

/** What a form needs of a command. */
export interface Sending {
  readonly state: 'idle' | 'sending' | 'waiting' | 'accepted' | 'refused';
  readonly problem?: ProblemBody;
  readonly send: (data: Data, revision: string) => Promise<{ readonly kind: 'accepted' | 'refused' }>;
  readonly goOn: () => Promise<{ readonly kind: 'accepted' | 'refused' }> | undefined;
}

/** What was typed, and the revision that was there when it was begun. */
interface Begun {
  readonly revision: string;
  readonly values: Typed;
}

interface FormDialogProps {
  readonly title: string;
  /** Under the title: what it is about. */
  readonly about?: string;
  /** The type of the fact, which decides what can be chosen. */
  readonly type: string;
  readonly fields: readonly string[];
  readonly initial: Typed;
  /** What was filed before: what no field shows of it stays. */
  readonly before?: Data;
  readonly draftKey: string;
  readonly revision: string;
  readonly submitText: string;
  readonly danger?: boolean;
  readonly sending: Sending;
  /** What others did meanwhile, in words. */
  readonly describe: NonNullable<ComponentProps<typeof Refused>['describe']>;
  readonly close: () => void;
}

/**
 * A form in a dialog. What is typed is kept until the server has taken it; it is sent against the revision that was there
 * when the form was opened, so that what others did meanwhile is shown before anything is recorded.
 */
export default function FormDialog(props: FormDialogProps) {
  const { title, about, type, fields, initial, before, draftKey, submitText, danger, sending, describe, close } = props;
  const { t } = useTranslation('project');
  const said = useSaid();
  // What others do after one began to type is to be shown, a reload in between or not.
  const draft = useDraft<Begun>(draftKey, { revision: props.revision, values: initial });
  const { revision, values } = draft.value;
  const [checked, setChecked] = useState(false);
  const { data, missing, unread } = dataOf(fields, values, before);
  const errors = sending.problem ? fieldErrors(sending.problem) : undefined;
  const wrongOf = (name: string): string | undefined => {
    if (checked && missing.includes(name)) return t('missing');
    if (checked && unread.includes(name)) return t('unread');
    const error = errors?.get(name) ?? errors?.get(`data.${name}`);
    return error && said(error.messages);
  };
  const settle = (outcome: { readonly kind: string } | undefined): void => {
    if (outcome?.kind !== 'accepted') return;
    draft.clear();
    close();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (missing.length + unread.length === 0) settle(await sending.send(data, revision));
  };
  const giveUp = (): void => {
    draft.clear();
    close();
  };
  const form = useRef<HTMLFormElement>(null);
  const begin = (): void => {
    // Who was quicker than the dialog stays where they are.
    if (form.current?.contains(document.activeElement)) return;
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  const busy = sending.state === 'sending' || sending.state === 'waiting';
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={close}
      maskClosable={false}
      width={560}
      style={{ top: 24 }}
      destroyOnHidden
      afterOpenChange={(open) => open && begin()}
    >
      {about !== undefined && <p className="quiet">{about}</p>}
      {draft.restored && <p className="quiet">{t('restored')}</p>}
      <form ref={form} className="fields" onSubmit={(event) => void submit(event)} noValidate>
        {fieldsOf(fields).map(({ name, required }) => (
          <FieldInput
            key={name}
            type={type}
            name={name}
            required={required}
            value={values[name] ?? ''}
            onChange={(value) => draft.set({ revision, values: { ...values, [name]: value } })}
            error={wrongOf(name)}
          />
        ))}
        {sending.problem && (
          <Refused problem={sending.problem} describe={describe} goOn={() => void sending.goOn()?.then(settle)} />
        )}
        {sending.state === 'waiting' && <p role="status">{t('waiting')}</p>}
        <div className="form-actions">
          <Button onClick={giveUp}>{t('giveUp')}</Button>
          <Button htmlType="submit" type="primary" danger={danger ?? false} loading={busy}>
            {submitText}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
