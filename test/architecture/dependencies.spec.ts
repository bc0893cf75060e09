import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { HEALTHY, MUTANTS, type Tree } from './mutants.ts';
import { root } from './project.ts';

const require = createRequire(import.meta.url);
const config = require(join(root, '.dependency-cruiser.cjs')) as IConfiguration & {
  forbidden: { name: string }[];
  options: ICruiseOptions & { enhancedResolveOptions: object };
};
const NPM = { dependencies: ['uuid', '@nestjs/common', '@nestjs/cqrs', '@nestjs/event-emitter'], dev: ['jest'] };

async function cruised(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { enhancedResolveOptions, tsConfig: _, ...options } = config.options;
  const { output } = await cruise(
    folders,
    { ...options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  return output as ICruiseResult;
}

/** Names of the rules that a tree breaks. */
async function broken(tree: Tree): Promise<{ rules: string[]; modules: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-mutant-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    for (const [path, text] of Object.entries({ ...HEALTHY, ...tree })) write(path, text);
    for (const name of [...NPM.dependencies, ...NPM.dev]) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'exports.it = 1;\n');
    }
    const { imports, type } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
    const manifest = {
      type,
      imports: {
        ...imports,
        '#workbook': './libs/workbook/src/index.ts',
        '#ledger/zone': './libs/ledger/src/zone/index.ts',
      },
      dependencies: Object.fromEntries(NPM.dependencies.map((name) => [name, '1.0.0'])),
      devDependencies: Object.fromEntries(NPM.dev.map((name) => [name, '1.0.0'])),
    };
    write('package.json', JSON.stringify(manifest));
    const { summary } = await cruised(folder, ['apps', 'libs']);
    return { rules: summary.violations.map(({ rule }) => rule.name), modules: summary.totalCruised };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('dependencies', () => {
  it('run one way in this project', async () => {
    const { summary } = await cruised(root, ['apps', 'libs']);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(100);
    expect(summary.totalDependenciesCruised).toBeGreaterThan(200);
  });

  it('of a healthy tree break no rule', async () => {
    const { rules, modules } = await broken({});
    expect(rules).toEqual([]);
    expect(modules).toBeGreaterThan(Object.keys(HEALTHY).length);
  });

  it('have a mutant for every rule', () => {
    expect(Object.keys(MUTANTS).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  for (const [rule, trees] of Object.entries(MUTANTS)) {
    it.each(trees.map((tree, n) => [n + 1, tree] as const))(`are held to ${rule} (mutant %i)`, async (_, tree) => {
      expect((await broken(tree)).rules).toContain(rule);
    });
  }
});
