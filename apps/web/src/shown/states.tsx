import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failed } from './failed.tsx';

export { Failed } from './failed.tsx';

/** Nothing is there; `filtered` where that is due to the filter. Children: what can be done about it. */
export function Empty({ filtered = false, children }: { readonly filtered?: boolean; readonly children?: ReactNode }) {
  const { t } = useTranslation('shown');
  return (
    <div className="empty">
      <p>{t(filtered ? 'emptyFiltered' : 'empty')}</p>
      {children}
    </div>
  );
}

/** The shape of what is being read, `rows` lines high. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation('shown');
  return (
    <div role="status" aria-busy="true">
      <span className="unseen">{t('loading')}</span>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}

/** A note where the answer is behind the log; nothing where it is not. */
export function Stale({ lag }: { readonly lag: number | undefined }) {
  const { t } = useTranslation('shown');
  return lag ? <Alert type="warning" banner title={t('stale', { count: lag })} /> : null;
}

interface ReadyProps<T> {
  readonly read: UseQueryResult<T>;
  readonly rows?: number;
  readonly children: (answer: T) => ReactNode;
}

/** What a read has come to: loading, failed, or its answer; an answer that is there stays when a later read fails. */
export function Ready<T>({ read, rows, children }: ReadyProps<T>) {
  const { data, error, refetch, isPlaceholderData } = read;
  if (data === undefined) {
    return error ? (
      <Failed error={error} retry={() => void refetch()} />
    ) : (
      <Loading {...(rows !== undefined && { rows })} />
    );
  }
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'being-replaced' : undefined}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {children(data)}
    </div>
  );
}
