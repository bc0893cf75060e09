import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../http/server.harness.ts';
import { firstRouteScripts } from './first-route.ts';

const KIB = 1024;
const FIRST_ROUTE_KIB_MAX = 450;
const web = join(import.meta.dirname, '..', '..', 'dist', 'web');

it('the first route needs at most 450 KiB of compressed script', () => {
  build();
  const files = firstRouteScripts(web);
  expect(files.size).toBeGreaterThan(1);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(web, file))).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_ROUTE_KIB_MAX * KIB);
  process.stdout.write(`the first route: ${Math.round(bytes / KIB)} KiB of compressed script\n`);
}, 180_000);
