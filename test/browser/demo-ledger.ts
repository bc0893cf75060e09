import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, readiness, startServer } from '../http/server.harness.ts';

const root = join(import.meta.dirname, '..', '..');
const DEMO = 'taizhang-demo-';
/** A demonstration that nobody has copied for so long is of a build that is gone. */
const UNUSED_MS_MAX = 15 * 60_000;

/** Where all of this lies: in the folder of a whole test run, which removes it at its end, or among the temporary files. */
const place = process.env['TAIZHANG_TEST_FOLDER'] || tmpdir();
const FOLDER = /^taizhang-page-(\d+)-/;

/** A folder for one site, named after this process; those of processes that were killed are removed. */
export function makeFolder(): string {
  for (const name of readdirSync(place)) {
    const [, pid] = FOLDER.exec(name) ?? [];
    if (pid !== undefined && !runs(Number(pid))) rmSync(join(place, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(place, `taizhang-page-${process.pid}-`));
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A home of its own for a server, in `folder`: the build as it is now, and what it needs beside it. Whatever is built
 * meanwhile changes nothing under a test.
 */
export function makeHome(folder: string): string {
  build();
  const home = join(folder, 'home');
  cpSync(join(root, 'dist'), join(home, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction');
  return home;
}

/**
 * Copies the generated demonstration, its views built, into `dataDir`. It is made once for a build, by whoever comes first,
 * and takes the place of those of earlier builds.
 */
export async function copyDemo(home: string, dataDir: string): Promise<void> {
  const digest = readFileSync(join(home, 'dist', '.built-from'), 'utf8').slice(0, 16);
  const kept = join(place, `${DEMO}${digest}`);
  if (existsSync(kept)) utimesSync(kept, new Date(), new Date());
  else await makeDemo(home, kept);
  cpSync(kept, dataDir, { recursive: true });
}

function removeUnused(): void {
  for (const name of readdirSync(place).filter((one) => one.startsWith(DEMO))) {
    const folder = join(place, name);
    const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - used > UNUSED_MS_MAX) rmSync(folder, { recursive: true, force: true });
  }
}

async function makeDemo(home: string, kept: string): Promise<void> {
  removeUnused();
  const making = mkdtempSync(join(place, `${DEMO}making-`));
  try {
    await makeIn(making, home);
    renameSync(making, kept);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(kept)) throw error; // another worker was first
  }
}

async function makeIn(making: string, home: string): Promise<void> {
  const program = join(home, 'dist', 'apps', 'cli', 'src', 'main.js');
  const { status, stderr } = spawnSync(process.execPath, [program, 'demo', '--no-serve'], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: making },
  });
  if (status !== 0) throw new Error(String(stderr));
  const server = await startServer({ DATA_DIR: making }, home);
  try {
    await readiness(server, 200);
  } finally {
    await server.end('SIGTERM');
  }
}
