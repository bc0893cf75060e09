import type { Command } from 'commander';
import type { Server } from '../../server/src/start-server.ts';
import { bilingual, printJson } from './output.ts';

/** How long what is under way may take to finish; what was answered is on disk in any case. */
const CLOSE_MS_MAX = 10_000;

/** `taizhang serve [--json]`: the server, until SIGINT or SIGTERM. Its settings are the environment's. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(bilingual({ zh: '启动服务', en: 'start the server' }))
    .option('--json', bilingual({ zh: '以一份 JSON 给出地址', en: 'print the address as one JSON document' }))
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { welcome } = await import('../../server/src/welcome.ts');
      await serve((address) => (json ? printJson({ address }) : void process.stdout.write(welcome(address))));
    });
}

/** Listens, says where, and ends cleanly when it is told to. Throws StartFailure. */
export async function serve(said: (address: string) => void): Promise<void> {
  // Loaded here, so that other commands do not wait for the server's libraries.
  const { configFrom } = await import('../../server/src/config.ts');
  const { startServer } = await import('../../server/src/start-server.ts');
  const server = await startServer(configFrom(process.env));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(server));
  said(server.address);
}

async function end(server: Server): Promise<void> {
  const late = setTimeout(() => process.exit(1), CLOSE_MS_MAX);
  await server.close();
  clearTimeout(late);
  process.exit(0);
}
