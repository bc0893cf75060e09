/** What the navigation shows, in order. */
export const NAVIGATION = [
  { to: '/', key: 'overview' },
  { to: '/projects', key: 'ledger' },
  { to: '/leaders', key: 'leaders' },
  { to: '/findings', key: 'findings' },
  { to: '/deadlines', key: 'deadlines' },
  { to: '/compare', key: 'compare' },
  { to: '/log', key: 'log' },
] as const;
