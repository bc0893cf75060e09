import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, Empty, Page, Ready } from '../../shown/index.ts';
import { usePoint } from '../../time/use-point.ts';

type Kind = Schemas['KindCountShape'];

export default function Compare() {
  const { t } = useTranslation('compare');
  const said = useSaid();
  const { comparing } = usePoint();
  const summary = useRead('/api/projects/compare/summary', undefined, { enabled: comparing });
  return (
    <Page title={t('title')}>
      {comparing ? (
        <Ready read={summary}>
          {({ kinds }) => (
            <Table<Kind>
              size="small"
              rowKey="kind"
              pagination={false}
              dataSource={kinds}
              columns={[
                { title: t('changed'), render: (_, { label }) => said(label) },
                { title: t('projects'), align: 'right', render: (_, { projects }) => countText(projects) },
              ]}
            />
          )}
        </Ready>
      ) : (
        <Empty>{t('choose')}</Empty>
      )}
    </Page>
  );
}
