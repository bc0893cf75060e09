import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { PointBanner } from '../time/point-banner.tsx';
import { DeliveredNotice } from './delivered-notice.tsx';
import { Header } from './header.tsx';

/** What stays on the screen: the header, the banner of a past state, and the page of the address below. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // Who reads by ear or keyboard goes on in the new page, not in the link that led to it.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {t('skip')}
      </a>
      <Header />
      <PointBanner />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <DeliveredNotice />
      <ScrollRestoration />
    </>
  );
}
