import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onNotKept } from '../api/kept.ts';
import { onDelivered } from '../api/sender.ts';

/** Says that a command arrived after all, when the form it came from is gone, and that nothing more can be kept. */
export function DeliveredNotice() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  useEffect(() => onDelivered(({ title }) => void message.success(t('outbox.delivered', { title }))), [message, t]);
  useEffect(
    () => onNotKept((why) => void message.warning({ key: 'not kept', content: t(`outbox.${why}`) })),
    [message, t],
  );
  return null;
}
