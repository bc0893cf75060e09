import { use, type ComponentProps } from 'react';
import { Link, NavLink } from 'react-router';
import { TabStop } from '../shown/tab-stop.ts';
import { usePoint } from './use-point.ts';
import { withPoint } from './point.ts';

type To = { readonly to: string };

/** A link within the page: it keeps the point in time. Use it for every link. */
export function PointLink({ to, ...others }: Omit<ComponentProps<typeof Link>, 'to'> & To) {
  return <Link tabIndex={use(TabStop)} {...others} to={withPoint(to, usePoint().point)} />;
}

/** The same for navigation, with `aria-current` where it leads to the page that is shown. */
export function PointNavLink({ to, ...others }: Omit<ComponentProps<typeof NavLink>, 'to'> & To) {
  return <NavLink {...others} to={withPoint(to, usePoint().point)} />;
}
