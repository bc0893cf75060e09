import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { OUTPUT_BYTES_MAX, root } from './project.ts';

interface Verdict {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

/** For each thing that may not be written: where (a file that exists, so that types are known), what, and the rule that refuses it. */
const MUTANTS: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['@typescript-eslint/no-explicit-any', 'libs/kernel/src/ids.ts', 'export const a = (x: any) => String(x);'],
  ['@typescript-eslint/no-unsafe-return', 'libs/kernel/src/ids.ts', "export const a = () => JSON.parse('1');"],
  [
    '@typescript-eslint/no-floating-promises',
    'libs/http/src/index.ts',
    'export const a = () => { Promise.resolve(1); };',
  ],
  ['@typescript-eslint/ban-ts-comment', 'libs/http/src/index.ts', '// @ts-ignore\nexport const a: string = 1;'],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'libs/ledger/src/zone/zone.ts',
    "export const a = (x: 'b' | 'c') => { switch (x) { case 'b': return 1; } return 2; };",
  ],
  ['no-restricted-globals', 'libs/kernel/src/ids.ts', 'export const a = () => Date.now();'],
  ['no-restricted-globals', 'libs/ledger/src/zone/zone.ts', 'export const a = () => new Date();'],
  ['no-restricted-globals', 'libs/ledger/src/zone/zone.ts', 'export const a = () => crypto.randomUUID();'],
  ['no-restricted-globals', 'libs/ledger/src/zone/zone.ts', 'export const a = () => process.env.HOME;'],
  [
    'no-restricted-imports',
    'libs/kernel/src/ids.ts',
    "import { randomUUID } from 'node:crypto';\nexport const a = () => randomUUID();",
  ],
  ['no-restricted-imports', 'libs/kernel/src/ids.ts', "import { v4 } from 'uuid';\nexport const a = () => v4();"],
  ['no-restricted-syntax', 'libs/ledger/src/zone/zone.ts', 'export const a = () => Math.random();'],
  ['no-restricted-syntax', 'libs/ledger/src/zone/zone.ts', 'export class Zone extends Map {}'],
  ['no-restricted-syntax', 'libs/ledger/src/zone/events.ts', "export type A = { type: 'ProjectUpdated' };"],
  ['no-restricted-syntax', 'libs/ledger/src/zone/events.ts', "export type A = { type: 'StatusChanged' };"],
  ['no-restricted-syntax', 'libs/ledger/src/project/events.ts', "export type MilestoneRecorded = { type: 'X' };"],
  ['no-restricted-syntax', 'libs/http/src/index.ts', 'export const a = (x: number) => x as unknown as string;'],
  ['no-restricted-syntax', 'libs/http/src/index.ts', 'export class ThingManager {}'],
  ['no-restricted-syntax', 'libs/http/src/index.ts', 'export interface IThing { a: 1 }'],
  ['no-restricted-syntax', 'libs/kernel/src/dates.spec.ts', 'await new Promise((r) => setTimeout(r, 10));'],
  ['no-warning-comments', 'libs/http/src/index.ts', `// ${'TO' + 'DO'}: later\nexport const a = 1;`],
  ['no-constant-condition', 'libs/http/src/index.ts', 'export const a = () => { while (true) a(); };'],
  ['max-params', 'libs/http/src/index.ts', 'export const a = (b: 1, c: 1, d: 1, e: 1, f: 1) => [b, c, d, e, f];'],
  ['max-lines', 'libs/http/src/index.ts', Array.from({ length: 301 }, (_, i) => `export const a${i} = 1;`).join('\n')],
  ['max-lines-per-function', 'libs/http/src/index.ts', `export const a = () => {\n${'a();\n'.repeat(70)}};`],
];

/**
 * Lints the project, and texts as if they stood in its files, in a process of its own, as a developer would. It is one process
 * for both, because what knows the types of the project takes long to make.
 */
function linted(mutants: typeof MUTANTS): Promise<{ project: Verdict[]; mutants: Verdict[] }> {
  const program = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ cwd: ${JSON.stringify(root)} });
    const project = await eslint.lintFiles('.');
    const mutants = [];
    for (const [, filePath, text] of ${JSON.stringify(mutants)}) mutants.push(...await eslint.lintText(text, { filePath }));
    const told = (verdicts) => verdicts.map(({ filePath, messages }) => ({ filePath, messages }));
    console.log(JSON.stringify({ project: told(project), mutants: told(mutants) }));`;
  const options = { cwd: root, maxBuffer: OUTPUT_BYTES_MAX };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', program], options, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr, { cause: error }));
      else resolve(JSON.parse(stdout) as { project: Verdict[]; mutants: Verdict[] });
    });
  });
}

describe('the linter', () => {
  let project: Verdict[];
  let mutants: Verdict[];
  beforeAll(async () => {
    ({ project, mutants } = await linted(MUTANTS));
  }, 900_000);

  it('has nothing to say about this project, and has looked at it', () => {
    const said = project.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, ruleId, message }) => `${filePath.slice(join(root, '/').length)}:${line} ${ruleId} ${message}`,
      ),
    );
    expect(said).toEqual([]);
    expect(project.length).toBeGreaterThan(100);
  });

  it('refuses each mutant by its rule', () => {
    const rules = mutants.map(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
    const missed = MUTANTS.filter(([rule], i) => !rules[i]?.includes(rule)).map((mutant, i) => [...mutant, rules[i]]);
    expect(missed).toEqual([]);
    expect(rules).toHaveLength(MUTANTS.length);
  });
});
