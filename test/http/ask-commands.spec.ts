import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { addCompare } from '../../apps/cli/src/ask/compare-command.ts';
import { addFindings } from '../../apps/cli/src/ask/findings-command.ts';
import { addLeaders } from '../../apps/cli/src/ask/leaders-command.ts';
import { addSeries } from '../../apps/cli/src/ask/series-command.ts';
import { addUnits } from '../../apps/cli/src/ask/units-command.ts';
import type { CommandFailed } from '../../apps/cli/src/output.ts';
import { taizhang, type Ended } from '../import/command-line.ts';
import { given, ofItsPoint, openLedger, type Ledger } from './harness.ts';

const CODE = '2018-420303-26-03-011111';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const noon = (day: string): number => Date.parse(`${day}T04:00:00.000Z`);
const before = process.env['DATA_DIR'];
let ledger: Ledger;
let zoneId: string;
let projectId: string;
let leaderId: string;
let unitId: string;

beforeAll(async () => {
  ledger = await openLedger();
  let after = '';
  const tell = async (verb: string, body: object): Promise<void> => {
    const told = await ledger.post(`/api/projects/${projectId}/${verb}`, body).expect(201);
    after = (told.body as { after: string }).after;
  };
  ledger.time.now = noon('2026-02-02');
  ({ zoneId, projectId } = await given(ledger, { name: '甲\u202e项目', code: CODE }));
  leaderId = ((await ledger.post('/api/people', { name: '欧某某' }).expect(201)).body as { id: string }).id;
  await tell('assign-leader', { personId: leaderId, lead: true, from: '2026-02-01' });
  const unit = { name: '示例建设局', kind: 'department', from: '2018-01-01' };
  unitId = ((await ledger.post('/api/organizations', unit).expect(201)).body as { id: string }).id;
  await tell('assign-responsible-unit', { unitId, from: '2026-02-01' });
  await tell('plan-milestone', { milestone: 'constructionStarted', on: '2026-05' });
  await tell('plan-milestone', { milestone: 'completed', on: '2026-12' });
  ledger.time.now = noon('2026-08-03');
  await ledger.post('/api/projects', { name: '乙项目', zoneId }).expect(201);
  await tell('start-construction', { on: '2026-06' });
  await tell('reschedule', { milestone: 'completed', from: '2026-12', to: '2027-03', reason: '征地' });
  ledger.time.now = noon('2026-10-08');
  for (const path of [`/api/projects`, `/api/projects/${projectId}`, '/api/leaders', '/api/findings', '/api/zones'])
    await ledger.get(path).query({ after }).expect(200);
});
afterAll(async () => {
  if (before === undefined) delete process.env['DATA_DIR'];
  else process.env['DATA_DIR'] = before;
  await ledger.close();
});

const run = (args: readonly string[], dataDir = ledger.dataDir): Promise<Ended> => taizhang(args, dataDir).ended;
const json = async (...args: string[]): Promise<Record<string, unknown>> => {
  const { code, stdout, stderr } = await run([...args, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return ofItsPoint(JSON.parse(stdout) as Record<string, unknown>);
};
const served = async (path: string, query: object): Promise<Record<string, unknown>> =>
  ofItsPoint((await ledger.get(path).query(query).expect(200)).body as Record<string, unknown>);
const said = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};
/** Exit code and code of a question that is refused; asked as the command line does, without its process. */
const refused = async (args: readonly string[], dataDir = ledger.dataDir): Promise<unknown[]> => {
  const program = new Command('taizhang');
  for (const add of [addCompare, addFindings, addLeaders, addSeries, addUnits]) add(program);
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])])
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  process.env['DATA_DIR'] = dataDir;
  try {
    await program.parseAsync(args, { from: 'user' });
    return [0];
  } catch (error) {
    if (error instanceof CommanderError) return [2, error.code.replace(/^commander\..*/, 'WrongUsage')];
    const { exitCode, code } = error as CommandFailed;
    return [exitCode, code];
  }
};
const then = ['--known-at', '2026-09-30'];
const knownAt = '2026-09-30';

describe('taizhang findings', () => {
  it('says as one document what the server says', async () => {
    expect(await json('findings', ...then)).toEqual(await served('/api/findings', { knownAt }));
    const narrowed = ['--project', projectId, '--scope', `zone:${zoneId}`, '--sort', 'project', '--explained', 'false'];
    const query = { knownAt, projectId, scope: `zone:${zoneId}`, sort: 'project', explained: 'false' };
    expect(await json('findings', ...then, ...narrowed)).toEqual(await served('/api/findings', query));
    expect(await json('findings', ...then, '--project', CODE)).toEqual(
      await served('/api/findings', { knownAt, projectId }),
    );
    expect(await json('findings', '--summary', ...then, '--leader', leaderId)).toEqual(
      await served('/api/findings/summary', { knownAt, leaderId }),
    );
  });

  it('goes on where the page before ended', async () => {
    const first = await json('findings', ...then, '--limit', '1');
    const { next } = await served('/api/findings', { knownAt, limit: 1 });
    expect(first['next']).toBe(next);
    expect(await said('findings', ...then, '--limit', '1')).toContain(`还有更多 more: --cursor ${String(next)}\n`);
    expect(await json('findings', ...then, '--limit', '1', '--cursor', String(next))).toEqual(
      await served('/api/findings', { knownAt, limit: 1, cursor: next }),
    );
  });

  it('says to a person what was found of what, and nothing that steers the terminal', async () => {
    const { items } = (await served('/api/findings', { knownAt, projectId })) as unknown as {
      items: { since: string; code: string; messages: { zh: string } }[];
    };
    const [head, columns, ...lines] = (await said('findings', ...then, '--project', projectId)).trimEnd().split('\n');
    expect(head).toMatch(/^截至事件 as of event \d+ \(2026-08-03 12:00:00\) · 业务日期 effective on 2026-09-30$/);
    expect(columns).toMatch(/^自 since +代码 code +项目 project/);
    expect(items.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(items.length);
    items.forEach(({ since, code, messages }, i) => {
      expect(lines[i]).toMatch(new RegExp(`^${since} +${code} +甲·项目 +${projectId} +欧某某 +— +`));
      expect(lines[i]).toContain(messages.zh);
    });
    expect(await said('findings', '--summary', ...then)).toMatch(/合计 total +[1-9]\d* +0\n$/);
  });

  it('is refused with 2 what is no question, with 1 what is not there', async () => {
    expect(await refused(['findings', '--code', 'NoSuchCode'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['findings', '--limit', '0'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['findings', '--leader', 'somebody'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['findings', '--known-at', 'yesterday'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['findings', '--known-at', '4711'])).toEqual([1, 'KnownSeqAhead']);
    expect(await refused(['findings', '--scope', `zone:${NOBODY}`])).toEqual([1, 'ScopeUnknown']);
    const wrong = await run(['findings', '--code', 'NoSuchCode', '--json']);
    const { error } = JSON.parse(wrong.stdout) as { error: { code: string; messages: { en: string } } };
    expect([wrong.code, error.code]).toEqual([2, 'WrongUsage']);
    expect(error.messages.en).toMatch(/^--code: /);
  });
});

describe('taizhang leaders and leader', () => {
  it('say as one document what the server says', async () => {
    expect(await json('leaders', ...then)).toEqual(await served('/api/leaders', { knownAt }));
    const query = { knownAt, scope: `zone:${zoneId}`, role: 'lead' };
    expect(await json('leaders', ...then, '--scope', query.scope, '--role', 'lead')).toEqual(
      await served('/api/leaders', query),
    );
    const page = `/api/leaders/${leaderId}`;
    expect(await json('leader', leaderId.toUpperCase(), ...then)).toEqual(await served(page, { knownAt }));
    for (const list of ['in-my-time', 'tenures'])
      expect(await json('leader', leaderId, '--list', list, ...then)).toEqual(
        await served(`${page}/${list}`, { knownAt }),
      );
    const early = { knownAt: '2026-09-30', effectiveOn: '2026-04-01' };
    expect(await json('leader', leaderId, ...then, '--effective-on', early.effectiveOn)).toEqual(
      await served(page, early),
    );
  });

  it('say to a person who held what, and what was late in their time', async () => {
    const { items } = (await served('/api/leaders', { knownAt })) as unknown as {
      items: { id: string | null; overdueDays: { current: number; first: number }; missedReports: number }[];
    };
    const theirs = items.find(({ id }) => id === leaderId);
    const rows = (await said('leaders', ...then)).split('\n');
    const row = rows.find((line) => line.includes(leaderId))?.split(/ {2,}/);
    const { overdueDays, missedReports } = theirs as (typeof items)[number];
    expect(overdueDays.current).toBeGreaterThan(0);
    const numbers = [1, 1, 0, 0, overdueDays.current, overdueDays.first, 1, missedReports];
    expect(row).toEqual(['欧某某', leaderId, ...numbers.map(String)]);
    expect(rows.some((line) => line.startsWith('无人 nobody '))).toBe(true);
    const page = await said('leader', leaderId, ...then);
    expect(page).toContain('\n欧某某\n现任 now: 项目 projects 1，牵头 lead 1，协助 co-lead 0，逾期 overdue 0\n');
    expect(page).toContain(`\n任期内 in their time: 逾期天数 overdue days ${overdueDays.current}，`);
    expect(page).toMatch(/\n甲·项目 +牵头领导 lead +2026年2月1日 \(2026-02-01\) +开工 under construction +—\n/);
    expect(page).toMatch(/\n甲·项目 +.*开工 under construction +2026-06-01 +2026-0/);
    const tenures = await said('leader', leaderId, '--list', 'tenures', ...then);
    expect(tenures).toMatch(/\n甲·项目 +.*2026年2月1日 \(2026-02-01\) +— +242 +— +— +—\n$/);
    expect(await said('leader', leaderId, '--list', 'in-my-time', ...then)).toMatch(/\n甲·项目 +\d+ +\d+ +1 +\d+\n/);
  });

  it('are refused with 2 what is no question, with 1 whom nobody knows', async () => {
    expect(await refused(['leader', NOBODY])).toEqual([1, 'PersonUnknown']);
    expect(await refused(['leader', 'somebody'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['leader'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['leader', leaderId, '--list', 'wishes'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['leaders', '--role', 'chief'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['leaders', '--known-at', '2001-01-01'])).toEqual([1, 'KnownBeforeFirst']);
  });
});

describe('taizhang unit', () => {
  it('says as one document what the server says, and to a person what it holds', async () => {
    const page = `/api/organizations/${unitId}/accountability`;
    const query = { knownAt, role: 'responsibleUnit' };
    expect(await json('unit', unitId, ...then)).toEqual(await served(page, { knownAt }));
    expect(await json('unit', unitId, '--list', 'in-my-time', '--role', query.role, ...then)).toEqual(
      await served(`${page}/in-my-time`, query),
    );
    const text = await said('unit', unitId, ...then);
    expect(text).toContain('\n示例建设局\n现任 now: 项目 projects 1，逾期 overdue 0\n');
    expect(text).toMatch(/\n甲·项目 +责任单位.* +2026年2月1日 \(2026-02-01\) +开工 under construction +—\n/);
    expect(await refused(['unit', NOBODY])).toEqual([1, 'UnitUnknown']);
    expect(await refused(['unit', unitId, '--role', 'lead'])).toEqual([2, 'WrongUsage']);
  });
});

describe('taizhang series', () => {
  const months = ['--by', 'month', '--from', '2026-02-01', '--to', '2026-08-31'];
  const query = { by: 'month', from: '2026-02-01', to: '2026-08-31' };

  it('says as one document what the server says, on either clock', async () => {
    for (const clock of ['known', 'effective'])
      expect(await json('series', '--clock', clock, ...months, ...then, '--zone', zoneId)).toEqual(
        await served('/api/projects/summary/series', { ...query, knownAt, clock, zoneId }),
      );
  });

  it('says to a person a line for each month', async () => {
    const [, columns, ...lines] = (await said('series', '--clock', 'known', ...months)).trimEnd().split('\n');
    expect(columns).toMatch(/^日期 day +项目 projects +.*入库 registered/);
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^2026-02-28 +1 +0 +0 /);
    expect(lines[6]).toMatch(/^2026-08-31 +2 +0 +0 /);
  });

  it('is refused with 2 what is no question, with 1 what is not there yet', async () => {
    expect(await refused(['series', ...months])).toEqual([2, 'WrongUsage']);
    expect(await refused(['series', '--clock', 'known', '--by', 'year', ...months.slice(2)])).toEqual([
      2,
      'WrongUsage',
    ]);
    expect(await refused(['series', '--clock', 'known', ...months.slice(0, 5), '2099-01-01'])).toEqual([
      1,
      'SeriesAhead',
    ]);
  });
});

describe('taizhang compare', () => {
  const between = ['--from-known-at', '2026-02-28', ...then];
  const query = { fromKnownAt: '2026-02-28', knownAt };

  it('says as one document what the server says', async () => {
    const narrowed = { ...query, zoneId, leaderId, kind: 'slipped' };
    expect(await json('compare', 'projects', ...between)).toEqual(await served('/api/projects/compare', query));
    expect(
      await json('compare', 'projects', ...between, '--zone', zoneId, '--leader', leaderId, '--kind', 'slipped'),
    ).toEqual(await served('/api/projects/compare', narrowed));
    const day = { fromEffectiveOn: '2026-02-28', effectiveOn: '2026-09-30', text: '甲', stage: 'constructionStarted' };
    const days = ['--from-effective-on', day.fromEffectiveOn, '--effective-on', day.effectiveOn];
    expect(await json('compare', 'summary', ...days, '--text', day.text, '--stage', day.stage)).toEqual(
      await served('/api/projects/compare/summary', day),
    );
    for (const project of [projectId, CODE])
      expect(await json('compare', 'project', project, ...between)).toEqual(
        await served(`/api/projects/${projectId}/compare`, query),
      );
  });

  it('says to a person what changed, from what to what, and by which events', async () => {
    const slip =
      /计划.*: 2026年12月 \(2026-12\) → 2027年3月 \(2027-03\) · 期间发生 happened since · #\d+ .* \(填报 filed 2026-08-03 12:00:00\)/;
    const projects = await said('compare', 'projects', ...between);
    expect(projects).toMatch(/\n比较自事件 compared from event 8 \(2026-02-02 12:00:00\) · .* 2026-02-28\n/);
    expect(projects).toContain(`\n甲·项目 (${projectId}) · `);
    expect(projects).toContain('\n乙项目 (');
    expect(projects).toMatch(slip);
    const project = await said('compare', 'project', projectId, ...between);
    expect(project).toMatch(slip);
    expect(project).toContain('阶段 stage: 入库 registered → 开工 under construction · ');
    const summary = await said('compare', 'summary', ...between);
    expect(summary).toMatch(/\n项目 projects +1 +0 +1 +2\n/);
    expect(summary).toMatch(/\n开工 under construction +0 +0 +1 +1\n/);
    expect(summary).toContain('\n2 个项目有变化 / 2 projects differ\n');
    expect(await said('compare', 'project', projectId, '--from-known-at', '2026-09-30', ...then)).toMatch(
      /\n无 \/ none\n$/,
    );
  });

  it('is refused with 2 what is no question, with 1 what is not there', async () => {
    expect((await run(['compare', '--json'])).code).toBe(2);
    expect(await refused(['compare', 'projects', ...then])).toEqual([2, 'WrongUsage']);
    expect(await refused(['compare', 'projects', ...between, '--kind', 'better'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['compare', 'summary', '--from-known-at', 'then'])).toEqual([2, 'WrongUsage']);
    expect(await refused(['compare', 'project', NOBODY, ...between])).toEqual([1, 'ProjectNotFound']);
    expect(await refused(['compare', 'project', '2018-NOBODY', ...between])).toEqual([1, 'ProjectNotFound']);
    const missing = await run(['compare', 'project', CODE, ...then]);
    expect(missing.stderr).toContain(
      '/ --from-known-at: at least one of --from-known-at, --from-effective-on is required [WrongUsage]\n',
    );
    const swapped = ['--from-known-at', '2026-09-30', '--known-at', '2026-02-28'];
    expect(await refused(['compare', 'summary', ...swapped])).toEqual([1, 'PointsSwapped']);
    expect(await refused(['compare', 'projects', '--from-known-at', '4711'])).toEqual([1, 'KnownSeqAhead']);
  });
});

describe('a ledger without an event, and none at all', () => {
  it('has nothing to say', async () => {
    const empty = await openLedger();
    try {
      for (const args of [['findings'], ['leaders'], ['compare', 'projects', '--from-effective-on', '2026-09-30']]) {
        const { code, stdout, stderr } = await run(args, empty.dataDir);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(/^截至事件 as of event 0 · .*\n(?:比较自事件 .*\n)?无 \/ none\n$/);
      }
      expect(await refused(['findings', '--known-at', '1'], empty.dataDir)).toEqual([1, 'NothingKnown']);
    } finally {
      await empty.close();
    }
  });

  it('leaves a folder without a ledger as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-no-ledger-'));
    try {
      expect(await refused(['findings'], folder)).toEqual([1, 'NoSuchLedger']);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
