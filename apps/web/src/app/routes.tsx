import type { ComponentProps, ComponentType } from 'react';
import { createBrowserRouter, useParams, type RouteObject } from 'react-router';
import { Broken } from './broken.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

type Shown = ComponentType<{ readonly of?: 'organizations' }>;

/** A page is loaded when its address is asked for: what was there stays until the next can be shown whole. */
const page =
  (load: () => Promise<{ readonly default: Shown }>, props: ComponentProps<Shown> = {}) =>
  async () => {
    const { default: Page } = await load();
    return { element: <OfOne page={Page} {...props} /> };
  };

/** A page about another thing is another page: nothing of the one before stands under its heading. */
function OfOne({ page: Page, ...props }: { readonly page: Shown } & ComponentProps<Shown>) {
  return <Page key={Object.values(useParams()).join('/')} {...props} />;
}
const leader = () => import('../pages/leaders/leader.tsx');

/** Every page and its address. The server must know each: apps/server/src/web-page.ts. */
const pages: RouteObject[] = [
  { path: '/', lazy: page(() => import('../pages/overview/index.tsx')) },
  { path: '/projects', lazy: page(() => import('../pages/ledger/index.tsx')) },
  { path: '/projects/new', lazy: page(() => import('../pages/register/index.tsx')) },
  { path: '/projects/:id', lazy: page(() => import('../pages/project/index.tsx')) },
  { path: '/leaders', lazy: page(() => import('../pages/leaders/index.tsx')) },
  { path: '/leaders/:id', lazy: page(leader) },
  { path: '/leaders/units/:id', lazy: page(leader, { of: 'organizations' }) },
  { path: '/leaders/:id/hand-over', lazy: page(() => import('../pages/leaders/hand-over.tsx')) },
  { path: '/reassignments', lazy: page(() => import('../pages/reassignments/index.tsx')) },
  { path: '/reassignments/:id', lazy: page(() => import('../pages/reassignments/order.tsx')) },
  { path: '/findings', lazy: page(() => import('../pages/findings/index.tsx')) },
  { path: '/deadlines', lazy: page(() => import('../pages/deadlines/index.tsx')) },
  { path: '/targets/:id', lazy: page(() => import('../pages/targets/index.tsx')) },
  { path: '/log', lazy: page(() => import('../pages/log/index.tsx')) },
  { path: '/log/:seq', lazy: page(() => import('../pages/log/event.tsx')) },
  { path: '/compare', lazy: page(() => import('../pages/compare/index.tsx')) },
  { path: '/compare/:projectId', lazy: page(() => import('../pages/compare/project.tsx')) },
  { path: '*', element: <NotFound /> },
];

/** The error of a page is shown by the route around it: a route that could not be loaded shows nothing itself. */
const guarded: RouteObject = { errorElement: <Broken />, children: pages };

export const router = createBrowserRouter([{ element: <Shell />, errorElement: <Broken />, children: [guarded] }]);
