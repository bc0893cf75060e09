import { useTranslation } from 'react-i18next';
import { useOrganizations, usePeople } from '../../api/names.ts';
import { addressWith } from '../overview/addresses.ts';
import { useParam } from '../overview/use-param.ts';
import { ZoneFilter } from '../overview/zone-filter.tsx';
import { Select } from '../../shown/select.tsx';

const ZONE = /^zone:/;

interface NamedFilterProps {
  readonly label: string;
  readonly param: string;
  readonly list: readonly { readonly id: string; readonly name: string }[] | undefined;
}

/** One of many by name, found by typing. */
function NamedFilter({ label, param, list }: NamedFilterProps) {
  const { t } = useTranslation('findings');
  const [id, setId] = useParam(param);
  const named = list?.map((one) => ({ value: one.id, label: one.name })) ?? [];
  const isListed = id === undefined || named.some(({ value }) => value === id);
  return (
    <label className="list-choice">
      {label}
      <Select
        aria-label={label}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('any')}
        popupMatchSelectWidth={false}
        loading={list === undefined}
        style={{ width: 160 }}
        options={isListed ? named : [...named, { value: id, label: id }]}
        {...(id !== undefined && { value: id })}
        onChange={(chosen: string | undefined) => setId(chosen)}
      />
    </label>
  );
}

interface Held {
  readonly scope?: string;
  readonly leaderId?: string;
  readonly unitId?: string;
}

/** Where the projects of a zone, a leader or a unit are compared. */
export const comparisonOf = ({ scope, leaderId, unitId }: Held): string =>
  addressWith('/compare', { zoneId: scope?.replace(ZONE, ''), leaderId, unitId });

/** Whose findings or deadlines: of a zone, a leader, a unit; all of it in the address. */
export function Holders() {
  const { t } = useTranslation('findings');
  const [scope, setScope] = useParam('scope');
  return (
    <>
      <ZoneFilter
        zoneId={scope === 'all' ? undefined : scope?.replace(ZONE, '')}
        onChange={(id) => setScope(id && `zone:${id}`)}
      />
      <NamedFilter label={t('leader')} param="leaderId" list={usePeople()} />
      <NamedFilter label={t('unit')} param="unitId" list={useOrganizations()} />
    </>
  );
}
