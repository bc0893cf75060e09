/** 日志。 */
export const log = {
  title: '日志',
  seq: '序号',
  type: '事件',
  at: '记入时间',
  stream: '所属',
};
