/** Comparison of two points. */
export const compare = {
  title: 'Compare',
  choose: 'Choose a point to compare from under “As of” first.',
  changed: 'Kind of change',
  projects: 'Projects',
};
