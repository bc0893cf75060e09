import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { Names, titled, useFieldName, Value } from '../../shown/index.ts';
import type { Event } from './events.ts';

const PERMIT = /^permit\..*\.(?<item>[^.]+)$/;

type ChangeOf = Event['changes'][number];

/** A change of a field, named by the answer or, of a fact's own data, by the page. */
export interface Shown {
  readonly field: string;
  readonly label?: ChangeOf['label'];
  readonly from: unknown;
  readonly to: unknown;
}

/** What an event changed; a fact that was corrected field by field. */
function shownOf(change: ChangeOf): readonly Shown[] {
  if (change.field !== 'fact') return [change];
  const { from, to } = change as Readonly<Record<'from' | 'to', Readonly<Record<string, unknown>> | null>>;
  if (!from || !to) return [];
  const fields = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...fields]
    .filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}

export const changesOf = ({ changes }: Pick<Event, 'changes'>): readonly Shown[] => changes.flatMap(shownOf);

/** One change, from and to, in words. */
export function Change({ change }: { readonly change: Shown }) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const names = use(Names);
  const nameOf = useFieldName();
  const item = PERMIT.exec(change.field)?.groups?.['item'];
  const name = titled(change.label ? said(change.label) : nameOf(change.field));
  return (
    <>
      {item === undefined ? name : (names.get(item) ?? item)}
      {t('colon')}
      {change.from !== null && (
        <>
          <s className="quiet">
            <Value field={change.field} value={change.from} />
          </s>{' '}
          <span aria-hidden="true">→</span>
          <span className="unseen">{t('becomes')}</span>{' '}
        </>
      )}
      <strong>
        <Value field={change.field} value={change.to} />
      </strong>
    </>
  );
}

/** An event in a line: what it is called and what it changed. */
export function Told({ event }: { readonly event: Event }) {
  const said = useSaid();
  return (
    <>
      <strong>{titled(said(event.label))}</strong>
      {changesOf(event).map((change) => (
        <span key={`${change.field} ${change.label ? '' : 'own'}`} className="told">
          <Change change={change} />
        </span>
      ))}
    </>
  );
}
