import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { useZoneName } from '../../api/names.ts';
import { usePages, useRead } from '../../api/queries.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import {
  Area,
  countText,
  dateText,
  ImpreciseDate,
  List,
  Money,
  moneyText,
  Page,
  titled,
  Zone,
} from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { Choice } from '../overview/choice.tsx';
import '../overview/lines.css';
import { scopeText } from '../overview/target-rows.ts';
import { useParam } from '../overview/use-param.ts';
import { ZoneFilter } from '../overview/zone-filter.tsx';

type Achievement = Schemas['AchievementShape'];
const LIMIT = 50;

/** The projects that a target has counted, or of which it cannot be told. */
export default function Target() {
  const { t } = useTranslation('targets');
  const said = useSaid();
  const { id = '' } = useParams();
  const [of, setOf] = useParam('of');
  const [tier] = useParam('tier');
  const [zoneId, setZone] = useParam('zoneId');
  const which = of === 'undetermined' ? 'undetermined' : 'counted';
  const target = useRead('/api/targets/{id}', { path: { id } });
  const list = usePages('/api/targets/{id}/projects', {
    path: { id },
    query: { of: which, limit: LIMIT, ...(tier && { tier }), ...(zoneId && { zoneId }) },
  });
  const countOf = (listed: number) => t(list.hasNextPage ? 'shown' : 'shownAll', { shown: countText(listed) });
  const isOfZone = target.data?.scope.startsWith('zone:') ?? true;
  return (
    <Page title={target.data ? titled(said(target.data.label)) : t('title')}>
      {target.data && <About target={target.data} tier={tier} />}
      <div className="list-filters" role="search">
        <Choice
          name={t('of')}
          value={which}
          options={{ counted: t('counted'), undetermined: t('undetermined') }}
          onChange={(chosen) => setOf(chosen === 'counted' ? undefined : chosen)}
        />
        {!isOfZone && <ZoneFilter zoneId={zoneId} onChange={setZone} />}
      </div>
      <List list={list} rows={8} count={countOf} filtered={zoneId !== undefined}>
        {(items) => <ProjectsTable items={items} />}
      </List>
    </Page>
  );
}

interface AboutProps {
  readonly target: Schemas['TargetShape'];
  readonly tier: string | undefined;
}

/** Whose target it is, for when, and under which conditions. */
function About({ target, tier }: AboutProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const zoneName = useZoneName();
  const conditions = [
    scopeText(target.scope, zoneName) ?? t('targets.allScope'),
    dateText(target.period, language),
    tier,
    target.industrial && t('targets.industrial'),
    target.threshold && t('targets.threshold', { money: moneyText(target.threshold, language) }),
    t('targets.calendar', { percent: Number(target.calendar.rounded ?? 0) }),
  ].filter(Boolean);
  return <p className="quiet">{conditions.join(' · ')}</p>;
}

function ProjectsTable({ items }: { readonly items: readonly Achievement[] }) {
  const { t } = useTranslation('targets');
  const has = {
    amount: items.some(({ amount }) => amount),
    area: items.some(({ area }) => area !== undefined),
    reasons: items.some(({ reasons }) => reasons.length > 0),
  };
  return (
    <table className="list-lines items">
      <caption className="unseen">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          <th scope="col" className="text">
            {t('zone')}
          </th>
          <th scope="col" className="text">
            {t('on')}
          </th>
          {has.amount && <th scope="col">{t('amount')}</th>}
          {has.area && <th scope="col">{t('area')}</th>}
          {has.area && (
            <th scope="col" className="text">
              {t('standard')}
            </th>
          )}
          <th scope="col">{t('total')}</th>
          {has.reasons && (
            <th scope="col" className="text">
              {t('reasons')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.factId} item={item} has={has} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly item: Achievement;
  readonly has: Readonly<Record<'amount' | 'area' | 'reasons', boolean>>;
}

function Row({ item, has }: RowProps) {
  const { t } = useTranslation('targets');
  const said = useSaid();
  const { project, zone, on, amount, area, standardLand, totalInvestment, reasons } = item;
  return (
    <tr>
      <th scope="row" className="long">
        <PointLink to={`/projects/${project.id}`}>{project.name ?? project.id}</PointLink>
      </th>
      <td className="text" data-label={t('zone')}>
        <Zone id={zone.id} name={zone.name} />
      </td>
      <td className="text" data-label={t('on')}>
        <ImpreciseDate value={on} />
      </td>
      {has.amount && (
        <td data-label={t('amount')}>
          <Money value={amount} />
        </td>
      )}
      {has.area && (
        <td data-label={t('area')}>
          <Area value={area} />
        </td>
      )}
      {has.area && (
        <td className="text" data-label={t('standard')}>
          {standardLand === undefined ? '—' : t(standardLand ? 'isStandard' : 'isNot')}
        </td>
      )}
      <td data-label={t('total')}>
        <Money unit="wan" value={totalInvestment} />
      </td>
      {has.reasons && (
        <td className="text long" data-label={t('reasons')}>
          {titled(reasons.map(({ messages }) => said(messages)).join(t('also')))}
        </td>
      )}
    </tr>
  );
}
