import { configFrom } from './config.ts';
import { StartFailure, startFailureOf } from './start-failure.ts';
import { startServer, type Server } from './start-server.ts';
import { welcome } from './welcome.ts';

/** The process of `npm start`: listens until SIGINT or SIGTERM, then ends cleanly. Exit code 1, with one line, if it cannot. */
const CLOSE_MS_MAX = 10_000;

async function main(): Promise<void> {
  const config = configFrom(process.env);
  const server = await startServer(config);
  await server.app.built();
  process.stdout.write(welcome(server.address));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(server));
}

/** Finishes what is under way, within bounds: what was answered is on disk in any case. */
async function end(server: Server): Promise<void> {
  const late = setTimeout(() => process.exit(1), CLOSE_MS_MAX);
  await server.close();
  clearTimeout(late);
  process.exit(0);
}

try {
  await main();
} catch (error) {
  const failure = error instanceof StartFailure ? error : startFailureOf(error, { dataDir: '', address: '' });
  process.stderr.write(`${failure.line}\n`);
  process.exitCode = 1;
}
