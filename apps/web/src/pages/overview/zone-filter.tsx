import { useTranslation } from 'react-i18next';
import { useZones } from '../../api/names.ts';
import { NativeSelect } from '../../shown/index.ts';

interface ZoneFilterProps {
  readonly zoneId: string | undefined;
  readonly onChange: (zoneId: string | undefined) => void;
}

/** One zone, or all of them. */
export function ZoneFilter({ zoneId, onChange }: ZoneFilterProps) {
  const { t } = useTranslation('overview');
  const zones = useZones();
  const isListed = zoneId === undefined || (zones?.some(({ id }) => id === zoneId) ?? false);
  return (
    <label className="list-choice">
      {t('zone')}
      <NativeSelect value={zoneId ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{t('allZones')}</option>
        {zones?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {!isListed && <option value={zoneId}>{zoneId}</option>}
      </NativeSelect>
    </label>
  );
}
