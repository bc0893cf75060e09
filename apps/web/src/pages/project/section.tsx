import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly id?: string;
  readonly title: string;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of the page under its heading, on white. */
export function Section({ id, title, aside, className = '', children }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className={`part ${className}`}>
      <div className="part-head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      <div className="sheet">{children}</div>
    </section>
  );
}
