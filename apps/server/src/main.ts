import { serve } from './serve.ts';
import { startFailureOf } from './start-failure.ts';
import { welcome } from './welcome.ts';

/** The server as a process of its own. Exit code 1, with one line, where it cannot start. */
try {
  await serve(({ address, role }) => void process.stdout.write(welcome(address, role)));
} catch (error) {
  process.stderr.write(`${startFailureOf(error, { dataDir: '', address: '' }).line}\n`);
  process.exitCode = 1;
}
