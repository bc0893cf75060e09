import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the overview under its own heading. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section className="overview-part" aria-labelledby={id}>
      <div className="overview-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

interface ScrollProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that may be wider than the screen, and is scrolled by itself, by keyboard too. */
export function Scroll({ label, children }: ScrollProps) {
  return (
    <div className="list-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
