import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, titled, Zone } from '../../shown/index.ts';
import { addressWith } from './addresses.ts';
import { FigureLink, MoneyLink } from './figure-link.tsx';
import { Scroll, Section } from './section.tsx';
import { sortedZones, turned, ZONE_SUMS, type ZoneColumn, type ZoneOrder, type ZoneRow } from './sort-rows.ts';

interface ZonesProps {
  readonly zones: readonly ZoneRow[];
  /** The stages in order, with their words. */
  readonly stages: readonly Schemas['StageFiguresShape'][];
}

const TEXTS = {
  zone: 'zones.zone',
  projects: 'zones.projects',
  suspended: 'zones.suspended',
  exited: 'zones.exited',
  totalInvestment: 'zones.total',
  investedThisYear: 'zones.year',
  invested: 'zones.invested',
} as const;
const STANDING = { projects: undefined, suspended: 'suspended', exited: 'exited' } as const;

/** Zone by zone, in the order of any column; each figure opens the projects of its zone. */
export function Zones({ zones, stages }: ZonesProps) {
  const { t } = useTranslation('overview');
  const said = useSaid();
  const [order, setOrder] = useState<ZoneOrder>({ by: 'projects', descending: true });
  const title = t('zones.title');
  const head = (column: ZoneColumn) => (
    <th
      key={column}
      scope="col"
      aria-sort={order.by === column ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="list-sorter" onClick={() => setOrder(turned(order, column))}>
        {t(TEXTS[column])}
        <span aria-hidden="true">{order.by === column ? (order.descending ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
  return (
    <Section title={title}>
      <div className="sheet">
        <Scroll label={title}>
          <table className="list-lines">
            <caption className="unseen">{t('zones.caption')}</caption>
            <thead>
              <tr>
                {head('zone')}
                {head('projects')}
                {stages.map(({ stage, label }) => (
                  <th key={stage} scope="col">
                    {titled(said(label))}
                  </th>
                ))}
                {head('suspended')}
                {head('exited')}
                {ZONE_SUMS.map(head)}
              </tr>
            </thead>
            <tbody>
              {sortedZones(zones, order).map((row) => (
                <Row key={row.zone.id} row={row} stages={stages} />
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Section>
  );
}

interface RowProps {
  readonly row: ZoneRow;
  readonly stages: ZonesProps['stages'];
}

function Row({ row, stages }: RowProps) {
  const { t } = useTranslation('overview');
  const said = useSaid();
  const { zone } = row;
  const figure = (count: number, what: string, query: Readonly<Record<string, string | undefined>>) => (
    <FigureLink
      count={count}
      to={addressWith('/projects', { zoneId: zone.id, ...query })}
      label={t('openList', { what: `${zone.name ?? zone.id} ${what}`, figure: countText(count) })}
      nothing="·"
    />
  );
  const standing = (column: keyof typeof STANDING) => (
    <td>{figure(row[column], t(TEXTS[column]), { standing: STANDING[column] })}</td>
  );
  return (
    <tr>
      <th scope="row">
        <Zone id={zone.id} name={zone.name} />
      </th>
      {standing('projects')}
      {stages.map(({ stage, label }) => (
        <td key={stage}>
          {figure(row.stages.find((counted) => counted.stage === stage)?.count ?? 0, said(label), { stage })}
        </td>
      ))}
      {standing('suspended')}
      {standing('exited')}
      {ZONE_SUMS.map((column) => (
        <td key={column}>
          <MoneyLink
            unit="wan"
            value={row[column]}
            of={column}
            query={{ zoneId: zone.id }}
            what={`${zone.name ?? zone.id} ${t(TEXTS[column])}`}
          />
        </td>
      ))}
    </tr>
  );
}
