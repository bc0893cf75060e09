'use strict';
// Finds the Node.js that Taizhang runs on: the one pinned in package.json, else this machine's own if it is new enough.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const NODE_MAJOR_MIN = 24;
const root = join(__dirname, '..');

/** Path of a Node.js >= 24, or undefined. */
exports.node24 = () => {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const pinned = join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin', os === 'win' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= NODE_MAJOR_MIN ? process.execPath : undefined;
};
