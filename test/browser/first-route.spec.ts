import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../http/server.harness.ts';

const KIB = 1024;
const FIRST_ROUTE_KIB_MAX = 450;
const web = join(import.meta.dirname, '..', '..', 'dist', 'web');

interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** Scripts of Vite's manifest that are loaded before `names` can run. */
function scriptsOf(manifest: Readonly<Record<string, Part>>, names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (name: string): void => {
    const part = manifest[name];
    if (!part) throw new Error(`there is no ${name} in the build`);
    if (seen.has(name)) return;
    seen.add(name);
    files.add(part.file);
    part.imports?.forEach(add);
  };
  names.forEach(add);
  return files;
}

it('the first route needs at most 450 KiB of compressed script', () => {
  build();
  const manifest = JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8')) as Record<string, Part>;
  const files = scriptsOf(manifest, ['index.html', 'src/pages/overview/index.tsx']);
  expect(files.size).toBeGreaterThan(1);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(web, file))).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_ROUTE_KIB_MAX * KIB);
  process.stdout.write(`the first route: ${Math.round(bytes / KIB)} KiB of compressed script\n`);
}, 180_000);
