import { Select as AntSelect, type SelectProps } from 'antd';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** What a control is called, by itself or by its label. */
const nameOf = (control: HTMLInputElement): string | null | undefined =>
  control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent;

/** The list of a choice, called what the choice is called: Ant Design leaves it without a name. */
function Named({ children }: { readonly children: ReactNode }) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = popup.current?.querySelector('[role=listbox]');
    const control = list && document.querySelector<HTMLInputElement>(`input[aria-controls="${list.id}"]`);
    const name = control && nameOf(control);
    if (name) list.setAttribute('aria-label', name);
  });
  return <div ref={popup}>{children}</div>;
}

const named = (list: ReactNode): ReactNode => <Named>{list}</Named>;

/** Ant Design's choice, with a name on its list; it takes the name of the control, which needs an `aria-label` or a label. */
export function Select<Value = unknown>(props: SelectProps<Value>) {
  return <AntSelect<Value> popupRender={named} {...props} />;
}
