import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
}

const FIRST_ROUTE = ['index.html', 'src/pages/overview/index.tsx'];

/** The scripts of a built page, by Vite's manifest, that are loaded before its first route can show anything. */
export function firstRouteScripts(web: string): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(join(web, '.vite', 'manifest.json'), 'utf8')) as Record<string, Part>;
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
  FIRST_ROUTE.forEach(add);
  return files;
}
