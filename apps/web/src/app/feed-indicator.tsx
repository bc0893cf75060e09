import { useTranslation } from 'react-i18next';
import { useFeedState } from '../api/feed.ts';
import { usePoint } from '../time/use-point.ts';

/** Whether what is on the screen follows the ledger. */
export function FeedIndicator() {
  const { t } = useTranslation();
  const feed = useFeedState();
  const { point } = usePoint();
  const state = point.knownAt === undefined ? feed : 'past';
  return (
    <span role="status" className={`feed ${state}`} title={t(`feed.${state}Hint`)}>
      <span className="dot" aria-hidden="true" />
      <span className="feed-text">{t(`feed.${state}`)}</span>
    </span>
  );
}
