import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { PointLink } from '../../time/point-link.tsx';

interface EventLinkProps {
  /** Without one it is no link. */
  readonly id: string | undefined;
  readonly children: ReactNode;
}

/** A link to an event in the timeline of this page, the evidence of what it stands on. */
export function EventLink({ id, children }: EventLinkProps) {
  const { pathname, search } = useLocation();
  if (id === undefined) return children;
  return (
    <PointLink className="evidence" to={`${pathname}${search}#event-${id}`} preventScrollReset>
      {children}
    </PointLink>
  );
}
