import type { Command } from 'commander';
import { placesOfCommand } from '../open-ledger.ts';
import { bilingual, printJson } from '../output.ts';
import { running } from './running.ts';

/** `taizhang restore <folder> [--json]`: makes a ledger of a backup in an empty data folder. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      bilingual({
        zh: '把备份核对后恢复到空的数据目录（DATA_DIR）；视图在下次启动时重建',
        en: 'check a backup and restore it into an empty data folder (DATA_DIR); the next start builds the views',
      }),
    )
    .argument('<folder>', bilingual({ zh: '备份的文件夹', en: 'the folder of the backup' }))
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action((folder: string, { json = false }: { readonly json?: boolean }) => run(folder, json));
}

async function run(folder: string, json: boolean): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const { restore } = await import('./restore.ts');
  const places = placesOfCommand();
  const { dataDir, storeId, manifest } = await running(
    { label: '恢复 restore', json, failed: 'RestoreFailed', stopped: 'RestoreStopped' },
    (work) => restore({ places, folder, clock: Date.now, ...work }),
  );
  const { createdAt, log, kept } = manifest;
  if (json) return printJson({ dataDir, storeId, createdAt, log, kept });
  const said = {
    zh: `已恢复到 ${dataDir}：seq ${log.events}，${log.streams} 个流，备份于 ${createdAt}；视图在启动时重建`,
    en: `restored into ${dataDir}: seq ${log.events}, ${log.streams} streams, backed up at ${createdAt}; the next start builds the views`,
  };
  process.stdout.write(`${bilingual(said)}\n`);
}
