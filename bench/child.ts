import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const root = join(import.meta.dirname, '..');
const ADDRESS = /(http|esdb):\/\/[^\s"]+/;
const START_MS_MAX = 60_000;

/** What a benchmark that is broken off must not leave behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

function started(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a script that prints its address, and waits for it. */
export async function startProcess(
  script: string,
  args: readonly string[],
  environment: object,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(started(child));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { address, pid: child.pid as number, stop };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error('the server did not start in time')), START_MS_MAX);
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const address = ADDRESS.exec(line)?.[0];
    if (address) resolve(address);
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

/** The product's own server on a data folder, as `npm start` runs it, without its request log. */
export function startTaizhang(dataDir: string): Promise<ServerProcess> {
  const program = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
  return startProcess(program, ['serve'], { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' });
}

/** Runs a script to its end; its last line is its answer, as JSON. */
export async function answerOf<T>(script: string, args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started(child);
  let last = '';
  createInterface({ input: child.stdout }).on('line', (line) => (last = line));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(last) as T;
}
