'use strict';
// The oracle: everything that can be asked about any point of random ledgers, answered by the databases and by folding the log.
// npm run oracle -- [--cases <n>] [--seed <n>] [--database sqlite|postgres]
// Says on which databases it ran, how many cases of each kind, and how to run the same again. Wrong usage: 2.
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { parseArgs } = require('node:util');
const { install } = require('./prepare.cjs');
const { finish, run } = require('./child.cjs');

const root = join(__dirname, '..');
const USAGE = '用法 / usage: npm run oracle -- [--cases <n>] [--seed <n>] [--database sqlite|postgres]';
const CASES = '50000';
const CASES_MAX = 100_000_000;
const SEED_MAX = 2 ** 31 - 1;
const DATABASES = ['sqlite', 'postgres'];

/** What is asked for; undefined where it cannot be understood. */
function asked(args) {
  let values;
  try {
    const option = { type: 'string' };
    ({ values } = parseArgs({ args, options: { cases: option, seed: option, database: option } }));
  } catch {
    return undefined;
  }
  const { cases = CASES, seed = String(Date.now() % SEED_MAX), database } = values;
  const isNumber = (text, from, to) => /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to;
  const isGood =
    isNumber(cases, 1, CASES_MAX) &&
    isNumber(seed, 0, SEED_MAX) &&
    (database === undefined || DATABASES.includes(database));
  return isGood ? { cases, seed, database } : undefined;
}

async function oracle(args) {
  const question = asked(args);
  if (!question) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  install();
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-oracle-'));
  const file = join(folder, 'counted.jsonl');
  const { cases, seed, database } = question;
  try {
    const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
    const begun = Date.now();
    const code = await run(
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        jest,
        '--maxWorkers=1',
        '--forceExit', // a test that failed may have left a ledger open
        ...(database === undefined ? [] : [`--testNamePattern= on ${database} `]),
        'test/oracle/oracle.spec.ts',
      ],
      { cwd: root, env: { ...process.env, ORACLE_CASES: cases, ORACLE_SEED: seed, ORACLE_COUNTED_IN: file } },
    );
    const counted = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse) : [];
    for (const one of counted) tell(one);
    if (code === 0 && counted.length === 0) say(`没有可用的数据库 / no such database here: ${database}`);
    say(
      `${Math.round((Date.now() - begun) / 1000)} s; 重复 / again: npm run oracle -- --cases ${cases} --seed ${seed}`,
    );
    return counted.length > 0 ? Number(code !== 0) : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell({ database, ledgers, kinds }) {
  const total = Object.values(kinds).reduce((sum, n) => sum + n, 0);
  say(`${database}: ${total} cases in ${ledgers} ledgers, all as the log says`);
  for (const [kind, n] of Object.entries(kinds)) say(`  ${kind}: ${n}`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

finish(oracle(process.argv.slice(2)));
