#!/usr/bin/env node
'use strict';
// `taizhang <command>`: installs and builds what is missing, then is the command line under Node.js 24.
const { join } = require('node:path');
const { build, install } = require('./prepare.cjs');
const { finish, run } = require('./child.cjs');

async function main() {
  install();
  build();
  const program = join(__dirname, '..', 'dist', 'apps', 'cli', 'src', 'main.js');
  return run(['--enable-source-maps', '--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)]);
}

finish(main());
