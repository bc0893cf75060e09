/** A project's page. */
export const project = {
  title: 'Project',
  stage: 'Stage',
  standing: 'Standing',
  leader: 'Leader',
  zone: 'Zone',
  total: 'Total investment',
  year: 'Invested this year',
  milestones: 'Milestones reached',
};
