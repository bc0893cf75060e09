import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLedger } from '../http/harness.ts';
import { taizhang } from '../import/command-line.ts';
import { answerOf, backedUpLedger, contents, exec, run } from './harness.ts';

const { folder, backup } = await backedUpLedger();
afterAll(() => folder.remove());

describe('a restore goes into an empty folder only', () => {
  it('not into a ledger, which stays as it is', async () => {
    const before = readFileSync(folder.at('ledger/log.db'));
    expect(await run(folder.at('ledger'), 'restore', backup)).toMatchObject({ code: 1, error: 'DataFolderNotEmpty' });
    expect(readFileSync(folder.at('ledger/log.db')).equals(before)).toBe(true);
  });

  it('not into what was begun and is not ours alone', async () => {
    const target = folder.at('mixed');
    mkdirSync(target);
    writeFileSync(join(target, 'format'), 'restoring\n');
    writeFileSync(join(target, 'mine.txt'), 'x');
    const refused = await run(target, 'restore', backup);
    expect(refused).toMatchObject({ code: 1, error: 'DataFolderNotEmpty' });
    expect(refused.text).toContain('mine.txt');
    expect(contents(target)).toEqual(['format', 'mine.txt']);
  });

  it('or into one where a restore was broken off, which nobody opens before that', async () => {
    const target = folder.at('begun');
    mkdirSync(join(target, 'keys'), { recursive: true });
    cpSync(join(backup, 'log.db'), join(target, 'log.db'));
    truncateSync(join(target, 'log.db'), 8192);
    for (const name of ['keys/other', 'format.new', 'log.db-wal']) writeFileSync(join(target, name), 'x');
    writeFileSync(join(target, 'format'), 'restoring\n');
    await expect(openLedger(target)).rejects.toMatchObject({ code: 'RestoreUnfinished' });
    expect(await run(target, 'restore', backup)).toMatchObject({ code: 0 });
    expect(contents(target)).toEqual(['format', 'kept.db', 'keys', 'log.db']);
    expect(contents(join(target, 'keys'))).toEqual(['tree.pem']);
    const ledger = await openLedger(target);
    expect((await ledger.get('/api/projects?limit=5').expect(200)).body).toMatchObject({
      items: [{ name: '新材料项目' }],
    });
    await ledger.app.close();
  });

  it('not where the mark of a ledger was lost', async () => {
    const target = folder.at('unmarked');
    cpSync(folder.at('ledger'), target, { recursive: true });
    writeFileSync(join(target, 'format'), '');
    expect(await run(target, 'restore', backup)).toMatchObject({ code: 1, error: 'DataFolderNotEmpty' });
    expect(readFileSync(join(target, 'log.db')).equals(readFileSync(folder.at('ledger/log.db')))).toBe(true);
  });

  it('not while somebody has it', async () => {
    const target = folder.at('taken');
    mkdirSync(target);
    const lock = new DatabaseSync(join(target, 'server.lock'));
    lock.exec('begin exclusive');
    expect(await run(target, 'restore', backup)).toMatchObject({ code: 1, error: 'FolderLocked' });
    lock.close();
    expect(await run(target, 'restore', backup)).toMatchObject({ code: 0 });
  });

  it('not around the backup, which would be emptied with it, nor into it', async () => {
    const target = folder.at('around');
    cpSync(backup, join(target, 'keys/backup'), { recursive: true });
    writeFileSync(join(target, 'format'), 'restoring\n');
    const around = await run(target, 'restore', join(target, 'keys/backup'));
    expect(around).toMatchObject({ code: 1, error: 'BackupInDataFolder' });
    expect(contents(join(target, 'keys/backup'))).toEqual(contents(backup));
    const before = contents(backup);
    symlinkSync(backup, folder.at('same-backup'));
    for (const into of [backup, join(backup, 'restored'), join(folder.at('same-backup'), 'keys/restored')]) {
      expect(await run(into, 'restore', backup)).toMatchObject({ code: 1, error: 'DataFolderInBackup' });
    }
    expect(contents(backup)).toEqual(before);
  });

  it('not where the ledger is on servers', async () => {
    process.env['EVENT_STORE'] = 'esdb://127.0.0.1:1?tls=false';
    const refused = run(folder.at('target'), 'restore', backup);
    delete process.env['EVENT_STORE'];
    expect(await refused).toMatchObject({ code: 1, error: 'RestoreIntoServers' });
  });
});

describe('a backup', () => {
  it('goes into no folder that holds anything, and changes nothing in it', async () => {
    const before = contents(backup);
    expect(await run(folder.at('ledger'), 'backup', backup)).toMatchObject({ code: 1, error: 'BackupFolderNotEmpty' });
    expect(contents(backup)).toEqual(before);
    writeFileSync(folder.at('file'), '');
    for (const name of ['file', 'file/below']) {
      expect(await run(folder.at('ledger'), 'backup', folder.at(name))).toMatchObject({
        code: 1,
        error: 'BackupFailed',
      });
    }
  });

  it('makes its own folder and none above it', async () => {
    const refused = await run(folder.at('ledger'), 'backup', folder.at('mnt/backup'));
    expect(refused).toMatchObject({ code: 1, error: 'BackupParentMissing' });
    expect(refused.text).toContain(folder.at('mnt'));
    expect(existsSync(folder.at('mnt'))).toBe(false);
  });

  (existsSync('/proc/self') ? it : it.skip)('ends where no folder can be made', async () => {
    expect(await run(folder.at('ledger'), 'backup', '/proc/x')).toMatchObject({ code: 1, error: 'BackupFailed' });
    expect(await run('/proc/x', 'restore', backup)).toMatchObject({ code: 1, error: 'FolderNotWritable' });
  });

  it('is not in the folder that it is of, by whatever name', async () => {
    symlinkSync(folder.at('ledger/keys'), folder.at('elsewhere'));
    symlinkSync(folder.at('ledger'), folder.at('alias'));
    const before = contents(folder.at('ledger'));
    for (const [dataDir, to] of [
      ['ledger', 'ledger'],
      ['ledger', 'ledger/backup'],
      ['ledger', 'elsewhere/backup'],
      ['alias', 'ledger/backup'],
    ] as const) {
      const refused = await run(folder.at(dataDir), 'backup', folder.at(to));
      expect(refused).toMatchObject({ code: 1, error: 'BackupInDataFolder' });
    }
    expect(contents(folder.at('ledger'))).toEqual(before);
    expect(contents(folder.at('ledger/keys'))).toEqual(['tree.pem']);
    expect(await run(folder.at('ledger'), 'backup', folder.at('ledger-2'))).toMatchObject({ code: 0 });
  });

  it('is not made of what is no ledger, of half a ledger, or of a log that is damaged', async () => {
    const to = folder.at('none');
    expect(await run(folder.at('nowhere'), 'backup', to)).toMatchObject({ code: 1, error: 'NoSuchLedger' });
    mkdirSync(folder.at('half'));
    writeFileSync(folder.at('half/format'), 'restoring\n');
    expect(await run(folder.at('half'), 'backup', to)).toMatchObject({ code: 1, error: 'RestoreUnfinished' });
    cpSync(folder.at('ledger'), folder.at('damaged'), { recursive: true });
    exec(folder.at('damaged/log.db'), `delete from events where stream like 'project-%' and revision = 1`);
    const refused = await run(folder.at('damaged'), 'backup', to);
    expect(refused).toMatchObject({ code: 1, error: 'LogDamaged' });
    expect(refused.text).toContain('1 streams with a gap');
    expect(existsSync(to)).toBe(false);
  });

  it('says wrong usage', async () => {
    for (const args of [['backup'], ['restore'], ['backup', 'a', 'b'], ['restore', 'a', '--what']]) {
      const { ended } = taizhang([...args, '--json'], folder.at('ledger'));
      expect(answerOf(await ended)).toMatchObject({ code: 2, error: 'WrongUsage' });
    }
  });
});
