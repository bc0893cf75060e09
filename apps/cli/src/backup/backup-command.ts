import type { Command } from 'commander';
import { placesOfCommand } from '../open-ledger.ts';
import { bilingual, printJson } from '../output.ts';
import { running } from './running.ts';

/** `taizhang backup <folder> [--json]`: copies the ledger while servers work on it. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      bilingual({
        zh: '备份日志、保留数据和密钥到新的或空的文件夹，服务不必停',
        en: 'back up the log, kept data and keys into a new or empty folder, while servers run',
      }),
    )
    .argument('<folder>', bilingual({ zh: '新的或空的文件夹', en: 'a new or empty folder' }))
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action((folder: string, { json = false }: { readonly json?: boolean }) => run(folder, json));
}

async function run(folder: string, json: boolean): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const { backUp } = await import('./back-up.ts');
  const places = placesOfCommand();
  // Phones and keys are in it: nobody else's to read.
  process.umask(0o077);
  const manifest = await running(
    { label: '备份 back up', json, failed: 'BackupFailed', stopped: 'BackupStopped' },
    (work) => backUp({ places, folder, clock: Date.now, ...work }),
  );
  const { createdAt, log, kept, files } = manifest;
  // What a key's digest is stands in the manifest beside the key, and nowhere else.
  if (json)
    return printJson({ folder, createdAt, log, kept, files: files.map(({ name, bytes }) => ({ name, bytes })) });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const said = {
    zh: `已备份并核对：seq ${log.events}，${log.streams} 个流，${files.length} 个文件，${bytes} 字节`,
    en: `backed up and checked: seq ${log.events}, ${log.streams} streams, ${files.length} files, ${bytes} bytes`,
  };
  process.stdout.write(`${bilingual(said)}\n`);
}
