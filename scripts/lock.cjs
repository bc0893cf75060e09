'use strict';
// One installation or build at a time: of two `npm start` in a fresh clone the second waits for the first.
const { createHash } = require('node:crypto');
const { readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const WAIT_MS = 100;
const WAIT_MS_MAX = 10 * 60_000;
/** Between the creation of the lock file and its owner's number in it. */
const UNSIGNED_MS_MAX = 2_000;

/** Runs `work` while no other process of this machine does so for the same root. */
exports.exclusively = (root, work) => {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `taizhang-${name}.lock`); // not in node_modules: npm ci empties it
  const deadline = Date.now() + WAIT_MS_MAX;
  while (!taken(file)) {
    if (Date.now() > deadline) throw new Error(`${file} is held for too long`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
};

function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Whether the owner has died without tidying up. */
function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'));
    if (!owner) return Date.now() - statSync(file).mtimeMs > UNSIGNED_MS_MAX;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
