/** 包联领导。 */
export const leaders = {
  title: '包联领导',
  name: '姓名',
  post: '职务',
  projects: '包联项目',
  lead: '牵头',
  overdue: '逾期项目',
};
