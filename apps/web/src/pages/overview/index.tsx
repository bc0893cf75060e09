import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, Money, Page, Ready } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';

type Figures = Schemas['StageFiguresShape'];

export default function Overview() {
  const { t } = useTranslation('overview');
  const said = useSaid();
  const summary = useRead('/api/projects/summary');
  return (
    <Page title={t('title')}>
      <Ready read={summary}>
        {({ stages, projects, totalInvestment, investedThisYear }) => (
          <>
            <dl className="facts sheet">
              <dt>{t('projects')}</dt>
              <dd>{countText(projects)}</dd>
              <dt>{t('total')}</dt>
              <dd>
                <Money value={totalInvestment} />
              </dd>
              <dt>{t('year')}</dt>
              <dd>
                <Money value={investedThisYear} />
              </dd>
            </dl>
            <h2>{t('stages')}</h2>
            <Table<Figures>
              size="small"
              rowKey="stage"
              pagination={false}
              dataSource={stages}
              columns={[
                {
                  title: t('stage'),
                  render: (_, { stage, label }) => <PointLink to={`/projects?stage=${stage}`}>{said(label)}</PointLink>,
                },
                { title: t('projects'), align: 'right', render: (_, { projects: count }) => countText(count) },
                { title: t('total'), align: 'right', render: (_, { totalInvestment: sum }) => <Money value={sum} /> },
              ]}
            />
          </>
        )}
      </Ready>
    </Page>
  );
}
