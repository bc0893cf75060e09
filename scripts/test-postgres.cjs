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
const { createInterface } = require('node:readline');

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
 * Starts a server. Resolves with the URL of a superuser, `down` and `up` that stop it and start it again with what it holds,
 * and `stop` that ends it; with undefined where the machine has no PostgreSQL.
 */
exports.startPostgres = async () => {
  if (!binaries()) return undefined;
  // It ends when its standard input does, so also when this process is killed.
  const keeper = spawn(process.execPath, [join(__dirname, 'test-postgres.cjs'), 'serve'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  const answers = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error(`the PostgreSQL server for tests has ended (${await ended})`);
    return value;
  };
  // While nobody waits for it, it holds up no process that has nothing else to do.
  const tell = async (command) => {
    keeper.stdout.ref();
    keeper.stdin.write(`${command}\n`);
    await answer();
    keeper.stdout.unref();
  };
  const url = await answer();
  keeper.unref();
  keeper.stdin.unref();
  keeper.stdout.unref();
  return {
    url,
    down: () => tell('down'),
    up: () => tell('up'),
    stop: () => {
      keeper.ref();
      keeper.stdin.end();
      return ended;
    },
  };
};

async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-postgres-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const as = owner();
  const password = randomBytes(12).toString('hex');
  const secret = join(folder, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (as.uid !== undefined) for (const path of [folder, secret]) chownSync(path, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(binaries(), 'initdb'),
    ['-D', data, '-U', USER, '-A', 'password', `--pwfile=${secret}`, '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const settings = [...SETTINGS, 'listen_addresses=127.0.0.1', `port=${port}`].flatMap((setting) => ['-c', setting]);
  const start = () => startServer(join(binaries(), 'postgres'), ['-D', data, ...settings], { ...as, cwd: folder });
  let server = start();
  const end = () => void server.down().then(() => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  const commands = createInterface({ input: process.stdin });
  commands.on('close', end);
  commands.on('line', (command) => {
    if (command === 'up') server = start();
    void server[command]().then(() => process.stdout.write(`${command}\n`));
  });
  await server.up();
  process.stdout.write(`postgres://${USER}:${password}@127.0.0.1:${port}/postgres\n`);
}

function startServer(program, args, options) {
  const server = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let log = '';
  const ready = new Promise((resolve, reject) => {
    server.stderr.on('data', (text) => {
      log = (log + text).slice(-4_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    void ended.then((code) => reject(new Error(`postgres ended with ${code}:\n${log}`)));
  });
  ready.catch(() => undefined);
  return {
    up: () => ready,
    down: () => {
      server.kill('SIGINT');
      return ended;
    },
  };
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
