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
import { build, startServer } from '../http/server.harness.ts';

const root = join(import.meta.dirname, '..', '..');
const DEMO = 'taizhang-demo-';
/** A demonstration that nobody has copied for so long is of a build that is gone. */
const UNUSED_MS_MAX = 15 * 60_000;

/**
 * A home of its own for a server: the build as it is now, and what it needs beside it. Whatever is built meanwhile changes
 * nothing under a test.
 */
export function makeHome(): string {
  build();
  const home = mkdtempSync(join(tmpdir(), 'taizhang-page-'));
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
  const kept = join(tmpdir(), `${DEMO}${digest}`);
  if (existsSync(kept)) utimesSync(kept, new Date(), new Date());
  else await makeDemo(home, kept);
  cpSync(kept, dataDir, { recursive: true });
}

function removeUnused(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(DEMO))) {
    const folder = join(tmpdir(), name);
    const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - used > UNUSED_MS_MAX) rmSync(folder, { recursive: true, force: true });
  }
}

async function makeDemo(home: string, kept: string): Promise<void> {
  removeUnused();
  const making = mkdtempSync(join(tmpdir(), `${DEMO}making-`));
  const program = join(home, 'dist', 'apps', 'cli', 'src', 'main.js');
  const { status, stderr } = spawnSync(process.execPath, [program, 'demo', '--no-serve'], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: making },
  });
  if (status !== 0) throw new Error(String(stderr));
  const server = await startServer({ DATA_DIR: making }, home);
  await ready(server.address);
  await server.end('SIGTERM');
  try {
    renameSync(making, kept);
  } catch {
    rmSync(making, { recursive: true, force: true }); // another worker was first
  }
}

/** Asks until every view is built. */
async function ready(address: string): Promise<void> {
  for (let answer; !answer?.ok;) answer = await fetch(`${address}/health/ready`);
}
