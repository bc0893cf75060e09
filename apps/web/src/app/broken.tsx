import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { useFeedState } from '../api/feed.ts';
import { Unreached } from '../api/problem.ts';
import { Page } from '../shown/page.tsx';
import { Failed } from '../shown/states.tsx';
import { isUnloaded } from './new-build.ts';

/** In place of a page that failed; the header stays where it can. */
export function Broken() {
  const { t } = useTranslation();
  if (isUnloaded(useRouteError())) return <Unloaded />;
  return (
    <Page title={t('broken')}>
      <p>{t('brokenHint')}</p>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </Page>
  );
}

/** In place of a page whose script nobody gave: it is asked for again, by the person or once the server is back. */
function Unloaded() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  const retry = () => void navigate({ pathname, search, hash }, { replace: true });
  const feed = useFeedState();
  const before = useRef(feed);
  useEffect(() => {
    if (feed === 'live' && before.current !== 'live') retry();
    before.current = feed;
  });
  return (
    <Page title={t('unloaded')}>
      <Failed error={new Unreached('no script')} retry={retry} />
    </Page>
  );
}
