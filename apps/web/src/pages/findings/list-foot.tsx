import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../shown/index.ts';

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: Error | null;
  readonly fetchNextPage: () => unknown;
}

/** Under a list that comes in pages: the next one. */
export function ListFoot({ list }: { readonly list: Paged }) {
  const { t } = useTranslation('findings');
  if (!list.hasNextPage) return null;
  if (list.isFetchNextPageError) return <Failed error={list.error} retry={() => void list.fetchNextPage()} />;
  return (
    <div className="list-more">
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  );
}
