import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { countText, Page, Person, Ready } from '../../shown/index.ts';

type Item = Schemas['LeaderItemShape'];

export default function Leaders() {
  const { t } = useTranslation('leaders');
  const leaders = useRead('/api/leaders');
  return (
    <Page title={t('title')}>
      <Ready read={leaders}>
        {({ items }) => (
          <Table<Item>
            size="small"
            rowKey={({ id }) => id ?? ''}
            pagination={false}
            dataSource={items}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('name'), render: (_, { id, name }) => <Person id={id} name={name} /> },
              { title: t('post'), dataIndex: 'post' },
              { title: t('projects'), align: 'right', render: (_, { projects }) => countText(projects) },
              { title: t('lead'), align: 'right', render: (_, { lead }) => countText(lead) },
            ]}
          />
        )}
      </Ready>
    </Page>
  );
}
