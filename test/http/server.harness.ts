import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');
const running = new Set<ChildProcess>();
const PAUSE_MS = 20;
/** As `taizhang` starts a program. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0123'];

/** What a server gets of the environment of the tests: where programs are, and where a whole run keeps compiled modules. */
const { PATH = '', NODE_COMPILE_CACHE } = process.env;
const INHERITED = { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };

/** A server as its own process, from the build. */
export interface ServerProcess {
  readonly address: string;
  /** What it printed on standard output until it was up. */
  readonly said: string;
  readonly process: ChildProcess;
  /** Sends a signal and answers the exit code; null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Builds what is not built yet, as every command does. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, ['-e', `require('./scripts/prepare.cjs').build()`], {
    cwd: root,
  });
  if (status !== 0) throw new Error(String(stderr));
}

/** Starts a server and does not wait for it. */
export function spawnServer(environment: Readonly<Record<string, string>>, home = root): ChildProcess {
  const program = join(home, 'dist', 'apps', 'server', 'src', 'main.js');
  const env = { ...INHERITED, LOG_LEVEL: 'silent', PORT: '0', ...environment };
  const child = spawn(process.execPath, [...QUIET, program], { cwd: home, env });
  child.stdout?.setEncoding('utf8');
  child.stderr?.setEncoding('utf8');
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Starts a server that is expected to come up; `home` is where its build lies, this project by default. */
export async function startServer(environment: Readonly<Record<string, string>>, home = root): Promise<ServerProcess> {
  const child = spawnServer(environment, home);
  let said = '';
  let complaint = '';
  child.stderr?.on('data', (text: string) => (complaint += text));
  // Not before everything that it printed was read.
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: string) => {
      said += text;
      const [, found] = /Taizhang is up: (http:\S+)[\s\S]*Ctrl-C/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${complaint}`)));
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exit;
  };
  return { address, said, process: child, end };
}

/**
 * Asks other processes again and again until there is an answer, with pauses that leave the machine to them. The test's own
 * time limit ends a wait in vain.
 */
export async function answered<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await delay(PAUSE_MS);
  }
}

/** Waits until the server says that it is ready, or is not; gives its reasons. */
export function readiness({ address }: { readonly address: string }, status: 200 | 503): Promise<string> {
  return answered(async () => {
    const answer = await fetch(`${address}/health/ready`);
    const { params } = (await answer.json()) as { params?: { reasons: string } };
    return answer.status === status ? (params?.reasons ?? '') : undefined;
  });
}

/** Starts a server that is expected to give up, and answers with what it says. */
export async function failedStart(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; lines: string[]; said: string }> {
  const child = spawnServer(environment);
  let said = '';
  let complaint = '';
  child.stdout?.on('data', (text: string) => (said += text));
  child.stderr?.on('data', (text: string) => (complaint += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: complaint.split('\n').filter((line) => line !== ''), said };
}

export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      return exit;
    }),
  );
}
