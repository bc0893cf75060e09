import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { addExport } from '../../apps/cli/src/export-command.ts';
import { taizhang } from '../import/command-line.ts';
import { given, openLedger, type Ledger } from './harness.ts';

let ledger: Ledger;
let folder: string;
let projectId: string;
const before = process.env['DATA_DIR'];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-export-'));
  ledger = await openLedger();
  ({ projectId } = await given(ledger, { name: '新材料项目' }));
  const signed = await ledger.post(`/api/projects/${projectId}/sign`, { on: '2026-01-15' }).expect(201);
  const { after } = signed.body as { after: string };
  await ledger.get(`/api/projects/${projectId}`).query({ after }).expect(200);
  await ledger.get('/api/projects').query({ after }).expect(200);
  process.env['DATA_DIR'] = ledger.dataDir;
});
afterAll(async () => {
  if (before === undefined) delete process.env['DATA_DIR'];
  else process.env['DATA_DIR'] = before;
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `taizhang export …` as the command line does, without its process. */
async function run(...args: string[]): Promise<void> {
  const program = new Command('taizhang').exitOverride().configureOutput({ writeErr: () => undefined });
  addExport(program);
  for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
    command.exitOverride().configureOutput(program.configureOutput());
  }
  await program.parseAsync(['export', ...args], { from: 'user' });
}
const at = (name: string): string => join(folder, name);

it('writes what the server gives, from the data folder', async () => {
  for (const format of ['json', 'csv']) {
    await run('project', projectId, '--format', format, '--out', at(`facts.${format}`));
    const served = await ledger.get(`/api/projects/${projectId}/export`).query({ format }).expect(200);
    expect(readFileSync(at(`facts.${format}`), 'utf8')).toBe(served.text);
    await run('projects', '--format', format, '--effective-on', '2026-11-22', '--out', at(`list.${format}`));
    const list = await ledger.get('/api/exports/projects').query({ format, effectiveOn: '2026-11-22' }).expect(200);
    expect(readFileSync(at(`list.${format}`), 'utf8')).toBe(list.text);
  }
});

it('writes a ledger as it was known, and what a project was known by then', async () => {
  const seqOf = async () => {
    const list = await ledger.get('/api/projects').expect(200);
    return String((list.body as { asOf: { seq: number } }).asOf.seq);
  };
  const knownAt = await seqOf();
  const renamed = await ledger.post(`/api/projects/${projectId}/rename`, { name: '新名' }).expect(201);
  const { after } = renamed.body as { after: string };
  for (const path of ['/api/projects', '/api/zones', `/api/projects/${projectId}`])
    await ledger.get(path).query({ after }).expect(200);
  await run('projects', '--known-at', knownAt, '--effective-on', '2026-02-01', '--out', at('then.json'));
  const list = await ledger.get('/api/exports/projects').query({ knownAt, effectiveOn: '2026-02-01' }).expect(200);
  expect(readFileSync(at('then.json'), 'utf8')).toBe(list.text);
  expect(list.body).toMatchObject({ items: [{ name: '新材料项目', stage: 'signed' }] });
  await run('project', projectId, '--known-at', knownAt, '--out', at('facts.json'));
  const facts = await ledger.get(`/api/projects/${projectId}/export`).query({ knownAt }).expect(200);
  expect(readFileSync(at('facts.json'), 'utf8')).toBe(facts.text);
  expect((facts.body as { items: object[] }).items).toHaveLength(2);
});

it('says which points are none: 2 for what is no point, 1 for one that the ledger refuses', async () => {
  const wrong = { code: 'commander.invalidArgument' };
  await expect(run('projects', '--known-at', 'yesterday')).rejects.toMatchObject(wrong);
  for (const [point = '', code] of [
    ['4711', 'KnownSeqAhead'],
    ['2001-01-01', 'KnownBeforeFirst'],
    ['2190-01-01', 'KnownAtAhead'],
  ]) {
    await expect(run('projects', '--known-at', point)).rejects.toMatchObject({ code, exitCode: 1 });
    await expect(run('project', projectId, '--known-at', point)).rejects.toMatchObject({ code, exitCode: 1 });
  }
  const notYet = { code: 'ProjectNotKnownYet', exitCode: 1 };
  await expect(run('project', projectId, '--known-at', '1')).rejects.toMatchObject(notYet);
});

it('leaves no file of a project that is not there, nor of a ledger that is none', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(run('project', unknown, '--out', at('none.json'))).rejects.toMatchObject({
    code: 'ProjectNotFound',
    exitCode: 1,
  });
  await expect(run('projects', '--out', join(folder, 'no', 'such', 'folder.csv'))).rejects.toMatchObject({
    code: 'CannotWrite',
    exitCode: 1,
  });
  process.env['DATA_DIR'] = at('nowhere');
  try {
    await expect(run('projects', '--out', at('none.json'))).rejects.toMatchObject({
      code: 'NoSuchLedger',
      exitCode: 1,
    });
  } finally {
    process.env['DATA_DIR'] = ledger.dataDir;
  }
  expect(existsSync(at('none.json'))).toBe(false);
  expect(existsSync(at('nowhere'))).toBe(false);
});

it('is with --json one document on standard output: the export itself, or the file that it was written to', async () => {
  const json = async (...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await taizhang(['export', ...args, '--json'], ledger.dataDir).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  const facts = await ledger.get(`/api/projects/${projectId}/export`).expect(200);
  expect(await json('project', projectId)).toEqual(facts.body);
  const list = await ledger.get('/api/exports/projects').query({ effectiveOn: '2026-11-22' }).expect(200);
  expect(await json('projects', '--effective-on', '2026-11-22')).toEqual(list.body);
  const out = at('said.csv');
  expect(await json('projects', '--format', 'csv', '--out', out)).toEqual({ out, format: 'csv' });
});

it('takes no format or day that has no sense, nor a project that is not there, nor says a table is JSON', async () => {
  await expect(run('projects', '--format', 'xml')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  await expect(run('project', 'nobody')).rejects.toMatchObject({ code: 'ProjectNotFound' });
  await expect(run('projects', '--effective-on', '2026-02-30')).rejects.toMatchObject({
    code: 'commander.invalidArgument',
  });
  await expect(run('projects', '--format', 'csv', '--json')).rejects.toMatchObject({ code: 'WrongUsage', exitCode: 2 });
});
