import type { Command } from 'commander';
import { bilingual } from '../output.ts';
import { verifyViewsCommand, type VerifyFlags } from './verify-views-command.ts';

/** `taizhang verify views`: whether what is shown is what follows from the log. */
export function addVerify(program: Command): void {
  const group = program.command('verify').description(bilingual({ zh: '核对台账', en: 'verify the ledger' }));
  group
    .command('views')
    .description(
      bilingual({
        zh: '由日志另建一份视图，与正在使用的逐行比对；服务可以照常运行',
        en: 'build the views from the log once more, on the side, and compare row by row; the server may go on',
      }),
    )
    .option(
      '--view <name>',
      bilingual({ zh: '只核对这个视图，可重复；默认全部', en: 'only this view, may be repeated; default all' }),
      (name: string, others: readonly string[] = []) => [...others, name],
    )
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action((flags: VerifyFlags) => verifyViewsCommand(flags));
}
