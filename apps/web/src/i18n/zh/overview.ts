/** 总览。 */
export const overview = {
  title: '总览',
  stages: '按阶段',
  stage: '阶段',
  projects: '项目数',
  total: '总投资',
  year: '今年完成投资',
};
