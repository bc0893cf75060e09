import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { isFactDate } from '#kernel/dates';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import { usePeople, usePersonName } from '../../api/names.ts';
import { Failed, ImpreciseDateInput, Refused } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { useGo } from '../../time/use-point.ts';
import { PreviewTable } from '../leaders/preview-table.tsx';
import { preview, type PreviewBody } from '../leaders/preview.ts';
import type { Words } from './columns.tsx';

interface ReassignProps {
  readonly ids: readonly string[];
  readonly words: Words;
  readonly close: () => void;
}

const DRAFT = 'ledger.reassign';

/** What an order says; kept until it is given. */
interface Terms {
  readonly to?: string;
  readonly from?: string;
  readonly reason?: string;
  readonly doc?: string;
}

/** What is tried out; undefined as long as something is missing. */
function wantedOf({ to, from, reason = '', doc = '' }: Terms, ids: readonly string[]): PreviewBody | undefined {
  if (to === undefined || !isFactDate(from) || reason.trim() === '') return undefined;
  return {
    from,
    reason: reason.trim(),
    ...(doc.trim() && { doc: doc.trim() }),
    rows: ids.map((id) => ({ projectId: id, personId: to, lead: true })),
  };
}

/** The selected projects get another lead by one order: filled in, tried out, given, and followed on its own page. */
export function Reassign({ ids, close }: ReassignProps) {
  const { t } = useTranslation('ledger');
  const go = useGo();
  const people = usePeople();
  const nameOf = usePersonName();
  const draft = useDraft<Terms>(DRAFT, {});
  const terms = draft.value;
  const order = useCommand('/api/reassignments');
  const tried = useMutation({ mutationFn: async (body: PreviewBody) => ({ body, answer: await preview(body) }) });
  const body = wantedOf(terms, ids);
  const current =
    tried.data && JSON.stringify(tried.data.body) === JSON.stringify(body) ? tried.data.answer : undefined;
  const rows = current?.items.flatMap(({ row }) => (row ? [row] : [])) ?? [];
  const busy = order.state === 'sending' || order.state === 'waiting';
  const put = (values: { readonly [K in keyof Terms]?: string | undefined }): void => {
    const next = Object.entries({ ...terms, ...values }).filter(([, value]) => value !== undefined && value !== '');
    draft.set(Object.fromEntries(next));
  };
  const give = async (): Promise<void> => {
    if (!body) return;
    const { from, reason = '', doc } = body;
    const title = `${t('reassign.title')} · ${nameOf(terms.to ?? '') ?? ''} · ${rows.length}`;
    const outcome = await order.send({
      body: { rows, from, reason, ...(doc !== undefined && { doc }) },
      title,
      draft: DRAFT,
    });
    if (outcome.kind !== 'accepted') return;
    go(`/reassignments/${outcome.answer.id}`);
  };
  return (
    <Modal
      open
      width={860}
      title={t('reassign.title')}
      onCancel={close}
      footer={null}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p>{t('selected', { count: ids.length })}</p>
      <Form layout="vertical" className="entry" onFinish={() => body && tried.mutate(body)}>
        <Form.Item label={t('reassign.to')} htmlFor="reassign-to" required>
          <Select
            id="reassign-to"
            autoFocus
            value={terms.to ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            loading={people === undefined}
            options={
              people?.map(({ id, name, post }) => ({ value: id, label: post ? `${name} · ${post}` : name })) ?? []
            }
            onChange={(to) => put({ to: to ?? undefined })}
          />
        </Form.Item>
        <Form.Item label={t('reassign.from')} htmlFor="reassign-from" required>
          <ImpreciseDateInput
            id="reassign-from"
            value={terms.from}
            onChange={(from) => put({ from })}
            onUnread={(from) => put({ from })}
          />
        </Form.Item>
        <Form.Item label={t('reassign.reason')} htmlFor="reassign-reason" required>
          <Input
            id="reassign-reason"
            value={terms.reason ?? ''}
            onChange={({ target }) => put({ reason: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('reassign.doc')} htmlFor="reassign-doc">
          <Input id="reassign-doc" value={terms.doc ?? ''} onChange={({ target }) => put({ doc: target.value })} />
        </Form.Item>
        <div className="entry-end">
          <Button
            type={current ? 'default' : 'primary'}
            htmlType="submit"
            disabled={!body || busy}
            loading={tried.isPending}
          >
            {t('reassign.preview')}
          </Button>
          <Button onClick={close}>{t('close')}</Button>
        </div>
      </Form>
      {tried.error && <Failed error={tried.error} />}
      {current && (
        <>
          <div className="reassign-preview">
            <PreviewTable preview={current} />
          </div>
          <Button type="primary" disabled={rows.length === 0} loading={busy} onClick={() => void give()}>
            {t('reassign.order', { count: rows.length })}
          </Button>
        </>
      )}
      {order.state === 'waiting' && <Alert type="warning" title={t('milestone.waiting')} />}
      {order.problem && <Refused problem={order.problem} />}
    </Modal>
  );
}
