import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a program of this folder in a process of its own, from the sources. */
export function child(program: string, ...args: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const flags = ['--experimental-transform-types', '--conditions=source', '--disable-warning=ExperimentalWarning'];
  return spawn(process.execPath, [...flags, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The exit code; undefined when a signal ended it. */
export async function ended(process: ChildProcess): Promise<number | undefined> {
  if (process.exitCode === null && process.signalCode === null)
    await new Promise((resolve) => process.once('exit', resolve));
  return process.exitCode ?? undefined;
}
