'use strict';
// What must be there before anything of ours can run: the dependencies of this very lock file, and the sources built.
// Plain CommonJS without dependencies, because it runs before there are any, on whatever Node.js >= 20 the machine has.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { dirname, join } = require('node:path');
const { exclusively } = require('./lock.cjs');
const { node24 } = require('./node24.cjs');

const root = join(__dirname, '..');
const at = (...parts) => join(root, ...parts);
const INSTALLED = at('node_modules', '.taizhang-installed');
const MARK = '.built-from';
const SOURCES = ['apps', 'libs'];
/** The page is built by Vite, beside the program and not again when only the program has changed. */
const PAGE = 'apps/web';
const BUILD_FOLDER = '.dist-';
const MANIFESTS = ['package.json', 'package-lock.json'];

/** What is built, from what, and how. */
const PROGRAM = { into: at('dist'), from: ['.swcrc', ...MANIFESTS, ...SOURCES], but: [PAGE], make: compile };
const WEB = { into: at('dist', 'web'), from: [...MANIFESTS, PAGE, 'libs/kernel'], but: [], make: bundle };

/** A failure that one line explains; nobody needs its stack. */
class Failure extends Error {}
exports.Failure = Failure;

/** Standard output belongs to the command that was asked for (`--json`); what we say goes beside it. */
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs `npm ci` unless node_modules is what the lock file says. Throws Failure. */
exports.install = () => {
  if (isInstalled()) return;
  exclusively(root, () => {
    if (isInstalled()) return;
    if (agrees()) return void writeFileSync(INSTALLED, lockDigest());
    say('正在安装依赖（npm ci）… / installing dependencies (npm ci) …');
    // Its warnings are about the Node that runs npm; everything of ours runs on the one that is pinned.
    const { status, error } = npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
    if (status !== 0) {
      const why = error ? error.message : `npm ci: ${status}`;
      throw new Failure(`依赖安装失败，请检查网络与 npm 源后重试 / dependencies could not be installed: ${why}`);
    }
    writeFileSync(INSTALLED, lockDigest());
  });
};

/** Builds into dist what was not built from the sources as they are: the program, and the page it serves. Throws Failure. */
exports.build = () => {
  if (!existsSync(at('libs'))) return; // installed as a package that was built before
  for (const part of [PROGRAM, WEB]) {
    if (isFresh(part, digestOf(part))) continue;
    exclusively(root, () => {
      const digest = digestOf(part);
      if (isFresh(part, digest)) return;
      part.make(digest);
    });
  }
};

const isFresh = ({ into }, digest) => read(join(into, MARK)) === digest;

function compile(digest) {
  say('正在编译… / building …');
  const fresh = freshFolder();
  const folders = SOURCES.filter((folder) => existsSync(at(folder)));
  const left = ['**/*.spec.ts', `${PAGE}/**`].flatMap((pattern) => ['--ignore', pattern]);
  const args = [swc(), ...folders, '-d', fresh, '--quiet', ...left];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) fail(fresh, stdout);
  if (existsSync(WEB.into)) cpSync(WEB.into, join(fresh, 'web'), { recursive: true });
  put(fresh, PROGRAM.into, digest);
}

function bundle(digest) {
  say('正在构建页面… / building the page …');
  const fresh = freshFolder();
  const args = [vite(), 'build', PAGE, '--outDir', fresh, '--logLevel', 'warn'];
  const { status, stdout } = spawnSync(node24() ?? process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' }, // a test that builds would otherwise get React's development build
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) fail(fresh, stdout);
  put(fresh, WEB.into, digest);
}

/** Where something is built aside. What an earlier build that was broken off has left there goes. */
function freshFolder() {
  for (const name of readdirSync(root)) {
    if (name.startsWith(BUILD_FOLDER)) rmSync(at(name), { recursive: true, force: true });
  }
  return at(`${BUILD_FOLDER}${process.pid}`);
}

function fail(fresh, output) {
  process.stderr.write(output);
  rmSync(fresh, { recursive: true, force: true });
  throw new Failure('编译失败，见上 / the build failed, see above');
}

/** Built aside and renamed: a server that starts meanwhile sees the old build or the new one, never half of one. */
function put(fresh, into, digest) {
  writeFileSync(join(fresh, MARK), digest);
  const old = `${fresh}-old`;
  if (existsSync(into)) renameSync(into, old);
  renameSync(fresh, into);
  rmSync(old, { recursive: true, force: true });
}

function vite() {
  return join(dirname(require.resolve('vite/package.json', { paths: [root] })), 'bin', 'vite.js');
}

function swc() {
  const manifest = require.resolve('@swc/cli/package.json', { paths: [root] });
  return join(dirname(manifest), 'bin', 'swc.js');
}

function npm(args) {
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr] };
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function isInstalled() {
  return !existsSync(at('package-lock.json')) || read(INSTALLED) === lockDigest();
}

/** Whether a person's own `npm ci` or `npm install` has put there what the lock file says; npm keeps a list of what it did. */
function agrees() {
  const done = read(at('node_modules', '.package-lock.json'));
  if (!done) return false;
  const there = JSON.parse(done).packages;
  const wanted = JSON.parse(read(at('package-lock.json'))).packages;
  const same = (path) => there[path].version === wanted[path]?.version;
  return (
    Object.keys(there).every(same) &&
    Object.keys(wanted).every((path) => path === '' || path in there || wanted[path].optional || wanted[path].peer)
  );
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
}

/** Names, sizes and times: reading the sources themselves would cost each start what it is to save. */
function digestOf({ from, but }) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(at(path)) || but.includes(path)) return;
    const stats = statSync(at(path));
    if (!stats.isDirectory()) return void hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    for (const name of readdirSync(at(path)).sort()) add(`${path}/${name}`);
  };
  for (const path of from) add(path);
  return hash.digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
