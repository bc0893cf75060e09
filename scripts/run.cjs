'use strict';
// What a developer runs: build, test, lint, format, bench, docs, web. Each installs what is missing first.
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { availableParallelism, tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { build, install, Failure } = require('./prepare.cjs');
const { finish, run } = require('./child.cjs');

const root = join(__dirname, '..');
const QUIET = '--disable-warning=ExperimentalWarning';
const SOURCES = ['apps', 'libs'];

/** The script behind a package's command, because `.bin` holds shell scripts on Windows. */
const bin = (name, path) => join(dirname(require.resolve(`${name}/package.json`, { paths: [root] })), path);
const tool = (name, path, ...args) => run([QUIET, bin(name, path), ...args], { cwd: root });

const COMMANDS = {
  build: async () => {
    build();
    return 0;
  },
  test,
  web: (args) => tool('vite', 'bin/vite.js', join(root, 'apps', 'web'), ...args),
  lint: async (args) =>
    (await tool('typescript', 'bin/tsc', '--noEmit')) ||
    (await tool('typescript', 'bin/tsc', '--noEmit', '-p', 'apps/web')) ||
    (await tool('eslint', 'bin/eslint.js', '--max-warnings', '0', ...(args.length > 0 ? args : ['.']))) ||
    (await tool('prettier', 'bin/prettier.cjs', '--check', '--log-level', 'warn', '.')) ||
    (await tool('dependency-cruiser', 'bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...SOURCES)),
  format: (args) => tool('prettier', 'bin/prettier.cjs', '--write', ...(args.length > 0 ? args : ['.'])),
  bench: (args) => {
    build();
    return run([QUIET, '--expose-gc', join(root, 'bench', 'main.ts'), ...args], { cwd: root });
  },
  docs: (args) => {
    build();
    return run([QUIET, join(root, 'scripts', 'docs.mjs'), ...args], { cwd: root });
  },
};

/** Ends with the plain line that `.ci/run` is read by. What could not be run has failed. */
async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-test-'));
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    install();
    build();
    const file = join(folder, 'counts.json');
    const workers = args.some((arg) => /^(--maxWorkers|-w|-i$|--runInBand)/.test(arg))
      ? []
      : [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`];
    const code = await run(['--experimental-vm-modules', QUIET, bin('jest', 'bin/jest.js'), ...workers, ...args], {
      cwd: root,
      env: {
        ...process.env,
        TAIZHANG_TEST_COUNTS: file,
        TAIZHANG_TEST_FOLDER: folder,
        NODE_COMPILE_CACHE: join(folder, 'compiled'), // hundreds of processes load the same modules
      },
    });
    counts = JSON.parse(read(file) ?? '{"passed":0,"failed":0,"skipped":0}');
    if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Failure ? error.message : error.stack}\n`);
    counts.failed ||= 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 }); // one that is ending may write there yet
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  return counts.failed > 0 ? 1 : 0;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`用法 / usage: node scripts/run.cjs ${Object.keys(COMMANDS).join('|')}\n`);
    return 2;
  }
  if (command !== test) install();
  return command(args);
}

finish(main());
