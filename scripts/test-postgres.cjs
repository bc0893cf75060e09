'use strict';
// A private PostgreSQL server for tests and measurements, from whatever binaries the machine has. It lives as long as the
// process that started it, however that one ends: this script stands between them as `node test-postgres.cjs serve`.
const { execFileSync, spawn } = require('node:child_process');
const { randomBytes } = require('node:crypto');
const {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { delimiter, join } = require('node:path');

const DEBIAN = '/usr/lib/postgresql';
const USER = 'tester';
/** What a machine may lose at any time needs no disk; the rest keeps it small. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'max_connections=200',
  'unix_socket_directories=',
  'autovacuum_naptime=10s',
];

/** The folder with the newest server's programs; undefined where there is none. */
function binaries() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const debian = versions.map((version) => join(DEBIAN, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...debian, ...onPath].find((folder) => ['postgres', 'initdb'].every((name) => canRun(join(folder, name))));
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a server. Resolves with `{ url, stop }`, the URL of a superuser, or undefined where the machine has no PostgreSQL.
 */
exports.startPostgres = async () => {
  if (!binaries()) return undefined;
  // It ends when its standard input does, so also when this process is killed.
  const keeper = spawn(process.execPath, [join(__dirname, 'test-postgres.cjs'), 'serve'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    keeper.stdout.on('data', (text) => {
      said += text;
      if (said.includes('\n')) resolve(said.trim());
    });
    void ended.then((code) => reject(new Error(`the PostgreSQL server for tests did not start (${code})`)));
  });
  keeper.unref();
  keeper.stdin.unref();
  keeper.stdout.unref();
  return {
    url,
    stop: () => {
      keeper.ref();
      keeper.stdin.end();
      return ended;
    },
  };
};

async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const as = owner();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const password = randomBytes(12).toString('hex');
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (as.uid !== undefined) chownSync(secret, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync(
    join(binaries(), 'initdb'),
    ['-D', data, '-U', USER, '-A', 'password', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale', '--no-sync'],
    options,
  );
  const port = await freePort();
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', `port=${port}`].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(binaries(), 'postgres'), ['-D', data, ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const ready = new Promise((resolve, reject) => {
    server.stderr.on('data', (text) => {
      log = (log + text).slice(-4_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}:\n${log}`)));
  });
  const stop = () => server.kill('SIGINT');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  process.stdin.on('end', stop).resume();
  server.once('exit', () => process.exit());
  await ready;
  process.stdout.write(`postgres://${USER}:${password}@127.0.0.1:${port}/postgres\n`);
}

/** PostgreSQL refuses to run as root. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, name], { encoding: 'utf8' })));
      return { uid, gid };
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

if (require.main === module && process.argv[2] === 'serve') {
  serve().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
}
