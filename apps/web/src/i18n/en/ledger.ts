/** The ledger. */
export const ledger = {
  title: 'Ledger',
  name: 'Project',
  code: 'Code',
  zone: 'Zone',
  stage: 'Stage',
  leader: 'Leader',
  total: 'Total (10k CNY)',
  year: 'This year (10k CNY)',
};
