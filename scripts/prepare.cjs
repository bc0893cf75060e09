'use strict';
// What must be there before anything of ours can run: the dependencies of this very lock file, and the sources built.
// Plain CommonJS without dependencies, because it runs before there are any, on whatever Node.js >= 20 the machine has.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { exclusively } = require('./lock.cjs');

const root = join(__dirname, '..');
const at = (...parts) => join(root, ...parts);
const INSTALLED = at('node_modules', '.taizhang-installed');
const BUILT = at('dist', '.built-from');
const SOURCES = ['apps', 'libs'];
const BUILD_FOLDER = '.dist-';

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
    const { status, error } = npm(['ci', '--include=dev', '--include=optional', '--loglevel=warn']);
    if (status !== 0) {
      const why = error ? error.message : `npm ci: ${status}`;
      throw new Failure(`依赖安装失败，请检查网络与 npm 源后重试 / dependencies could not be installed: ${why}`);
    }
    writeFileSync(INSTALLED, lockDigest());
  });
};

/** Builds into dist unless it was built from the sources as they are. Throws Failure. */
exports.build = () => {
  if (!existsSync(at('libs'))) return; // installed as a package that was built before
  const digest = sourcesDigest();
  if (read(BUILT) === digest) return;
  exclusively(root, () => {
    const now = sourcesDigest();
    if (read(BUILT) === now) return;
    say('正在编译… / building …');
    compile(now);
  });
};

/** Built aside and renamed: a server that starts meanwhile sees the old program or the new one, never half of one. */
function compile(digest) {
  for (const name of readdirSync(root)) {
    if (name.startsWith(BUILD_FOLDER)) rmSync(at(name), { recursive: true, force: true });
  }
  const fresh = at(`${BUILD_FOLDER}${process.pid}`);
  const args = [
    swc(),
    ...SOURCES.filter((folder) => existsSync(at(folder))),
    '-d',
    fresh,
    '--quiet',
    '--ignore',
    '**/*.spec.ts',
  ];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) {
    process.stderr.write(stdout);
    rmSync(fresh, { recursive: true, force: true });
    throw new Failure('编译失败，见上 / the build failed, see above');
  }
  writeFileSync(join(fresh, '.built-from'), digest);
  const old = at(`${BUILD_FOLDER}${process.pid}-old`);
  if (existsSync(at('dist'))) renameSync(at('dist'), old);
  renameSync(fresh, at('dist'));
  rmSync(old, { recursive: true, force: true });
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
function sourcesDigest() {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(at(path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  for (const file of ['.swcrc', 'package.json', 'package-lock.json'].filter((name) => existsSync(at(name)))) add(file);
  for (const folder of SOURCES) walk(folder, add);
  return hash.digest('hex');
}

function walk(folder, add) {
  if (!existsSync(at(folder))) return;
  const entries = readdirSync(at(folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path, add);
    else add(path);
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
