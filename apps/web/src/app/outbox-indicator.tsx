import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnsent } from '../api/commands.ts';
import type { Unsent } from '../api/outbox.ts';
import { sender } from '../api/sender.ts';
import { useSaid } from '../i18n/index.ts';
import { instantText } from '../shown/dates.ts';

/** What waits to be delivered, and what was refused while nobody looked; nothing where there is nothing. */
export function OutboxIndicator() {
  const { t } = useTranslation();
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
        {all.length === 0 && <p className="quiet">{t('outbox.none')}</p>}
        {all.some(({ held, refused }) => !held && !refused) && <p className="quiet">{t('outbox.hint')}</p>}
        <ul className="outbox">
          {all.map((unsent) => (
            <Entry key={unsent.key} unsent={unsent} />
          ))}
        </ul>
      </Modal>
    </>
  );
}

/** One command, how it stands, and what can be done about it. */
function Entry({ unsent: { key, title, at, held, refused } }: { readonly unsent: Unsent }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { modal } = App.useApp();
  const discard = (): void =>
    void modal.confirm({
      title: t('outbox.discardAsk', { title }),
      content: t('outbox.discardHint'),
      okText: t('outbox.discard'),
      okButtonProps: { danger: true },
      cancelText: t('outbox.keep'),
      onOk: () => sender.discard(key),
    });
  return (
    <li>
      <strong>{title}</strong> <span className="quiet">{instantText(new Date(at).toISOString())}</span>
      <p className={refused || held ? 'wrong' : 'quiet'}>
        {refused ? t('outbox.refusedFor', { reason: said(refused.messages) }) : t(`outbox.${held ?? 'pending'}`)}
      </p>
      {held && (
        <Button size="small" onClick={() => sender.release(key)}>
          {t('outbox.release')}
        </Button>
      )}{' '}
      <Button size="small" onClick={discard}>
        {t('outbox.discard')}
      </Button>
    </li>
  );
}
