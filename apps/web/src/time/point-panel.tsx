import { Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knownAtOf } from '#kernel/knowledge';
import { addDays } from '#kernel/dates';
import { today } from '../shown/today.ts';
import { isComparing, type Point } from './point.ts';
import { usePoint } from './use-point.ts';

const DAY = 'YYYY-MM-DD';
/** What a comparison begins with until something else is chosen. */
const COMPARED_DAYS = 30;

interface KnownAtProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A day, or the number of an event. */
function KnownAtFields({ id, value, onChange }: KnownAtProps) {
  const { t } = useTranslation('shown');
  const kind = value === undefined ? undefined : knownAtOf(value)?.kind;
  const day: Dayjs | null = kind === 'day' ? dayjs(value, DAY) : null;
  return (
    <div className="known-at">
      <DatePicker
        id={id}
        value={day}
        format={DAY}
        placeholder={t('time.day')}
        onChange={(chosen: Dayjs | null) => onChange(chosen?.format(DAY))}
      />
      <Input
        aria-label={t('time.seq')}
        placeholder={t('time.seq')}
        inputMode="numeric"
        value={kind === 'day' ? '' : (value ?? '')}
        onChange={({ target }) => onChange(target.value.trim() || undefined)}
      />
    </div>
  );
}

function DayField({ id, value, onChange }: KnownAtProps) {
  return (
    <DatePicker
      id={id}
      value={value === undefined ? null : dayjs(value, DAY)}
      format={DAY}
      onChange={(chosen: Dayjs | null) => onChange(chosen?.format(DAY))}
    />
  );
}

/** Where a page is moved in time, and what it is compared with. */
export default function PointPanel({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('shown');
  const { point, go } = usePoint();
  const [chosen, setChosen] = useState<Point>(point);
  const change = (key: keyof Point) => (value: string | undefined) =>
    setChosen(({ [key]: _, ...others }) => (value === undefined ? others : { ...others, [key]: value }));
  const { fromKnownAt, fromEffectiveOn, ...only } = chosen;
  const comparing = isComparing(chosen);
  const wrong = [chosen.knownAt, fromKnownAt].some((text) => text !== undefined && knownAtOf(text) === undefined);
  const apply = (): void => {
    go(chosen);
    onClose();
  };
  return (
    <Modal
      title={t('time.control')}
      open={open}
      onCancel={onClose}
      onOk={apply}
      okText={t('time.apply')}
      okButtonProps={{ disabled: wrong }}
    >
      <Form layout="vertical" onFinish={apply}>
        <Form.Item
          label={t('time.knownAt')}
          htmlFor="known-at"
          help={wrong ? t('time.wrongSeq') : t('time.knownAtHint')}
        >
          <KnownAtFields id="known-at" value={chosen.knownAt} onChange={change('knownAt')} />
        </Form.Item>
        <Form.Item label={t('time.effectiveOn')} htmlFor="effective-on" help={t('time.effectiveOnHint')}>
          <DayField id="effective-on" value={chosen.effectiveOn} onChange={change('effectiveOn')} />
        </Form.Item>
        <Checkbox
          checked={comparing}
          onChange={({ target }) =>
            setChosen(target.checked ? { ...chosen, fromKnownAt: addDays(today(), -COMPARED_DAYS) } : only)
          }
        >
          {t('time.compare')}
        </Checkbox>
        {comparing && (
          <fieldset>
            <legend>{t('time.compareFrom')}</legend>
            <Form.Item label={t('time.knownAt')} htmlFor="from-known-at">
              <KnownAtFields id="from-known-at" value={fromKnownAt} onChange={change('fromKnownAt')} />
            </Form.Item>
            <Form.Item label={t('time.effectiveOn')} htmlFor="from-effective-on">
              <DayField id="from-effective-on" value={fromEffectiveOn} onChange={change('fromEffectiveOn')} />
            </Form.Item>
          </fieldset>
        )}
      </Form>
    </Modal>
  );
}
