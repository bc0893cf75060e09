import { App } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body } from '../../api/client.ts';
import { useCommand } from '../../api/commands.ts';
import { useRead } from '../../api/queries.ts';
import { useBegun } from '../../forms/begun.ts';
import { Form } from '../../forms/form.tsx';
import { Ready } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { FORMS, pathOf } from '../project/forms.ts';
import type { EntryFormProps } from './entry-panel.tsx';
import { fieldsInRow, nextVerb, VERBS, verbIn, type Verb } from './milestones.ts';

/** A milestone of one project, once it is known which revision is there. */
export function MilestoneForm({ item, close }: EntryFormProps) {
  const read = useRead('/api/projects/columns', { query: { ids: item.id } });
  return (
    <Ready read={read} rows={2}>
      {({ items }) => {
        const revision = items.find(({ id }) => id === item.id)?.revision;
        return revision !== undefined && <Milestone item={item} revision={revision} close={close} />;
      }}
    </Ready>
  );
}

/** Which milestone, and what its command needs. */
function Milestone({ item, revision: shown, close }: EntryFormProps & { readonly revision: string }) {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const which = useId();
  const key = `milestone:${item.id}`;
  const { draft, revision } = useBegun(key, { id: item.id, revision: shown }, { verb: nextVerb(item) });
  const verb = verbIn(draft.value) ?? nextVerb(item);
  const command = useCommand(pathOf(verb));
  const name = t(`milestone.kind.${verb}`);
  return (
    <Form
      className="entry"
      label={t('milestone.of', { name: item.name })}
      type={FORMS[verb].type}
      fields={fieldsInRow(verb)}
      draft={draft}
      submitText={t('milestone.submit')}
      sending={{
        ...command,
        send: (data) =>
          command.send({
            path: { id: item.id },
            body: data as Body<ReturnType<typeof pathOf>>,
            revision,
            title: `${name} · ${item.name}`,
            draft: key,
          }),
      }}
      done={() => {
        message.success(t('milestone.done', { milestone: name }));
        close();
      }}
      giveUp={close}
    >
      <div className="field">
        <label htmlFor={which}>{t('milestone.which')}</label>
        <Select<Verb>
          id={which}
          autoFocus
          value={verb}
          listHeight={420}
          options={VERBS.map((value) => ({ value, label: t(`milestone.kind.${value}`) }))}
          onChange={(value) => draft.set({ ...draft.value, verb: value })}
          style={{ width: '100%' }}
        />
      </div>
    </Form>
  );
}
