import { startFakeServer } from './index.ts';

/** A fake server in a process of its own: `fake-server.child.ts [port]`. Prints `{"url":…}` once it listens. */
const server = await startFakeServer({ port: Number(process.argv[2] ?? 0) });
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
