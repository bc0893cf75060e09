import { useTranslation } from 'react-i18next';
import { useZoneName } from '../../api/names.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { exactText, moneyText, titled, useExact } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith } from './addresses.ts';
import { measureText, scopeText, valueText, type TargetRow } from './target-rows.ts';

/** One number that was promised: for whom, how much, how far, and whether that is early or late. */
export function TargetLine({ row }: { readonly row: TargetRow }) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const exact = useExact();
  const said = useSaid();
  const zoneName = useZoneName();
  const { target, tier, zone, reached, rate, undetermined } = row;
  const scope = zone?.name ?? scopeText(target.scope, zoneName) ?? t('targets.allScope');
  const conditions = [
    target.period,
    tier,
    target.industrial && t('targets.industrial'),
    target.threshold && t('targets.threshold', { money: (exact ? exactText : moneyText)(target.threshold, language) }),
  ].filter(Boolean);
  const which = { tier: tier ?? undefined, zoneId: zone?.id };
  const text = measureText(reached, language, exact);
  return (
    <tr>
      <th scope="row">
        <span>
          {titled(said(target.label))} <small className="quiet">{conditions.join(' · ')}</small>
        </span>
      </th>
      <td className="text" data-label={t('targets.scope')}>
        {scope}
      </td>
      <td className="figure" data-label={t('targets.value')}>
        {valueText(row, language, exact)}
      </td>
      <td data-label={t('targets.reached')}>
        <PointLink
          to={addressWith(`/targets/${target.id}`, which)}
          className="figure"
          aria-label={t('targets.open', { target: said(target.label), scope, reached: text })}
        >
          {text}
        </PointLink>
        {undetermined > 0 && (
          <small>
            {' '}
            <PointLink to={addressWith(`/targets/${target.id}`, { ...which, of: 'undetermined' })}>
              {t('targets.undetermined', { count: undetermined })}
            </PointLink>
          </small>
        )}
      </td>
      <td className="figure" data-label={t('targets.progress')}>
        {rate === undefined ? '—' : `${rate}%`}
      </td>
      <td className="text" data-label={t('targets.state')}>
        <Progress row={row} />
      </td>
    </tr>
  );
}

/** A bar of the rate with a mark where the calendar is, and in words what that means. */
function Progress({ row: { target, rate, ahead, isReached } }: { readonly row: TargetRow }) {
  const { t } = useTranslation('overview');
  const gone = Number(target.calendar.rounded ?? 0);
  const points = Math.abs(ahead ?? 0).toFixed(1);
  const words = isReached
    ? t('targets.done')
    : ahead === undefined
      ? ''
      : ahead < 0
        ? t('targets.behind', { points })
        : ahead > 0
          ? t('targets.ahead', { points })
          : t('targets.level');
  const state = isReached ? 'done' : (ahead ?? 0) < 0 ? 'behind' : 'ahead';
  return (
    <span
      className={`target-progress ${state}`}
      title={t('targets.calendar', { percent: target.calendar.rounded ?? '—' })}
    >
      <span className="target-bar" aria-hidden="true">
        <span className="gone" style={{ inlineSize: `${Math.min(rate ?? 0, 100)}%` }} />
        <span className="now" style={{ insetInlineStart: `${Math.min(gone, 100)}%` }} />
      </span>
      <span>{words}</span>
    </span>
  );
}
