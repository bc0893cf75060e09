#!/usr/bin/env node
'use strict';
// `taizhang <command>`: installs and builds what is missing, then is the command line under Node.js 24.
const { join } = require('node:path');
const { build, install } = require('./prepare.cjs');
const { finish, run } = require('./child.cjs');

/** What Node says of its own SQLite, and of TLS to a server that is named by its address. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0123'];

async function main() {
  install();
  build();
  const program = join(__dirname, '..', 'dist', 'apps', 'cli', 'src', 'main.js');
  return run(['--enable-source-maps', ...QUIET, program, ...process.argv.slice(2)]);
}

finish(main());
