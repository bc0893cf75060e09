import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsent } from '../api/commands.ts';
import { sender } from '../api/sender.ts';
import { useSaid } from '../i18n/index.ts';
import { instantText } from '../shown/dates.ts';

/** What waits to be delivered, and what was refused while nobody looked; nothing where there is nothing. */
export function OutboxIndicator() {
  const { t } = useTranslation();
  const said = useSaid();
  const [opened, setOpened] = useState(false);
  const unsent = useUnsent();
  // Behind one that did not reach the server, all others wait too.
  const cutOff = unsent.some(({ failed }) => failed);
  const all = unsent.filter(({ held, refused }) => cutOff || held || refused);
  if (all.length === 0 && !opened) return null;
  return (
    <>
      <Button type="text" danger onClick={() => setOpened(true)}>
        {t('outbox.waiting', { count: all.length })}
      </Button>
      <Modal title={t('outbox.title')} open={opened} footer={null} onCancel={() => setOpened(false)}>
        <p className="quiet">{all.length === 0 ? t('outbox.none') : t('outbox.hint')}</p>
        <ul className="outbox">
          {all.map(({ key, title, at, held, refused }) => (
            <li key={key}>
              <strong>{title}</strong> <span className="quiet">{instantText(new Date(at).toISOString())}</span>
              <p className={refused || held ? 'wrong' : 'quiet'}>
                {refused
                  ? t('outbox.refusedFor', { reason: said(refused.messages) })
                  : t(held ? 'outbox.held' : 'outbox.pending')}
              </p>
              {held && (
                <Button size="small" onClick={() => sender.release(key)}>
                  {t('outbox.release')}
                </Button>
              )}{' '}
              <Button size="small" onClick={() => sender.discard(key)}>
                {t('outbox.discard')}
              </Button>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}
