import { Button, Popover } from 'antd';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

interface MenuProps {
  readonly label: string;
  readonly open: boolean;
  readonly change: (open: boolean) => void;
  /** What it opens. */
  readonly children: ReactNode;
}

/** A button and what it opens: keys go on in there, and Esc leads back. */
export function Menu({ label, open, change, children }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  /** Who points at things is there already, and what is pointed at must not move. */
  const goIn = (): void => {
    if (!button.current?.matches(':focus-visible')) return;
    inside.current?.querySelector<HTMLElement>('button, input')?.focus();
  };
  const pressed = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape') return;
    change(false);
    button.current?.focus();
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={change}
      afterOpenChange={(isOpen) => isOpen && goIn()}
      content={
        <div ref={inside} onKeyDown={pressed}>
          {children}
        </div>
      }
    >
      <Button ref={button} aria-haspopup="dialog" aria-expanded={open}>
        {label}
      </Button>
    </Popover>
  );
}
