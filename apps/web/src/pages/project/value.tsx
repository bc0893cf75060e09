import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import { isFactDate } from '#kernel/dates';
import { isMoney } from '#kernel/money';
import { useOrganizationName, usePersonName, useZoneName } from '../../api/names.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Area, dateText, Money, NotSaid, STAGES } from '../../shown/index.ts';
import { kindOf } from '../../forms/fields.ts';

/** What the items of the zone's catalogue of permits are called, by their ids. */
export const PermitNames = createContext<ReadonlyMap<string, string>>(new Map());

const PEOPLE = new Set(['leaderId', 'coLeaderIds', 'responsiblePersonId', 'personId']);
const UNITS = new Set(['unitId', 'responsibleUnitId', 'agentUnitId']);
const DATED = /^(reached|plan|progressReportedFor)\b/;

function useNames(): (field: string, id: string) => string | undefined {
  const person = usePersonName();
  const unit = useOrganizationName();
  const zone = useZoneName();
  return (field, id) =>
    PEOPLE.has(field) ? person(id) : UNITS.has(field) ? unit(id) : field === 'zoneId' ? zone(id) : undefined;
}

/** What a field holds, in words: an id by its name, money in 万元, a date as what it is. */
export function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const { t } = useTranslation('project');
  const language = useLanguage();
  const nameOf = useNames();
  const permits = use(PermitNames);
  if (value === null || value === undefined) return <NotSaid />;
  if (isMoney(value)) return <Money value={value} />;
  if (Array.isArray(value))
    return value.map((one: unknown, i) => (
      <span key={i}>
        {i > 0 && t('listed')}
        <Value field={field} value={one} />
      </span>
    ));
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return field === 'area' ? <Area value={value} /> : String(value);
  if (typeof value !== 'string') return <Whole value={value} />;
  const name = nameOf(field, value);
  if (name !== undefined) return name;
  if (field === 'item') return permits.get(value) ?? value;
  if ((DATED.test(field) || kindOf(field) === 'date' || kindOf(field) === 'period') && isFactDate(value))
    return dateText(value, language);
  if (field === 'stage' || field === 'milestone' || (STAGES as readonly string[]).includes(value)) {
    return t(`milestone.${value}` as 'milestone.signed', { defaultValue: value });
  }
  if (kindOf(field) === 'text' && !/^(standing|keyList|permit|capital)/.test(field)) return value;
  return t(`choice.${value}` as 'choice.auction', { defaultValue: value });
}

/** A small object: a company, an industry; its parts one after the other. */
function Whole({ value }: { readonly value: object }) {
  return Object.values(value)
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}

/** What a field is called. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('project');
  return (field) => t(`field.${field}` as 'field.on', { defaultValue: field });
}
