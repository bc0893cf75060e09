import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appends } from './appends.ts';
import { asOf } from './as-of.ts';
import { feed } from './feed.ts';
import { longProject } from './long-project.ts';
import { machine } from './machine.ts';
import { page } from './page.ts';
import { posts } from './posts.ts';
import { reads } from './reads.ts';
import { rebuildsOnPostgres } from './rebuild-postgres.ts';
import { rebuilds } from './rebuild.ts';
import { round, type Plan, type Result } from './result.ts';
import { serverLog } from './server-log.ts';
import { visible } from './visible.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'] as const;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const only = new Set(values.only === undefined ? LETTERS : values.only.split(','));
const wrong = [...only].filter((letter) => !(LETTERS as readonly string[]).includes(letter));
if (wrong.length > 0) {
  process.stderr.write(`没有这一项 / no such part: ${wrong.join(', ')} (${LETTERS.join(', ')})\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
const clean = (): void => rmSync(folder, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clean();
    process.exit(1);
  });
}

const start = performance.now();
const plan: Plan = { quick: values.quick === true, folder, say: (text) => process.stderr.write(`${text}\n`) };
const results: Result[] = [];
try {
  if (only.has('a')) results.push(...(await appends(plan)));
  if (only.has('b')) results.push(...(await posts(plan)));
  if (only.has('c')) results.push(...(await rebuilds(plan)));
  if (only.has('d') || only.has('f') || only.has('i')) results.push(...(await reads(plan, only)));
  if (only.has('e')) results.push(...(await visible(plan)));
  if (only.has('g')) results.push(...(await serverLog(plan)));
  if (only.has('h')) results.push(...(await rebuildsOnPostgres(plan)));
  if (only.has('j')) results.push(...(await asOf(plan)));
  if (only.has('k')) results.push(...(await feed(plan)));
  if (only.has('l')) results.push(...(await longProject(plan)));
  if (only.has('m')) results.push(...(await page(plan)));
} finally {
  clean();
}
const report = {
  machine: machine(),
  quick: plan.quick,
  seconds: round((performance.now() - start) / 1000, 0),
  results,
};
process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : `${asText(report)}\n`);

function asText({ machine: on, seconds }: typeof report): string {
  const lines = results.map(({ id, what, unit, value, aim, met, details }) => {
    const spread = `${round(value.min)}–${round(value.max)}`;
    const verdict = met ? 'met' : 'MISSED';
    const rest = Object.entries(details).map(([name, detail]) => `\n       ${name}: ${detail}`);
    return `(${id}) ${verdict.padEnd(6)} ${round(value.median)}${unit && ` ${unit}`} (${spread}, ${value.runs} runs), aim ${aim.at} ${aim.value}: ${what}${rest.join('')}`;
  });
  const missed = results.filter(({ met }) => !met).length;
  const about = Object.entries(on).map(([name, value]) => `${name}: ${value}`);
  return [...about, ...lines, `${results.length - missed} met, ${missed} missed, in ${seconds} s`].join('\n');
}
