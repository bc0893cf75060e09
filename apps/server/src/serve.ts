import { configFrom } from './config.ts';
import { startServer, type Server } from './start-server.ts';

/**
 * How long what is under way may take to finish; what was answered is on disk in any case. A command that waits for a silent log
 * takes 8 s by itself.
 */
const CLOSE_MS_MAX = 20_000;

/** Listens as the environment says, tells where, and ends cleanly on SIGINT or SIGTERM. Throws StartFailure. */
export async function serve(said: (server: Server) => void): Promise<void> {
  const server = await startServer(configFrom(process.env));
  endOnSignal(server);
  await server.app.built();
  said(server);
}

/**
 * The first signal ends the server. Later ones change nothing, because one Ctrl-C comes two or three times (the terminal
 * signals the whole group, and npm passes it on) and the end is bounded in time anyway.
 */
function endOnSignal(server: Server): void {
  let ending: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void (ending ??= end(server)));
}

async function end(server: Server): Promise<void> {
  const late = setTimeout(() => process.exit(1), CLOSE_MS_MAX);
  await server.close();
  clearTimeout(late);
  process.exit(0);
}
