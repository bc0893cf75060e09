import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../apps/server/src/app.ts';

const tutorial = fileURLToPath(new URL('../../docs/tutorials/first-project.md', import.meta.url));
const curlIsThere = spawnSync('curl', ['--version']).status === 0;
const title = 'the tutorial';

(curlIsThere ? describe : describe.skip)(
  curlIsThere ? title : `${title} (skipped: there is no curl on this machine)`,
  () => {
    it('does what it says', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-tutorial-'));
      const app = await createApp({ dataDir });
      try {
        while (!(await app.built()));
        await app.nest.listen(0, '127.0.0.1');
        const { port } = app.nest.getHttpServer().address() as AddressInfo;
        const text = readFileSync(tutorial, 'utf8').replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`);
        const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
        expect(blocks.length).toBeGreaterThan(6);
        const lines = (await shell(['set -eu', ...blocks, ''].join('\n'))).split('\n');
        const [timeline] = lines.slice(-1);
        const { items } = JSON.parse(timeline as string) as { items: { type: string; status: string }[] };
        expect(items.map(({ type, status }) => [type, status])).toEqual([
          ['ProjectRegistered', 'effective'],
          ['LeaderAssigned', 'effective'],
          ['ProjectSigned', 'effective'],
          ['MilestonePlanned', 'effective'],
          ['MilestoneRescheduled', 'effective'],
          ['ConstructionStarted', 'corrected'],
          ['LandSupplied', 'effective'],
          ['FactCorrected', 'effective'],
          ['LeaderAssigned', 'effective'],
        ]);
        expect(lines.join('\n')).toContain('"code":"StartedBeforeLand"');
      } finally {
        await app.close();
        rmSync(dataDir, { recursive: true, force: true });
      }
    });
  },
);

/** Runs a script with the Node.js of the tests first on the path; everything it prints. */
async function shell(script: string): Promise<string> {
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const child = spawn('sh', ['-c', script.replaceAll('\ncurl', '\necho; curl')], {
    env: { ...process.env, PATH: path },
  });
  let said = '';
  let faults = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (faults += String(chunk)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(faults).toBe('');
  expect(code).toBe(0);
  return said;
}
