import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFactDate } from '#kernel/dates';
import { isMoney } from '#kernel/money';
import type { Schemas } from '../api/client.ts';
import { useOrganizationName, usePersonName, useZoneName } from '../api/names.ts';
import { useRead } from '../api/queries.ts';
import { useLanguage, useSaid } from '../i18n/index.ts';
import { dateText, instantText } from './dates.ts';
import { titled } from './labels.tsx';
import { Area, Money } from './money.tsx';

type ChangeMade = Schemas['InterveningEventShape'];

const DATED = /^(on|from|to|until|period|agreed[A-Z].*)$/;
/** What the reader of a refusal can do nothing with. */
const HIDDEN = new Set(['factId', 'catalogue', 'orderId', 'evidence', 'finding']);

interface ChangesProps {
  readonly changes: readonly ChangeMade[];
  readonly describe?: (change: ChangeMade) => ReactNode;
}

/** What others have done meanwhile: each event by its name, who and when, and what it says. */
export function Changes({ changes, describe }: ChangesProps) {
  const { t } = useTranslation('shown');
  const labelOf = useEventLabel();
  const person = usePersonName();
  const actorOf = ({ id }: ChangeMade['actor']): string =>
    typeof id === 'string' ? (person(id) ?? id) : t('refused.somebody');
  return (
    <ul className="changes">
      {changes.map((change) => {
        const { id, type, data, actor, recordedAt } = change;
        const by = t('refused.by', { actor: actorOf(actor), at: instantText(recordedAt) });
        const described = describe?.(change);
        return (
          <li key={id}>
            {described ?? <strong>{titled(labelOf(type))}</strong>} <span className="quiet">{by}</span>
            {described === undefined && <Said data={data} />}
          </li>
        );
      })}
    </ul>
  );
}

/** What an event is called, by its type. */
function useEventLabel(): (type: string) => string {
  const said = useSaid();
  const { data } = useRead('/api/events/types');
  const all = data?.items.flatMap(({ types }) => types);
  return (type) => {
    const found = all?.find((one) => one.type === type);
    return found ? said(found.label) : type;
  };
}

/** The data of an event, field by field; of a correction, what holds now. */
function Said({ data }: { readonly data: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('project');
  const { data: corrected, ...rest } = data;
  const fields = Object.entries({ ...rest, ...(isObject(corrected) && corrected) }).filter(
    ([name]) => !HIDDEN.has(name),
  );
  if (fields.length === 0) return null;
  return (
    <dl className="facts">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`field.${name}` as 'field.on', { defaultValue: name })}</dt>
          <dd>
            <Value name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { t } = useTranslation(['project', 'shown']);
  const language = useLanguage();
  const names = [usePersonName(), useOrganizationName(), useZoneName()];
  if (isMoney(value)) return <Money value={value} />;
  if (name === 'area' && typeof value === 'number') return <Area value={value} />;
  if (typeof value === 'boolean') return t(value ? 'shown:refused.yes' : 'shown:refused.no');
  if (isObject(value)) {
    const parts = Object.values(value).filter((part) => !isObject(part));
    return parts.map(String).join(t('shown:refused.listed'));
  }
  const text = String(value);
  if (DATED.test(name) && isFactDate(text)) return dateText(text, language);
  const milestone = t(`milestone.${text}` as 'milestone.signed', { defaultValue: '' });
  const choice = t(`choice.${text}` as 'choice.auction', { defaultValue: '' });
  return names.map((nameOf) => nameOf(text)).find(Boolean) ?? (milestone || choice || text);
}
