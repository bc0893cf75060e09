import type { Role } from './places.ts';

/**
 * What is printed on start: the address and three things to try, which work as printed on an empty and on a full ledger.
 * A projector has nothing to try but how it is doing.
 */
export function welcome(address: string, role: Role): string {
  const up = `台账已启动 / Taizhang is up: ${address}`;
  const end = '按 Ctrl-C 停止 / Ctrl-C stops it';
  if (role === 'projector') {
    return [up, '', `只做投影 / projects only; how it is doing:  curl -s ${address}/health/ready`, '', end, ''].join(
      '\n',
    );
  }
  const zone = `curl -s -X POST ${address}/api/zones -H 'Content-Type: application/json' -H 'Idempotency-Key: example' -d '{"name":"示例经济开发区","level":"provincial","kind":"economic","hostCounty":"420303","from":"2018-01-01"}'`;
  return [
    up,
    '',
    '试一试 / three things to try:',
    `  1. 在浏览器里打开台账 / open the ledger in a browser:  ${address}/`,
    `  2. 接口说明，可直接操作 / the API, to read and to try:  ${address}/api/docs`,
    `  3. 定义一个开发区 / define a zone:  ${zone}`,
    '',
    end,
    '',
  ].join('\n');
}
