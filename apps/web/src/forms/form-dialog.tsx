import { Modal } from 'antd';
import { useRef } from 'react';
import { Form, type FormProps } from './form.tsx';

interface FormDialogProps extends Omit<FormProps, 'giveUp'> {
  readonly title: string;
  /** Under the title: what it is about. */
  readonly about?: string;
  readonly close: () => void;
}

/** A form in a dialog. Closing it keeps what was typed. */
export function FormDialog({ title, about, close, ...form }: FormDialogProps) {
  const content = useRef<HTMLDivElement>(null);
  const begin = (): void => {
    // Who was quicker than the dialog stays where they are.
    if (content.current?.contains(document.activeElement)) return;
    content.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={close}
      maskClosable={false}
      width={560}
      style={{ top: 24 }}
      destroyOnHidden
      afterOpenChange={(open) => open && begin()}
    >
      <div ref={content}>
        {about !== undefined && <p className="quiet">{about}</p>}
        <Form {...form} giveUp={close} />
      </div>
    </Modal>
  );
}
