import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, root, tool } from './project.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('the toolchain', () => {
  it.each(['.', 'apps/web'])(
    'finds every type right in %s',
    async (project) => {
      const { code, output } = await tool('typescript', 'bin/tsc', '-p', project, '--noEmit', '--listFiles');
      const listed = output.split('\n').filter((line) => line.startsWith(root) && !line.includes('/node_modules/'));
      expect(output.split('\n').filter((line) => line.includes('error TS'))).toEqual([]);
      expect(code).toBe(0);
      expect(listed.length).toBeGreaterThan(40);
    },
    300_000,
  );

  it('finds every file formatted', async () => {
    const { code, output } = await tool('prettier', 'bin/prettier.cjs', '--list-different', '.');
    expect(output).toBe('');
    expect(code).toBe(0);
  }, 300_000);

  it('installs without running anybody’s script, and from whatever registry the machine uses', () => {
    const npmrc = readFileSync(join(root, '.npmrc'), 'utf8');
    expect(npmrc).toMatch(/^ignore-scripts=true$/m);
    expect(npmrc).toMatch(/^omit-lockfile-registry-resolved=true$/m);
    const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
    const { scripts } = json('package.json') as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => /install|prepare|^prepublish/.test(name))).toEqual([]);
  });

  it('locks the binaries of every system, not of this one only: npm ci refuses a lock that lacks one', () => {
    const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
    const holds = (path: string, name: string): boolean => {
      if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true;
      return (
        path !== '' &&
        holds(path.includes('/node_modules/') ? path.replace(/\/node_modules\/(?!.*node_modules).*$/, '') : '', name)
      );
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !holds(path, name)),
    );
    expect(missing).toEqual([]);
  });

  it('pins every dependency', () => {
    const { dependencies, devDependencies, optionalDependencies } = json('package.json') as Record<
      string,
      Record<string, string>
    >;
    const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('describes the monorepo to Nest as it is, but for the page, which Vite builds', () => {
    const { projects } = json('nest-cli.json') as {
      projects: Record<string, { root: string; sourceRoot: string; entryFile: string }>;
    };
    const entries = Object.values(projects).map(({ sourceRoot, entryFile }) => `${sourceRoot}/${entryFile}.ts`);
    expect(entries.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const folders = new Set([...files('apps'), ...files('libs')].map((path) => path.split('/').slice(0, 2).join('/')));
    expect([...folders].filter((folder) => folder !== 'apps/web').sort()).toEqual(
      Object.values(projects)
        .map((project) => project.root)
        .sort(),
    );
  });

  it('names every library in package.json as it is built', () => {
    const { imports } = json('package.json') as { imports: Record<string, { source: string; default: string }> };
    for (const { source, default: built } of Object.values(imports)) {
      expect(existsSync(join(root, source))).toBe(true);
      expect(built).toBe(source.replace('./libs/', './dist/libs/').replace(/\.ts$/, '.js'));
    }
  });
});
