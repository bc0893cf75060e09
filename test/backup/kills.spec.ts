import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NewEvent } from '#kernel';
import { openLedger } from '../http/harness.ts';
import { build } from '../http/server.harness.ts';
import { taizhang } from '../import/command-line.ts';
import { eventsIn, fill, freshFolder, run, type Folder } from './harness.ts';

/** Large enough that what is under way can be met. */
const NOTES = 60;
const NOTE_CHARACTERS = 500_000;

describe('killed in the middle', () => {
  let folder: Folder;
  beforeAll(async () => {
    build();
    folder = freshFolder();
    const ledger = await openLedger(folder.at('ledger'));
    await fill(ledger);
    for (let n = 0; n < NOTES; n++) await ledger.app.parts.store.append(`other-${n}`, [note(n)], 'none');
    await ledger.app.close();
  });
  afterAll(() => folder.remove());

  /** Starts a command and sends it a signal once `isThere`; answers its exit code, or null where the signal ended it. */
  async function cut(dataDir: string, args: readonly string[], isThere: () => boolean, signal: NodeJS.Signals) {
    const command = taizhang([...args, '--json'], dataDir);
    let ended = false;
    void command.ended.then(() => (ended = true));
    while (!ended && !isThere()) await new Promise(setImmediate);
    command.kill(signal);
    return command.ended;
  }

  it.each(['manifest.json.begun', 'log.db', 'kept.db', 'manifest.json'])(
    'a backup is none, or a whole one, whatever it had come to: %s',
    async (seen) => {
      const backup = folder.at(`killed-at-${seen}`);
      await cut(folder.at('ledger'), ['backup', backup], () => existsSync(join(backup, seen)), 'SIGKILL');
      const target = folder.at(`from-${seen}`);
      const { code, error } = await run(target, 'restore', backup);
      if (existsSync(join(backup, 'manifest.json'))) {
        expect(code).toBe(0);
        expect(await eventsIn({ file: join(target, 'log.db') })).toEqual(
          await eventsIn({ file: folder.at('ledger/log.db') }),
        );
      } else {
        expect([code, error]).toEqual([1, 'NotABackup']);
        const again = await run(folder.at('ledger'), 'backup', backup);
        expect(again).toMatchObject({ code: 1, error: 'BackupFolderNotEmpty' });
        expect(again.text).toContain('unfinished backup');
      }
    },
  );

  it.each(['SIGINT', 'SIGTERM'] as const)('a backup that is stopped by %s leaves nothing', async (signal) => {
    const backup = folder.at(`stopped-by-${signal}`);
    const begun = () => existsSync(join(backup, 'log.db'));
    const { code, stdout } = await cut(folder.at('ledger'), ['backup', backup], begun, signal);
    // It may have come to its end before the signal.
    expect([code, stdout]).toEqual(
      existsSync(backup) ? [0, expect.any(String)] : [1, expect.stringContaining('BackupStopped') as string],
    );
  });

  it('a restore is refused by everybody until it was run again', async () => {
    const backup = folder.at('whole');
    expect(await run(folder.at('ledger'), 'backup', backup)).toMatchObject({ code: 0 });
    const events = await eventsIn({ file: folder.at('ledger/log.db') });
    for (const seen of ['format', 'log.db', 'kept.db', 'log.db-wal']) {
      const target = folder.at(`restored-${seen}`);
      await cut(target, ['restore', backup], () => existsSync(join(target, seen)), 'SIGKILL');
      if (readFileSync(join(target, 'format'), 'utf8').trim() === 'restoring') {
        await expect(openLedger(target)).rejects.toMatchObject({ code: 'RestoreUnfinished' });
        for (const args of [['rebuild'], ['demo', '--no-serve'], ['backup', folder.at('never')]]) {
          expect(await run(target, ...args)).toMatchObject({ code: 1, error: 'RestoreUnfinished' });
        }
        expect(await run(target, 'restore', backup)).toMatchObject({ code: 0 });
      }
      expect(await eventsIn({ file: join(target, 'log.db') })).toEqual(events);
      const ledger = await openLedger(target);
      expect((await ledger.get('/api/projects?limit=5').expect(200)).body).toMatchObject({
        items: [{ name: '新材料项目' }],
      });
      await ledger.app.close();
      rmSync(target, { recursive: true });
    }
  }, 600_000);

  it('a restore that is stopped leaves an empty folder', async () => {
    const target = folder.at('restore-stopped');
    const begun = () => existsSync(join(target, 'log.db'));
    const { code, stdout } = await cut(target, ['restore', folder.at('whole')], begun, 'SIGTERM');
    expect([code, stdout]).toEqual(
      existsSync(target) ? [0, expect.any(String)] : [1, expect.stringContaining('RestoreStopped') as string],
    );
  });
});

const note = (n: number): NewEvent => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'Noted',
  data: { n, text: '备'.repeat(NOTE_CHARACTERS / 3) },
  metadata: {},
});
