import type { ComponentProps } from 'react';
import './control.css';

/** The browser's own choice, for a few among which nobody searches: Ant Design's is heavy, and looks the same. */
export function NativeSelect({ className = '', ...select }: ComponentProps<'select'>) {
  return <select className={`control ${className}`.trim()} {...select} />;
}
