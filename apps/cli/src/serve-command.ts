import type { Command } from 'commander';
import { bilingual, printJson } from './output.ts';

/** `taizhang serve [--json]`: the server, until SIGINT or SIGTERM. Its settings are the environment's. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(bilingual({ zh: '启动服务', en: 'start the server' }))
    .option('--json', bilingual({ zh: '以一份 JSON 给出地址', en: 'print the address as one JSON document' }))
    .action(({ json = false }: { readonly json?: boolean }) => serveAndSay(json));
}

/** Throws StartFailure. */
export async function serveAndSay(json = false): Promise<void> {
  // Loaded here, so that other commands do not wait for the server's libraries.
  const [{ serve }, { welcome }] = await Promise.all([
    import('../../server/src/serve.ts'),
    import('../../server/src/welcome.ts'),
  ]);
  await serve(({ address, role }) =>
    json ? printJson({ address, role }) : void process.stdout.write(welcome(address, role)),
  );
}
