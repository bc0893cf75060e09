/** Contracting leaders. */
export const leaders = {
  title: 'Leaders',
  name: 'Name',
  post: 'Post',
  projects: 'Projects',
  lead: 'As lead',
  overdue: 'Overdue projects',
};
