import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';
import { setLanguage, useLanguage } from '../i18n/index.ts';
import { AsOfControl } from '../time/as-of-control.tsx';
import { PointLink, PointNavLink } from '../time/point-link.tsx';
import { FeedIndicator } from './feed-indicator.tsx';
import { NAVIGATION } from './navigation.ts';
import { OutboxIndicator } from './outbox-indicator.tsx';

const Drawer = lazy(() => import('antd/es/drawer'));

function Links({ onFollow }: { readonly onFollow?: () => void }) {
  const { t } = useTranslation();
  return (
    <ul>
      {NAVIGATION.map(({ to, key }) => (
        <li key={key}>
          <PointNavLink to={to} end={to === '/'} {...(onFollow && { onClick: onFollow })}>
            {t(`nav.${key}`)}
          </PointNavLink>
        </li>
      ))}
    </ul>
  );
}

/** A line under the header while the page that was asked for is not there yet; its link is marked by the router. */
function Underway() {
  const { t } = useTranslation('shown');
  const { state } = useNavigation();
  return state === 'idle' ? null : <div className="underway" role="progressbar" aria-label={t('loading')} />;
}

/** Name, navigation, the point in time, how the page is connected, language. On a phone the navigation is a drawer. */
export function Header() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [opened, setOpened] = useState<boolean>();
  return (
    <header className="top">
      <Button
        className="only-narrow"
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('menu')}
        aria-expanded={opened ?? false}
        onClick={() => setOpened(true)}
      />
      <PointLink to="/" className="brand">
        <strong>{t('name')}</strong>
        <span className="only-wide quiet">{t('subtitle')}</span>
      </PointLink>
      <nav aria-label={t('mainNavigation')} className="only-wide">
        <Links />
      </nav>
      <div className="tools">
        <OutboxIndicator />
        <FeedIndicator />
        <AsOfControl />
        <Button
          type="text"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t('switchLanguage')}
        </Button>
      </div>
      <Underway />
      {opened !== undefined && (
        <Suspense>
          <Drawer
            open={opened}
            placement="left"
            size={260}
            title={t('name')}
            closable={{ 'aria-label': t('close') }}
            onClose={() => setOpened(false)}
          >
            <nav aria-label={t('mainNavigation')} className="in-drawer">
              <Links onFollow={() => setOpened(false)} />
            </nav>
          </Drawer>
        </Suspense>
      )}
    </header>
  );
}
