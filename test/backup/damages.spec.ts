import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { taizhang } from '../import/command-line.ts';
import { altered, backedUpLedger, contents, exec, rewriteManifest, run } from './harness.ts';

const { folder, backup } = await backedUpLedger();
afterAll(() => folder.remove());

describe('a backup that is not whole is not restored, and the folder stays empty', () => {
  type Damage = readonly [what: string, code: string, says: RegExp, change: (copy: string) => void];
  const inFile = (copy: string, name: string, at: number) => {
    const bytes = readFileSync(join(copy, name));
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(join(copy, name), bytes);
  };
  const damages: readonly Damage[] = [
    ['without its log', 'BackupDamaged', /log\.db is missing/, (copy) => rmSync(join(copy, 'log.db'))],
    [
      'without a key',
      'BackupDamaged',
      /keys\/tree\.pem is missing/,
      (copy) => rmSync(join(copy, 'keys'), { recursive: true }),
    ],
    ['with a bit of the log changed', 'BackupDamaged', /log\.db was changed/, (copy) => inFile(copy, 'log.db', 9000)],
    [
      'with a bit of the kept tables changed',
      'BackupDamaged',
      /kept\.db was changed/,
      (copy) => inFile(copy, 'kept.db', 5000),
    ],
    ['with a key changed', 'BackupDamaged', /keys\/tree\.pem was changed/, (copy) => inFile(copy, 'keys/tree.pem', 1)],
    [
      'with its log cut off',
      'BackupDamaged',
      /log\.db has 8192 bytes/,
      (copy) => truncateSync(join(copy, 'log.db'), 8192),
    ],
    [
      'with a file too many',
      'BackupDamaged',
      /more\.txt does not belong/,
      (copy) => writeFileSync(join(copy, 'more.txt'), ''),
    ],
    [
      'with a key too many',
      'BackupDamaged',
      /keys\/b does not belong/,
      (copy) => writeFileSync(join(copy, 'keys/b'), ''),
    ],
    [
      'with a manifest changed',
      'BackupDamaged',
      /manifest\.json was changed/,
      (copy) => {
        const text = readFileSync(join(copy, 'manifest.json'), 'utf8');
        writeFileSync(join(copy, 'manifest.json'), text.replace('"createdAt": "2', '"createdAt": "3'));
      },
    ],
    [
      'with a manifest that is no JSON',
      'BackupDamaged',
      /no JSON/,
      (copy) => writeFileSync(join(copy, 'manifest.json'), '['),
    ],
    [
      'with a manifest of no use',
      'BackupDamaged',
      /none of format 1/,
      (copy) => rewriteManifest(copy, (said) => delete said['files']),
    ],
    [
      'with a manifest that leads out of the folder',
      'BackupDamaged',
      /none of format 1/,
      (copy) =>
        rewriteManifest(copy, ({ files }: { files?: { name: string }[] }) =>
          files?.push({ ...files[0], name: 'keys/../../x.key' }),
        ),
    ],
    [
      'with a manifest that names another last event',
      'BackupDamaged',
      /log\.db holds \d+ events up to/,
      (copy) =>
        rewriteManifest(copy, ({ log }: { log?: { last: { id: string } } }) => void (log && (log.last.id = 'other'))),
    ],
    [
      'with a manifest that counts more events',
      'BackupDamaged',
      /log\.db holds \d+ events up to/,
      (copy) => rewriteManifest(copy, ({ log }: { log?: { events: number } }) => void (log && log.events++)),
    ],
    [
      'of another log',
      'BackupDamaged',
      /log\.db holds \d+ events up to/,
      (copy) =>
        rewriteManifest(copy, ({ log }: { log?: { storeId: string } }) => void (log && (log.storeId = 'other'))),
    ],
    [
      'whose log lacks an event, though the digest is right',
      'BackupDamaged',
      /1 streams with a gap/,
      (copy) => {
        exec(join(copy, 'log.db'), `delete from events where stream like 'project-%' and revision = 1`);
        agree(copy, 'log.db');
      },
    ],
    [
      'whose kept tables are none, though the digest is right',
      'BackupDamaged',
      /kept\.db: /,
      (copy) => {
        writeFileSync(join(copy, 'kept.db'), 'not a database, but long enough to be looked at'.repeat(100));
        agree(copy, 'kept.db');
      },
    ],
    [
      'whose kept tables a newer program has migrated',
      'BackupTooNew',
      /migration 99/,
      (copy) => {
        exec(join(copy, 'kept.db'), `insert into migrations values (99, 'later', 'x', 0)`);
        agree(copy, 'kept.db');
      },
    ],
    [
      'whose log is of a newer program',
      'BackupTooNew',
      /format 2/,
      (copy) => {
        exec(join(copy, 'log.db'), 'pragma user_version = 2');
        agree(copy, 'log.db');
      },
    ],
    [
      'of a newer program',
      'BackupTooNew',
      /format 2, this program knows 1/,
      (copy) => rewriteManifest(copy, (said: { format?: number }) => void (said.format = 2)),
    ],
    ['that was not finished', 'NotABackup', /no manifest\.json/, (copy) => rmSync(join(copy, 'manifest.json'))],
  ];

  it.each(damages)('%s', async (_, code, says, change) => {
    const copy = altered(folder, backup, change);
    const target = folder.at('target');
    const refused = await run(target, 'restore', copy);
    expect(refused).toMatchObject({ code: 1, error: code });
    expect(refused.text).toMatch(says);
    expect(existsSync(target)).toBe(false);
  });

  it('is said so in both languages, and an empty folder stays', async () => {
    const copy = altered(folder, backup, (one) => inFile(one, 'kept.db', 0));
    const target = folder.at('empty');
    mkdirSync(target);
    const { code, stdout, stderr } = await taizhang(['restore', copy], target).ended;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /备份已损坏，.*kept\.db was changed.*the backup is damaged, .*kept\.db was changed.*\[BackupDamaged\]/,
    );
    expect(contents(target)).toEqual([]);
  });

  it('is none where there is no such folder, or it is another one', async () => {
    for (const [name, code] of [
      ['nowhere', 'NoSuchBackup'],
      ['backup/log.db', 'NoSuchBackup'],
      ['ledger', 'NotABackup'],
    ] as const) {
      expect(await run(folder.at('target'), 'restore', folder.at(name))).toMatchObject({ code: 1, error: code });
    }
  });
});

/** Lets the manifest say what a file is now. */
function agree(backup: string, name: string): void {
  const bytes = readFileSync(join(backup, name));
  const now = { bytes: bytes.length, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
  rewriteManifest(backup, ({ files }: { files?: { name: string }[] }) => {
    Object.assign(files?.find((file) => file.name === name) as object, now);
  });
}
