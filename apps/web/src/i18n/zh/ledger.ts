/** 台账。 */
export const ledger = {
  title: '台账',
  name: '项目名称',
  code: '代码',
  zone: '开发区',
  stage: '阶段',
  leader: '包联领导',
  total: '总投资（万元）',
  year: '今年完成（万元）',
};
