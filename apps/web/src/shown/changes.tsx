import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { usePersonName } from '../api/names.ts';
import { useRead } from '../api/queries.ts';
import { useSaid } from '../i18n/index.ts';
import { instantText } from './dates.ts';
import { titled } from './labels.tsx';
import { DataList } from './value.tsx';

type ChangeMade = Schemas['InterveningEventShape'];

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
            {described === undefined && <Said data={data} type={type} />}
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

/** The data of an event; of a correction, what holds now. */
function Said({ data, type }: Pick<ChangeMade, 'data' | 'type'>) {
  const { data: corrected, ...rest } = data;
  const fields = Object.entries({ ...rest, ...(typeof corrected === 'object' && corrected) }).filter(
    ([name]) => !HIDDEN.has(name),
  );
  return fields.length > 0 && <DataList data={Object.fromEntries(fields)} type={type} />;
}
