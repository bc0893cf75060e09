import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the real command line as it was built. `kill` ends it at once, as a power cut would, or sends another signal. */
export function taizhang(
  args: readonly string[],
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): { readonly ended: Promise<Ended>; kill(signal?: NodeJS.Signals): void } {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: build first, as npm test does`);
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { ended, kill: (signal = 'SIGKILL') => void child.kill(signal) };
}
