/** 项目页。 */
export const project = {
  title: '项目',
  stage: '阶段',
  standing: '状态',
  leader: '包联领导',
  zone: '开发区',
  total: '总投资',
  year: '今年完成投资',
  milestones: '已到节点',
};
