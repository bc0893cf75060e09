import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import { useRead } from '../../api/queries.ts';
import { ImpreciseDateInput, Refused } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import type { EntryFormProps } from './entry-panel.tsx';
import {
  areaOf,
  bodyOf,
  EXIT_KINDS,
  extrasOf,
  FILING_KINDS,
  nextVerb,
  pathOf,
  SUPPLY_MODES,
  VERBS,
  type Extra,
  type Typed,
} from './milestones.ts';

/** The revision that stood there when the form was opened; what others do meanwhile is then shown before anything is recorded. */
function useSeenRevision(id: string): string | undefined {
  const { data, isPlaceholderData } = useRead('/api/projects/columns', { query: { ids: id } });
  const now = isPlaceholderData ? undefined : data?.items[0]?.revision;
  const [seen, setSeen] = useState<string>();
  if (seen === undefined && now !== undefined) setSeen(now);
  return seen;
}

/** A milestone of one project: which, when, and what more the command needs. */
export function MilestoneForm({ item, close }: EntryFormProps) {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const key = `ledger.milestone:${item.id}`;
  const draft = useDraft<Typed>(key, {});
  const typed = draft.value;
  const verb = typed.verb ?? nextVerb(item);
  const revision = useSeenRevision(item.id);
  const command = useCommand(pathOf(verb));
  const body = bodyOf(verb, typed);
  const put = (values: Partial<Record<keyof Typed, string | undefined>>): void => {
    const next = { ...typed, verb, ...values };
    draft.set(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  };
  const name = t(`milestone.kind.${verb}`);
  const done = (kind: string | undefined): void => {
    if (kind !== 'accepted') return;
    draft.clear();
    message.success(t('milestone.done', { milestone: name }));
    close();
  };
  const submit = async (): Promise<void> => {
    if (!body) return;
    const given = {
      path: { id: item.id },
      body,
      title: `${name} · ${item.name}`,
      draft: key,
      ...(revision && { revision }),
    };
    done((await command.send(given)).kind);
  };
  const busy = command.state === 'sending' || command.state === 'waiting';
  return (
    <Form
      layout="vertical"
      className="entry"
      aria-label={t('milestone.of', { name: item.name })}
      onFinish={() => void submit()}
    >
      <Form.Item label={t('milestone.which')} htmlFor="milestone-which">
        <Select
          id="milestone-which"
          autoFocus
          value={verb}
          listHeight={420}
          options={VERBS.map((value) => ({ value, label: t(`milestone.kind.${value}`) }))}
          onChange={(value) => put({ verb: value })}
        />
      </Form.Item>
      <Form.Item label={t('milestone.on')} htmlFor="milestone-on" required>
        <ImpreciseDateInput id="milestone-on" value={typed.on} onChange={(on) => put({ on })} />
      </Form.Item>
      {extrasOf(verb).map((extra) => (
        <ExtraField key={extra} extra={extra} typed={typed} put={put} />
      ))}
      <Form.Item label={t('milestone.proof')} htmlFor="milestone-proof">
        <Input
          id="milestone-proof"
          value={typed.proof ?? ''}
          onChange={({ target }) => put({ proof: target.value || undefined })}
        />
      </Form.Item>
      <Form.Item label={t('milestone.note')} htmlFor="milestone-note">
        <Input
          id="milestone-note"
          value={typed.note ?? ''}
          onChange={({ target }) => put({ note: target.value || undefined })}
        />
      </Form.Item>
      <div className="entry-end">
        <Button type="primary" htmlType="submit" disabled={!body} loading={busy}>
          {t('milestone.submit')}
        </Button>
        <Button onClick={close}>{t('close')}</Button>
        <span role="status" className="quiet">
          {command.state === 'waiting' ? t('milestone.waiting') : ''}
        </span>
      </div>
      {command.problem && (
        <div className="entry-refused">
          <Refused problem={command.problem} goOn={() => void command.goOn()?.then(({ kind }) => done(kind))} />
        </div>
      )}
    </Form>
  );
}

interface ExtraFieldProps {
  readonly extra: Extra;
  readonly typed: Typed;
  readonly put: (values: Partial<Record<keyof Typed, string | undefined>>) => void;
}

function ExtraField({ extra, typed, put }: ExtraFieldProps) {
  const { t } = useTranslation('ledger');
  const id = `milestone-${extra}`;
  const value = typed[extra];
  switch (extra) {
    case 'reason':
      return (
        <Form.Item label={t('milestone.reason')} htmlFor={id} required>
          <Input id={id} value={value ?? ''} onChange={({ target }) => put({ reason: target.value || undefined })} />
        </Form.Item>
      );
    case 'mu': {
      const wrong = value !== undefined && areaOf(value) === undefined;
      return (
        <Form.Item
          label={t('milestone.mu')}
          htmlFor={id}
          required
          {...(wrong && { help: t('milestone.areaWrong'), validateStatus: 'error' as const })}
        >
          <Input
            id={id}
            inputMode="decimal"
            value={value ?? ''}
            onChange={({ target }) => put({ mu: target.value || undefined })}
          />
        </Form.Item>
      );
    }
    case 'filingKind':
    case 'mode':
    case 'exitKind': {
      const options = {
        filingKind: FILING_KINDS.map((kind) => ({ value: kind, label: t(`milestone.filingKinds.${kind}`) })),
        mode: SUPPLY_MODES.map((mode) => ({ value: mode, label: t(`milestone.modes.${mode}`) })),
        exitKind: EXIT_KINDS.map((kind) => ({ value: kind, label: t(`milestone.exitKinds.${kind}`) })),
      }[extra] as { value: string; label: string }[];
      return (
        <Form.Item label={t(`milestone.${extra}`)} htmlFor={id} required>
          <Select
            id={id}
            value={value ?? null}
            options={options}
            onChange={(chosen) => put({ [extra]: chosen ?? undefined })}
          />
        </Form.Item>
      );
    }
  }
}
