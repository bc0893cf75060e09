import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** How much a tool may say. */
export const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Every file below a folder of the project, as paths from its root, in order of their names. */
export function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return NOT_OURS.has(entry.name) || entry.name.startsWith('.dist-') ? [] : files(path);
    })
    .sort();
}

/** Runs a tool as its own process: it must judge what it judges outside of Jest too. */
export function tool(name: string, path: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const manifest = createRequire(join(root, 'package.json')).resolve(`${name}/package.json`);
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: OUTPUT_BYTES_MAX };
    execFile(process.execPath, [join(dirname(manifest), path), ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
    });
  });
}
