import { useTranslation } from 'react-i18next';

/** Where nobody has filed anything: a dash, with its meaning for who does not see it. */
export function NotSaid() {
  const { t } = useTranslation('shown');
  return (
    <span className="quiet">
      <span aria-hidden="true">—</span>
      <span className="unseen">{t('notSaid')}</span>
    </span>
  );
}
