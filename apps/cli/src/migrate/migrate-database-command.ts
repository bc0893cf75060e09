import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { DatabasePlace } from '#database';
import { makeDataFolder } from '../../../server/src/data-folder.ts';
import { bilingual, CommandFailed, printJson, table } from '../output.ts';
import { migrationFailure, wrongPlace } from './migration-failure.ts';

interface Options {
  readonly from: DatabasePlace;
  readonly to: DatabasePlace;
  readonly json?: boolean;
}

/** `taizhang migrate-database --from <folder | postgres url> --to <folder | postgres url> [--json]` */
export function addMigrateDatabase(program: Command): void {
  program
    .command('migrate-database')
    .description(
      bilingual({
        zh: '把人员、导入记录等保留数据复制到另一个空的数据库并核对；视图会自行重建',
        en: 'copy people, import reports and other kept data into another, empty database and compare; views build themselves',
      }),
    )
    .requiredOption(
      '--from <place>',
      bilingual({ zh: '来源：数据目录或 postgres://', en: 'a data folder or postgres://' }),
      placeOf,
    )
    .requiredOption(
      '--to <place>',
      bilingual({ zh: '去处：数据目录或 postgres://', en: 'a data folder or postgres://' }),
      placeOf,
    )
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action((options: Options) => run(options));
}

function placeOf(text: string): DatabasePlace {
  return /^[a-z]+:\/\//i.test(text) ? { url: text } : { folder: text };
}

async function run({ from, to, json = false }: Options): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const [{ copyRegistry }, { databaseUrlFault }] = await Promise.all([import('#registry'), import('#database')]);
  for (const [option, place] of [['--from', from] as const, ['--to', to] as const]) {
    const fault = 'url' in place ? databaseUrlFault(place.url) : undefined;
    if (fault !== undefined) throw wrongPlace(option, fault);
  }
  if ('folder' in from && !existsSync(join(from.folder, 'kept.db'))) {
    const texts = { zh: `${from.folder} 里没有保留数据`, en: `there is no kept data in ${from.folder}` };
    throw new CommandFailed('NoSuchDatabase', texts);
  }
  if ('folder' in to) makeDataFolder(to.folder);
  const counts = await copyRegistry({ from, to, clock: Date.now }).catch((error: unknown) => {
    throw migrationFailure(error);
  });
  if (json) return printJson({ rows: counts });
  process.stdout.write(
    `${bilingual({ zh: '已复制并核对', en: 'copied and compared' })}\n${table(Object.entries(counts))}\n`,
  );
}
