import { useRef } from 'react';
import type { Entry } from './address.ts';
import { MilestoneForm } from './milestone-form.tsx';
import { MonthForm } from './month-form.tsx';
import type { Item } from './rows.ts';

interface EntryPanelProps {
  readonly kind: Entry['kind'];
  readonly item: Item;
  readonly close: () => void;
}

/** What a form in the row is given. */
export interface EntryFormProps {
  readonly item: Item;
  readonly close: () => void;
}

/** What is entered below a row. Escape closes it; what was typed is kept, and the row has the focus again. */
export function EntryPanel({ kind, item, close }: EntryPanelProps) {
  const place = useRef<HTMLDivElement>(null);
  const leave = (): void => {
    const row = place.current?.closest('.panel')?.previousElementSibling;
    close();
    if (row instanceof HTMLElement) row.focus();
  };
  const Form = kind === 'milestone' ? MilestoneForm : MonthForm;
  return (
    <div
      ref={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <Form item={item} close={leave} />
    </div>
  );
}
