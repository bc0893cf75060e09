/** 对比。 */
export const compare = {
  title: '对比',
  choose: '请先在“时点”中选择对比起点。',
  changed: '变化类型',
  projects: '项目数',
};
