import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { requireKnownFormat } from '../../server/src/data-folder.ts';
import { placesOfCommand } from './open-ledger.ts';
import { bilingual, CommandFailed, printJson } from './output.ts';

/** `taizhang rebuild [--json]`: lets go of the views, so that the next start builds them anew from the log. */
export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description(
      bilingual({
        zh: '清除视图，下次启动时由日志重建；日志和保留数据不动',
        en: 'drop the views; the next start builds them from the log. The log and kept data stay as they are',
      }),
    )
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action(({ json = false }: { readonly json?: boolean }) => run(json));
}

const RUNNING = {
  zh: '有投影正在维护这些视图，请先停止服务',
  en: 'a projector is at work on these views; stop the server first',
};

async function run(json: boolean): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const { dropViews, ProjectorRunning } = await import('#database');
  const { dataDir, database } = placesOfCommand();
  if (database === undefined) {
    if (!existsSync(dataDir)) {
      const texts = { zh: `没有数据目录 ${dataDir}`, en: `there is no data folder ${dataDir}` };
      throw new CommandFailed('NoSuchLedger', texts);
    }
    requireKnownFormat(dataDir);
  }
  try {
    await dropViews(database === undefined ? { folder: dataDir } : { url: database });
  } catch (error) {
    if (error instanceof ProjectorRunning) throw new CommandFailed('ProjectorRunning', RUNNING);
    throw error;
  }
  if (json) return printJson({ dropped: true });
  const said = { zh: '视图已清除，下次启动时重建', en: 'the views are dropped; the next start builds them anew' };
  process.stdout.write(`${bilingual(said)}\n`);
}
