import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../ledger/media.ts';
import { useDoing } from './doing.tsx';
import { FORMS, MENU, type Verb } from './forms.ts';

/** What can be filed on the project, by what it is about. */
export function FileMenu() {
  const { t } = useTranslation('project');
  const doing = useDoing();
  const narrow = useNarrow();
  const verbs = Object.keys(FORMS) as Verb[];
  return (
    <div className="file-menu">
      <Button onClick={() => doing({ do: 'report-investment' })}>{t('command.report-investment')}</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          // One that opens under the pointer closes under it too, on the way to what it holds.
          triggerSubMenuAction: 'click',
          onClick: ({ key }) => doing({ do: key }),
          // A phone has no room for a submenu beside the menu.
          ...(narrow && { style: { maxHeight: '70vh', overflowY: 'auto' as const } }),
          items: MENU.map((group) => ({
            ...(narrow && { type: 'group' as const }),
            key: group,
            label: t(`group.${group}`),
            children: verbs
              .filter((verb) => FORMS[verb].group === group)
              .map((verb) => ({ key: verb, label: t(`command.${verb}`) })),
          })),
        }}
      >
        <Button type="primary">
          {t('file')} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </div>
  );
}
