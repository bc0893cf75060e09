import type { Command } from 'commander';
import { bilingual } from './output.ts';

/** `taizhang serve`: the server of apps/server in this process. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(bilingual({ zh: '启动服务', en: 'start the server' }))
    .action(async () => {
      await import('../../server/src/main.ts');
    });
}
