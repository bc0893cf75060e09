import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files, root } from './project.ts';

const code = [...files('apps'), ...files('libs'), ...files('test')].filter((path) => /\.tsx?$/.test(path));
const documents = files('.').filter((path) => path.endsWith('.md'));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Suffixes that a tool or a rule reads. */
const SUFFIXES = [
  'controller',
  'commands',
  'module',
  'spec',
  'contract',
  'filter',
  'harness',
  'child',
  'types',
  'd',
  'config',
];
const FILE_NAME = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*([.](${SUFFIXES.join('|')}))*[.]tsx?$`);

describe('files', () => {
  it('are there to be judged', () => {
    expect(code.length).toBeGreaterThan(100);
    expect(documents).toContain('README.md');
  });

  it('have kebab-case names, with a suffix only where a rule reads it', () => {
    expect(code.filter((path) => !FILE_NAME.test(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  });

  it('of a slice lie flat in its folder; only golden samples have one of their own', () => {
    const slices = code.filter((path) => /^libs\/(ledger|views)\/src\//.test(path));
    expect(slices.length).toBeGreaterThan(20);
    const deep = slices.filter((path) => path.split('/').length > 5);
    expect(deep.filter((path) => path.split('/')[4] !== 'samples' && path.split('/')[3] !== 'testing')).toEqual([]);
  });

  it('of a slice are no barrels', () => {
    const barrels = code.filter((path) => /^libs\/(ledger|views)\/src\/[^/]+\/index\.ts$/.test(path));
    expect(barrels).toEqual([]);
  });

  it('of a slice that decides come with their tests', () => {
    const folders = new Set(code.filter((path) => /^libs\/ledger\/src\/[^/]+\/events\.ts$/.test(path)).map(dirname));
    expect(folders.size).toBeGreaterThan(2);
    const untested = [...folders].filter(
      (folder) => !code.some((path) => dirname(path) === folder && path.endsWith('.spec.ts')),
    );
    expect(untested).toEqual([]);
  });

  it('have no banner comments', () => {
    expect(code.filter((path) => /^\s*(\/\/|\/\*+)\s*[-=*#~─━]{4,}/m.test(text(path)))).toEqual([]);
  });

  it('name no machine', () => {
    const own = 'test/architecture/files.spec.ts';
    const paths = /(^|[\s'"`(])\/(home|root|Users|work|workspace)\/\w/m;
    expect(
      [...code, ...documents, ...files('scripts')].filter((path) => path !== own && paths.test(text(path))),
    ).toEqual([]);
  });

  it('of the documentation link to what is there', () => {
    const broken = documents.flatMap((path) =>
      [...text(path).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(path), decodeURI(target))))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('of the documentation name commands that exist', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((path) =>
      [...text(path).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => [
        path,
        run ?? short ?? '',
      ]),
    );
    expect(named.filter(([, name = '']) => !(name in scripts))).toEqual([]);
    const programs = Object.values(scripts).map((script) => script.split(' ')[1] ?? '');
    expect(programs.filter((program) => !existsSync(join(root, program)))).toEqual([]);
  });
});
