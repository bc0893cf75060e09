'use strict';
// The contract suite of the event store, on every store there is: the embedded one, the fake server, and a real server where
// TEST_EVENTSTORE_URL names one; with what only a server's adapter promises, and the fake server's own tests. Says at the end
// on which stores the suite has run.
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { install } = require('./prepare.cjs');
const { finish, run } = require('./child.cjs');

const root = join(__dirname, '..');
const SPECS = ['libs/event-store/src/embedded/embedded.spec.ts', 'libs/event-store/src/(eventstoredb|testing)/'];
/** How the suite is called in the titles of its tests, behind the store's name. */
const SUITE = ': event store contract';

async function contract(args) {
  install();
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-contract-'));
  const file = join(folder, 'results.json');
  try {
    const jest = join(dirname(require.resolve('jest/package.json', { paths: [root] })), 'bin/jest.js');
    const code = await run(
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        jest,
        '--maxWorkers=1',
        '--forceExit', // a test that failed may have left a server open
        '--json',
        `--outputFile=${file}`,
        ...args,
        ...SPECS,
      ],
      { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
    );
    return (tell(JSON.parse(readFileSync(file, 'utf8'))) && code) || Number(code !== 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which stores the suite has run on, by the tests that have run; every other test in one line. */
function tell({ testResults, numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
  const stores = new Map();
  for (const { ancestorTitles, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    const [title = ''] = ancestorTitles;
    if (!title.endsWith(SUITE) || status === 'pending') continue;
    const name = title.slice(0, -SUITE.length);
    const { passed, failed } = stores.get(name) ?? { passed: 0, failed: 0 };
    stores.set(name, status === 'passed' ? { passed: passed + 1, failed } : { passed, failed: failed + 1 });
  }
  say('契约测试所用的日志 / the contract suite ran on:');
  for (const [name, { passed, failed }] of stores) say(`  ${name}: ${passed} passed, ${failed} failed`);
  if (!process.env.TEST_EVENTSTORE_URL)
    say('  没有 TEST_EVENTSTORE_URL，未用真实服务器 / no TEST_EVENTSTORE_URL: no real server');
  say(
    `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`,
  );
  return stores.size > 0;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

finish(contract(process.argv.slice(2)));
