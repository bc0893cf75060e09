import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../../api/names.ts';
import { ImpreciseDateInput } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import type { HeldBriefly, Terms } from './hand-over-terms.ts';

interface FormProps {
  readonly terms: Terms;
  readonly set: (terms: Terms) => void;
  readonly held: readonly HeldBriefly[];
  /** Who hands over, and so does not take over. */
  readonly holderId: string | undefined;
}

function Which({ terms, set, held }: FormProps) {
  const { t } = useTranslation('leaders');
  const { projectIds, ...others } = terms;
  const chosen = new Set(projectIds);
  const choose = (id: string, isChosen: boolean): void => {
    const ids = held.filter((project) => (project.id === id ? isChosen : chosen.has(project.id)));
    set({ ...others, projectIds: ids.map((project) => project.id) });
  };
  return (
    <section className="sheet" aria-labelledby="which-projects">
      <h2 id="which-projects">{t('handover.which')}</h2>
      <Radio.Group
        aria-labelledby="which-projects"
        value={projectIds === undefined ? 'all' : 'some'}
        onChange={({ target }) => set(target.value === 'all' ? others : { ...others, projectIds: [] })}
        options={[
          { value: 'all', label: t('handover.all', { count: held.length }) },
          { value: 'some', label: t('handover.some') },
        ]}
      />
      {projectIds !== undefined && (
        <>
          <span className="quiet" aria-live="polite">
            {t('handover.chosen', { count: chosen.size })}
          </span>
          <ul className="held">
            {held.map(({ id, name }) => (
              <li key={id}>
                <Checkbox checked={chosen.has(id)} onChange={({ target }) => choose(id, target.checked)}>
                  {name}
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Who takes over, from when, on what grounds, and which projects. */
export function HandOverForm(props: FormProps) {
  const { terms, set, holderId } = props;
  const { t } = useTranslation('leaders');
  const people = usePeople();
  const text = (key: 'doc' | 'reason') => (value: string) => set({ ...terms, [key]: value });
  const pick = (key: 'to' | 'from') => (value: string | undefined) => {
    const { [key]: _, ...others } = terms;
    set(value === undefined ? others : { ...others, [key]: value });
  };
  const options = (people ?? [])
    .filter(({ id }) => id !== holderId)
    .map(({ id, name, post, unit }) => ({ value: id, label: [name, post, unit].filter(Boolean).join(' ') }));
  return (
    <>
      <section className="sheet" aria-labelledby="hand-over-terms">
        <h2 id="hand-over-terms">{t('handover.terms')}</h2>
        <Form layout="vertical" component="div" className="terms">
          <Form.Item label={t('handover.to')} htmlFor="hand-over-to" required>
            <Select
              id="hand-over-to"
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              placeholder={t('handover.toPlaceholder')}
              loading={people === undefined}
              {...(terms.to !== undefined && { value: terms.to })}
              onChange={pick('to')}
              options={options}
            />
          </Form.Item>
          <Form.Item label={t('handover.from')} htmlFor="hand-over-from" required extra={t('handover.fromHint')}>
            <ImpreciseDateInput
              id="hand-over-from"
              value={terms.from}
              onChange={pick('from')}
              onUnread={pick('from')}
            />
          </Form.Item>
          <Form.Item label={t('handover.doc')} htmlFor="hand-over-doc">
            <Input
              id="hand-over-doc"
              autoComplete="off"
              value={terms.doc ?? ''}
              onChange={({ target }) => text('doc')(target.value)}
            />
          </Form.Item>
          <Form.Item label={t('handover.reason')} htmlFor="hand-over-reason" required>
            <Input.TextArea
              id="hand-over-reason"
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={2000}
              value={terms.reason ?? ''}
              onChange={({ target }) => text('reason')(target.value)}
            />
          </Form.Item>
        </Form>
      </section>
      <Which {...props} />
    </>
  );
}
