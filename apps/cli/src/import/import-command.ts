import type { Command } from 'commander';
import { placesOfCommand } from '../open-ledger.ts';
import { bilingual, DONE, FAILED, printJson, progressBar } from '../output.ts';
import { printFaults, printReport, SET_REFUSED } from './print-report.ts';
import type { Remark } from '#workbook';

interface Options {
  readonly data: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `taizhang import set <set.json> --data <dir> [--dry-run] [--json]` */
export function addImport(program: Command): void {
  const command = program.command('import').description(bilingual({ zh: '导入台账', en: 'import a ledger' }));
  command
    .command('set <set.json>')
    .description(bilingual({ zh: '按设置文件导入一组表格', en: 'import the files that a set file names' }))
    .requiredOption('--data <dir>', bilingual({ zh: '数据文件所在的文件夹', en: 'folder of the data files' }))
    .option('--dry-run', bilingual({ zh: '只说会怎样，什么也不写', en: 'say what would happen, and write nothing' }))
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the report as one JSON document' }))
    .action(async (set: string, options: Options) => {
      process.exitCode = await run(set, options);
    });
}

async function run(set: string, { data, dryRun = false, json = false }: Options): Promise<number> {
  // Loaded here, so that other commands do not wait for the API's validation.
  const { importSet } = await import('./import-set.ts');
  const bar = progressBar(dryRun ? '试导入 dry run' : '导入 import');
  const result = await importSet({
    set,
    data,
    ...placesOfCommand(),
    dryRun,
    onProgress: (done, of) => bar.draw(done, of),
  });
  bar.end();
  if (json) printJson('faults' in result ? refusedSet(result.faults) : result);
  else if ('faults' in result) printFaults(result.faults);
  else printReport(result);
  if ('faults' in result) return FAILED;
  // A script has to notice that rows are missing, also where all the others are in.
  return result.total.refused > 0 || result.refusals.length > 0 ? FAILED : DONE;
}

function refusedSet(faults: readonly Remark[]) {
  return { error: { code: 'SetRefused', messages: SET_REFUSED }, faults };
}
