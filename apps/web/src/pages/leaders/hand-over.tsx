import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../api/commands.ts';
import { useDraft } from '../../api/drafts.ts';
import { usePersonName } from '../../api/names.ts';
import { usePages, useReadOn } from '../../api/queries.ts';
import { Failed, Loading, Page, Refused } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { useGo, usePoint } from '../../time/use-point.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { missingIn, previewOf, type HeldBriefly, type Terms } from './hand-over-terms.ts';
import './leaders.css';
import { PreviewTable } from './preview-table.tsx';
import { preview, type PreviewBody } from './preview.ts';

const LIMIT = 200;
const HELD_PAGES_MAX = 25;

/** Everything a person holds as lead or co-lead, or that nobody leads: what can be handed over. */
function useHeld(holderId: string | undefined) {
  const ofPerson = usePages(
    '/api/leaders/{id}',
    { path: { id: holderId ?? '' }, query: { limit: LIMIT } },
    { enabled: holderId !== undefined },
  );
  const ofNobody = usePages('/api/leaders/nobody', { query: { limit: LIMIT } }, { enabled: holderId === undefined });
  const read = holderId === undefined ? ofNobody : ofPerson;
  const isWhole = useReadOn(read, HELD_PAGES_MAX);
  const pages = read.data?.pages;
  const byId = new Map(pages?.flatMap((page): HeldBriefly[] => page.items).map(({ id, name }) => [id, { id, name }]));
  return { held: isWhole ? [...byId.values()] : undefined, error: read.error, retry: () => void read.refetch() };
}

function HandOver({
  holderId,
  held,
}: {
  readonly holderId: string | undefined;
  readonly held: readonly HeldBriefly[];
}) {
  const { t } = useTranslation('leaders');
  const go = useGo();
  const nameOf = usePersonName();
  const draftKey = `hand-over:${holderId ?? 'nobody'}`;
  const draft = useDraft<Terms>(draftKey, {});
  const tried = useMutation({ mutationFn: async (body: PreviewBody) => ({ body, answer: await preview(body) }) });
  const order = useCommand('/api/reassignments');
  const result = useRef<HTMLDivElement>(null);
  const body = previewOf(holderId, draft.value, held);
  const missing = missingIn(draft.value);
  const isCurrent = tried.data !== undefined && JSON.stringify(tried.data.body) === JSON.stringify(body);
  const rows = isCurrent ? tried.data.answer.items.flatMap(({ row }) => (row ? [row] : [])) : [];
  const isSending = order.state === 'sending' || order.state === 'waiting';
  const tryOut = async (): Promise<void> => {
    if (!body) return;
    order.reset();
    await tried.mutateAsync(body).catch(() => undefined);
    result.current?.focus();
  };
  const give = async (): Promise<void> => {
    const { from, reason = '', doc } = body ?? {};
    if (from === undefined) return;
    const names = { count: rows.length, to: nameOf(draft.value.to ?? '') ?? '', from: nameOf(holderId ?? '') ?? '' };
    const title = holderId === undefined ? t('handover.assignOrderTitle', names) : t('handover.orderTitle', names);
    const outcome = await order.send({
      body: { rows, from, reason, ...(doc !== undefined && { doc }) },
      title,
      draft: draftKey,
    });
    if (outcome.kind !== 'accepted') return;
    go(`/reassignments/${outcome.answer.id}`);
  };
  return (
    <div className="hand-over">
      {draft.restored && (
        <div className="sheet actions" role="status">
          {t('handover.restored')}
          <Button onClick={() => draft.clear()}>{t('handover.discard')}</Button>
        </div>
      )}
      <HandOverForm terms={draft.value} set={draft.set} held={held} holderId={holderId} />
      <div className="actions">
        <Button
          type={isCurrent ? 'default' : 'primary'}
          size="large"
          disabled={body === undefined || isSending}
          loading={tried.isPending}
          onClick={() => void tryOut()}
        >
          {t('handover.preview')}
        </Button>
        {missing.length > 0 && (
          <span className="quiet">
            {t('handover.required', { fields: missing.map((key) => t(`handover.${key}`)).join(t('handover.comma')) })}
          </span>
        )}
        {tried.data && !isCurrent && missing.length === 0 && (
          <span className="quiet">{t('handover.previewAgain')}</span>
        )}
      </div>
      <div ref={result} tabIndex={-1} className="result">
        {tried.error && <Failed error={tried.error} retry={() => void tryOut()} />}
        {isCurrent && <PreviewTable preview={tried.data.answer} />}
      </div>
      {isCurrent && (
        <div className="actions">
          <Button
            type="primary"
            size="large"
            disabled={rows.length === 0}
            loading={isSending}
            onClick={() => void give()}
          >
            {t('handover.order', { count: rows.length })}
          </Button>
          {rows.length === 0 && <span className="quiet">{t('handover.nothing')}</span>}
          {isSending && (
            <span role="status">{t(order.state === 'waiting' ? 'handover.waiting' : 'handover.sentOnce')}</span>
          )}
        </div>
      )}
      {order.problem && <Refused problem={order.problem} />}
    </div>
  );
}

/** Many projects pass to somebody else by one order: filled in, tried out, given. */
export default function HandOverPage() {
  const { t } = useTranslation('leaders');
  const { id = '' } = useParams();
  const holderId = id === 'nobody' ? undefined : id;
  const { past } = usePoint();
  const nameOf = usePersonName();
  const { held, error, retry } = useHeld(holderId);
  const name = holderId === undefined ? undefined : nameOf(holderId);
  const unnamed = t(holderId === undefined ? 'handover.assignTitle' : 'handover.untitled');
  const title = name === undefined ? unnamed : t('handover.title', { name });
  return (
    <Page title={title} actions={<PointLink to={`/leaders/${id}`}>{t('handover.back')}</PointLink>}>
      {past && <p className="sheet">{t('handover.past')}</p>}
      {!past && error && <Failed error={error} retry={retry} />}
      {!past && !error && !held && <Loading rows={10} />}
      {!past && held && <HandOver holderId={holderId} held={held} />}
    </Page>
  );
}
