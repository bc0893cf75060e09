import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { DataList, titled, useFieldName, Value } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';

type Event = Answer<'/api/events/{id}'>;

interface EffectProps {
  readonly event: Event;
}

/** What the event changed: the facts it brought or mended, and what of the project followed, before and after. */
export function Effect({ event: { id, facts, changes } }: EffectProps) {
  const { t } = useTranslation(['log', 'shown']);
  const said = useSaid();
  // A correction shows its fact whole; that field of the project would say it again.
  const followed = changes.filter(({ field }) => field !== 'fact');
  if (facts.length === 0 && followed.length === 0) return <p className="sheet quiet">{t('noEffect')}</p>;
  const held = (data: object | null, type: string): ReactNode =>
    data === null ? <span className="quiet">{t('notHeld')}</span> : <DataList data={data} type={type} />;
  return (
    <table className="events effect">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('fact')}</span>
          </th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id}>
            <th scope="row">
              {t('fact')}
              {t('shown:time.colon')}
              {fact.id === id ? (
                titled(said(fact.label))
              ) : (
                <PointLink to={`/log/${fact.id}`}>{titled(said(fact.label))}</PointLink>
              )}
            </th>
            <td className="was">{held(fact.before, fact.type)}</td>
            <td className="is">{held(fact.after, fact.type)}</td>
          </tr>
        ))}
        {followed.map(({ field, label, from, to }) => (
          <tr key={field}>
            <th scope="row">{titled(said(label))}</th>
            <td className="was">
              <Value field={field} value={from} />
            </td>
            <td className="is">
              <Value field={field} value={to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SHOWN_STATE = [
  'stage',
  'possibleStage',
  'standing',
  'leaderId',
  'coLeaderIds',
  'responsiblePersonId',
  'responsibleUnitId',
  'totalInvestment',
  'investedThisYear',
  'invested',
];

/** How the project stood once this was known. */
export function Stood({ event: { state } }: EffectProps) {
  const { t } = useTranslation('log');
  const nameOf = useFieldName();
  if (state === null) return null;
  const stood = Object.entries<unknown>({ ...state }).filter(([field]) => SHOWN_STATE.includes(field));
  return (
    <details className="sheet">
      <summary>{t('stood')}</summary>
      <dl className="facts">
        {stood.map(([field, value]) => (
          <div key={field} className="row">
            <dt>{nameOf(field)}</dt>
            <dd>
              <Value field={field} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
