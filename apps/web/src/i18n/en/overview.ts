/** The overview. */
export const overview = {
  title: 'Overview',
  stages: 'By stage',
  stage: 'Stage',
  projects: 'Projects',
  total: 'Total investment',
  year: 'Invested this year',
};
