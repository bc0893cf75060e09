'use strict';
// Finds the Node.js that Taizhang runs on: the one pinned in package.json, else this machine's own if it is new enough.
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

const NODE_MAJOR_MIN = 24;
const root = join(__dirname, '..');

/** Path of a Node.js >= 24, or undefined. */
exports.node24 = () => {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  try {
    // Resolved and not spelled out: installed as a package, our dependencies may lie beside us.
    const pinned = dirname(require.resolve(`node-${os}-${process.arch}/package.json`, { paths: [root] }));
    const node = join(pinned, 'bin', os === 'win' ? 'node.exe' : 'node');
    if (existsSync(node)) return node;
  } catch {
    // No pinned Node.js for this system.
  }
  return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR_MIN ? process.execPath : undefined;
};
