import { startProjector } from '../projector.ts';
import { fleet } from './fleet.ts';
import { boats } from './toy.ts';

/** `node project-for-ever.ts <dataDir>`: a projector to be killed; says so after each commit. */
const store = await fleet();
await startProjector({
  store,
  dataDir: process.argv[2] as string,
  views: [boats()],
  onProgress: ({ seq }) => process.stdout.write(`${seq}\n`),
});
process.stdout.write('up\n');
setInterval(() => undefined, 1_000);
