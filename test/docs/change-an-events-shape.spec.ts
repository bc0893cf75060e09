import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/project.ts';

const text = (path: string): string => readFileSync(join(root, path), 'utf8');

it('the guide shows what its worked example is made of', () => {
  const blocks = text('docs/how-to/change-an-events-shape.md').matchAll(/^ *```ts\n([^`]*)```$/gm);
  const lines = [...blocks].flatMap(([, block = '']) => block.trim().split('\n'));
  expect(lines.length).toBeGreaterThan(3);
  const example = text('libs/ledger/src/old-events.spec.ts').split('\n');
  expect(lines.map((line) => line.trim()).filter((line) => !example.includes(line))).toEqual([]);
});
