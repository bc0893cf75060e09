import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { taizhang, type Ended } from '../import/command-line.ts';
import { given, openLedger, type Ledger } from './harness.ts';

const CODE = '2018-420303-26-03-000001';
let ledger: Ledger;
let projectId: string;
let seqs: number[];
beforeAll(async () => {
  ledger = await openLedger();
  ({ projectId } = await given(ledger, { code: CODE, content: '厂房\u202e三座' }));
  const person = await ledger.post('/api/people', { name: '欧某某' }).expect(201);
  const { id: personId } = person.body as { id: string };
  await ledger.post(`/api/projects/${projectId}/start-construction`, { on: '2026-05' }).expect(201);
  const assigned = { personId, lead: true, from: '2026-04-01' };
  const told = await ledger.post(`/api/projects/${projectId}/assign-leader`, assigned).expect(201);
  const { after } = told.body as { after: string };
  const { items } = (await ledger.get(`/api/projects/${projectId}/replay`).query({ after }).expect(200)).body as {
    items: { seq: number }[];
  };
  seqs = items.map(({ seq }) => seq);
});
afterAll(() => ledger.close());

const replay = (...args: string[]): Promise<Ended> => taizhang(['replay', 'project', ...args], ledger.dataDir).ended;
const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await replay(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
};

it('says as one document what the server says, while the server runs', async () => {
  const served = async (query: object): Promise<Record<string, unknown>> =>
    (await ledger.get(`/api/projects/${projectId}/replay`).query(query).expect(200)).body as Record<string, unknown>;
  const { items, asOf, total, by } = await served({});
  expect(await json(projectId)).toEqual({ id: projectId, by, asOf, total, items });
  const filed = await json(CODE.toLowerCase(), '--by', 'filed', '--known-at', String(seqs[1]));
  const then = await served({ by: 'filed', knownAt: seqs[1] });
  expect(filed).toEqual({
    id: projectId,
    by: 'filed',
    note: then['note'],
    asOf: then['asOf'],
    total: 2,
    items: then['items'],
  });
});

it('says to a pipe what happened, was filed and recorded, by whom, and what it changed, in words', async () => {
  const { code, stdout, stderr } = await replay(projectId);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [first = '', second = '', third = ''] = stdout.split('\n\n');
  expect(first).toContain('建设内容 content: 厂房·三座');
  expect(second).toBe(`第 2/3 步 step · 序号 seq ${seqs[1]} · 版本 revision 1
开工 construction started
  发生 happened  2026年5月 (2026-05)
  填报 filed     2026-11-22 12:00:00
  入账 recorded  2026-11-22 12:00:00
  经手 by        local (coordinator) · api
  内容 says
    时间 on: 2026年5月 (2026-05)
  改变 changed
    实际 开工 reached · under construction: — → 2026年5月 (2026-05)
    阶段 stage: 入库 registered → 开工 under construction
  其后 after (2026-11-22)
    开工 under construction · 在建 at work · 完成投资 invested 0 万元`);
  expect(third).toContain('人员 person: 欧某某');
  expect(third).toContain('牵头领导 lead: — → 欧某某');
});

it('ends with what is wrong: 1 for what is not there, 2 for what is no question', async () => {
  const failed = async (...args: string[]): Promise<unknown[]> => {
    const { code, stdout } = await replay(...args, '--json');
    return [code, (JSON.parse(stdout) as { error: { code: string } }).error.code];
  };
  expect(await failed('00000000-0000-4000-8000-000000000000')).toEqual([1, 'ProjectNotFound']);
  expect(await failed('没有这个代码')).toEqual([1, 'ProjectNotFound']);
  expect(await failed(projectId, '--known-at', '1')).toEqual([1, 'ProjectNotKnownYet']);
  expect(await failed(projectId, '--known-at', '4711')).toEqual([1, 'KnownSeqAhead']);
  expect(await failed(projectId, '--known-at', '2001-01-01')).toEqual([1, 'KnownBeforeFirst']);
  expect(await failed(projectId, '--known-at', '2190-01-01')).toEqual([1, 'KnownAtAhead']);
  expect(await failed(projectId, '--known-at', 'yesterday')).toEqual([2, 'WrongUsage']);
  expect(await failed(projectId, '--by', 'claim')).toEqual([2, 'WrongUsage']);
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-no-ledger-'));
  try {
    const { code, stdout } = await taizhang(['replay', 'project', projectId, '--json'], folder).ended;
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'NoSuchLedger' } }]);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const SCRIPT = '/usr/bin/script';
const onTerminal = existsSync(SCRIPT) ? it : it.skip;

onTerminal('is stepped through on a terminal', async () => {
  const main = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');
  const command = `stty rows 40 cols 120; '${process.execPath}' '${main}' replay project ${projectId}`;
  const child = spawn(SCRIPT, ['-qec', command, '/dev/null'], { env: { ...process.env, DATA_DIR: ledger.dataDir } });
  const seen: string[] = [];
  /** What is pressed at which step. */
  const keys = [' ', '\r', 'b', 'G', 'q'];
  let unread = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    unread += text;
    const [screen, step] = /第 (\d)\/3 步[\s\S]*q 退出 quit/.exec(unread) ?? [];
    if (screen === undefined || step === undefined) return;
    seen.push(step);
    unread = '';
    child.stdin.write(keys.shift() ?? 'q');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ seen, code, left: unread.includes('\u001b[?1049l') }).toEqual({
    seen: ['1', '2', '3', '2', '3'],
    code: 0,
    left: true,
  });
});

it('numbers the events by the log itself where no view has', async () => {
  const told = await json(projectId);
  const early = await json(projectId, '--known-at', '2026-11-22T12:00:00+08:00');
  expect(early).toEqual(told);
  await ledger.app.close();
  for (const name of readdirSync(ledger.dataDir)) {
    if (!/^(log|format)/.test(name)) rmSync(join(ledger.dataDir, name), { recursive: true });
  }
  expect(await json(projectId)).toEqual(told);
  expect(await json(projectId, '--known-at', String(seqs[2]))).toEqual(told);
});
