import { lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Broken } from './broken.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const Overview = lazy(() => import('../pages/overview/index.tsx'));
const Ledger = lazy(() => import('../pages/ledger/index.tsx'));
const Register = lazy(() => import('../pages/register/index.tsx'));
const Project = lazy(() => import('../pages/project/index.tsx'));
const Leaders = lazy(() => import('../pages/leaders/index.tsx'));
const Leader = lazy(() => import('../pages/leaders/leader.tsx'));
const HandOver = lazy(() => import('../pages/leaders/hand-over.tsx'));
const Reassignments = lazy(() => import('../pages/reassignments/index.tsx'));
const Reassignment = lazy(() => import('../pages/reassignments/order.tsx'));
const Log = lazy(() => import('../pages/log/index.tsx'));
const OneEvent = lazy(() => import('../pages/log/event.tsx'));
const Findings = lazy(() => import('../pages/findings/index.tsx'));
const Deadlines = lazy(() => import('../pages/deadlines/index.tsx'));
const Target = lazy(() => import('../pages/targets/index.tsx'));
const Compare = lazy(() => import('../pages/compare/index.tsx'));
const ComparedProject = lazy(() => import('../pages/compare/project.tsx'));

/** Every page and its address. The server must know the first part of each: apps/server/src/web-page.ts. */
const pages: RouteObject[] = [
  { path: '/', element: <Overview /> },
  { path: '/projects', element: <Ledger /> },
  { path: '/projects/new', element: <Register /> },
  { path: '/projects/:id', element: <Project /> },
  { path: '/leaders', element: <Leaders /> },
  { path: '/leaders/:id', element: <Leader /> },
  { path: '/leaders/units/:id', element: <Leader of="organizations" /> },
  { path: '/leaders/:id/hand-over', element: <HandOver /> },
  { path: '/reassignments', element: <Reassignments /> },
  { path: '/reassignments/:id', element: <Reassignment /> },
  { path: '/findings', element: <Findings /> },
  { path: '/deadlines', element: <Deadlines /> },
  { path: '/targets/:id', element: <Target /> },
  { path: '/log', element: <Log /> },
  { path: '/log/:seq', element: <OneEvent /> },
  { path: '/compare', element: <Compare /> },
  { path: '/compare/:projectId', element: <ComparedProject /> },
  { path: '*', element: <NotFound /> },
].map((page) => ({ ...page, errorElement: <Broken /> }));

export const router = createBrowserRouter([{ element: <Shell />, errorElement: <Broken />, children: pages }]);
