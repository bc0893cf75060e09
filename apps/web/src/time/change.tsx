import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client.ts';
import { useSaid } from '../i18n/index.ts';
import { dateText, instantText } from '../shown/dates.ts';
import { useLanguage } from '../i18n/index.ts';
import { countText } from '../shown/figures.ts';
import { titled } from '../shown/labels.tsx';
import { Value } from '../shown/value.tsx';
import { PointLink } from './point-link.tsx';
import './change.css';

type Compared = Answer<'/api/projects/{id}/compare'>;
export type Change = Compared['changes'][number];

/** The names that a comparison brings with it. */
export const namesIn = ({ names }: Pick<Compared, 'names'>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries<unknown>({ ...names }).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** What a field was and what it is, where the change comes from, and the events behind it: in colours and in words. */
export function OneChange({ change }: { readonly change: Change }) {
  const { field, from, to, label, cause, causeLabel } = change;
  const said = useSaid();
  return (
    <div className="one-change">
      <span className="field">{titled(said(label))}</span>
      <OldAndNew field={field} from={from} to={to} />
      <span className={`mark cause ${cause}`}>{titled(said(causeLabel))}</span>
      <Events change={change} />
    </div>
  );
}

interface ValuesProps {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The old value struck out, the new one beside it; both are named for who does not see that. */
function OldAndNew({ field, from, to }: ValuesProps) {
  const { t } = useTranslation('shown');
  return (
    <span className="values-of-change">
      <del>
        <span className="unseen">{t('time.changed.was')} </span>
        <Value field={field} value={from} />
      </del>
      <span aria-hidden="true"> → </span>
      <ins>
        <span className="unseen">{t('time.changed.is')} </span>
        <Value field={field} value={to} />
      </ins>
    </span>
  );
}

/** The events that made a change; none where only days went by. */
export function Events({ change: { events } }: { readonly change: Change }) {
  const { t } = useTranslation('compare');
  const said = useSaid();
  const language = useLanguage();
  if (events.length === 0) return <span className="quiet">{t('noEvents')}</span>;
  return (
    <details className="causes">
      <summary>{t('events', { count: events.length })}</summary>
      <ol>
        {events.map(({ seq, label, on, filedAt, actor }) => (
          <li key={seq}>
            <PointLink to={`/log/${seq}`}>
              {countText(seq)} {titled(said(label))}
            </PointLink>{' '}
            <span className="quiet">
              {[
                ...(on === null ? [] : [t('eventOn', { on: dateText(on, language) })]),
                t('eventFiled', { at: instantText(filedAt) }),
                t('eventBy', { actor: idOf(actor) }),
              ].join(language === 'zh' ? '，' : ', ')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

const idOf = (actor: object): string => ('id' in actor && typeof actor.id === 'string' ? actor.id : '');
