import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failed, Loading, Stale } from './states.tsx';
import './list.css';

/** A list that comes in pages, as `usePages` reads it. */
interface Paged {
  readonly data: object | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** In the place of a list that is not there yet, `rows` lines high, and above one that could not be read again. */
export function ListHead({ list, rows }: { readonly list: Paged; readonly rows: number }) {
  const { data, error, refetch, isFetchNextPageError } = list;
  if (error) return isFetchNextPageError ? null : <Failed error={error} retry={() => void refetch()} />;
  return data === undefined ? <Loading rows={rows} /> : null;
}

/** Under a list: the next page. Children: what is to be known of those that are not listed. */
export function ListFoot({ list, children }: { readonly list: Paged; readonly children?: ReactNode }) {
  const { t } = useTranslation('shown');
  if (!list.hasNextPage) return null;
  if (list.isFetchNextPageError) return <Failed error={list.error} retry={() => void list.fetchNextPage()} />;
  return (
    <p className="list-more">
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>{' '}
      {children}
    </p>
  );
}

interface Page<T> {
  readonly items: readonly T[];
  readonly lag: number;
}

interface ListProps<T> {
  readonly list: Paged & {
    readonly data: { readonly pages: readonly Page<T>[] } | undefined;
    readonly isPlaceholderData: boolean;
  };
  readonly rows: number;
  /** Of how many so many are listed, in words; undefined until it is known. */
  readonly count: (listed: number) => string | undefined;
  /** Whether the address asks for less than all. */
  readonly filtered: boolean;
  /** The items, of which there is at least one. */
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list from the address: what it has come to, how many there are, the items, and the way to the next ones. */
export function List<T>({ list, rows, count, filtered, children }: ListProps<T>) {
  const items = list.data?.pages.flatMap((page) => page.items);
  const counted = items && items.length > 0 && count(items.length);
  return (
    <>
      <ListHead list={list} rows={rows} />
      {items && (
        <div className={`sheet ${list.isPlaceholderData ? 'being-replaced' : ''}`} aria-busy={list.isPlaceholderData}>
          <Stale lag={list.data?.pages[0]?.lag} />
          {counted && (
            <p className="list-count quiet" role="status">
              {counted}
            </p>
          )}
          {items.length === 0 ? <Empty filtered={filtered} /> : children(items)}
          <ListFoot list={list} />
        </div>
      )}
    </>
  );
}
