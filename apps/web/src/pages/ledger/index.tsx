import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Asked, Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { Empty, Money, Page, Person, Ready, Stage, Stale, Standing, Zone } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';

type Item = Schemas['ProjectItemShape'];
type Filter = NonNullable<Asked<'/api/projects'>['query']>;

const FILTERS = ['zoneId', 'stage', 'standing', 'leaderId', 'text'] as const;

export default function Ledger() {
  const { t } = useTranslation('ledger');
  const [search] = useSearchParams();
  const filter = Object.fromEntries(FILTERS.flatMap((key) => (search.has(key) ? [[key, search.get(key)]] : [])));
  const list = useRead('/api/projects', { query: { ...(filter as Filter), limit: 50 } });
  return (
    <Page title={t('title')}>
      <Ready read={list} rows={12}>
        {({ items, lag }) => (
          <>
            <Stale lag={lag} />
            <Table<Item>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={items}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <Empty filtered={Object.keys(filter).length > 0} /> }}
              columns={[
                {
                  title: t('name'),
                  fixed: 'left',
                  render: (_, { id, name, standing }) => (
                    <>
                      <PointLink to={`/projects/${id}`}>{name}</PointLink> <Standing standing={standing} />
                    </>
                  ),
                },
                { title: t('zone'), render: (_, { zoneId, zoneName }) => <Zone id={zoneId} name={zoneName} /> },
                {
                  title: t('stage'),
                  render: (_, { stage, stageLabel, possibleStage }) => (
                    <Stage stage={stage} label={stageLabel} possible={possibleStage} />
                  ),
                },
                {
                  title: t('leader'),
                  render: (_, { leaderId, leaderName }) => <Person id={leaderId} name={leaderName} />,
                },
                {
                  title: t('total'),
                  align: 'right',
                  render: (_, item) => <Money unit="wan" value={item.totalInvestment} />,
                },
                {
                  title: t('year'),
                  align: 'right',
                  render: (_, item) => <Money unit="wan" value={item.investedThisYear} />,
                },
              ]}
            />
          </>
        )}
      </Ready>
    </Page>
  );
}
