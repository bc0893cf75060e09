'use strict';
// Runs the program in a Node.js >= 24 and lets it answer for itself: its signals, its output, its exit code.
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const { Failure } = require('./prepare.cjs');
const { node24 } = require('./node24.cjs');

/** A terminal signals the whole group and npm passes the signal on: one Ctrl-C comes two or three times. */
const REPEAT_MS = 1_000;
/** What a terminal's own Ctrl-C has not ended by then was meant for this process alone, and is passed on. */
const TERMINAL_MS = 1_500;
/** npm ends its shell with SIGTERM and leaves what runs in it behind: then nobody would ever end the server. */
const ORPHAN_LOOK_MS = 250;

/** Resolves with the exit code. Throws Failure where no Node.js >= 24 is to be had. */
exports.run = (args, options = {}) => {
  const node = node24();
  if (!node) {
    throw new Failure(
      `没有可用的 Node.js 24（当前 ${process.version}，npm 也没有为 ${process.platform}-${process.arch} 装上）/ ` +
        `no Node.js >= 24: this is ${process.version}, and npm has none installed for ${process.platform}-${process.arch}`,
    );
  }
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit', ...options });
    const passed = new Map();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        const now = Date.now();
        if (now - (passed.get(signal) ?? -Infinity) < REPEAT_MS) return;
        passed.set(signal, now);
        const fromTerminal =
          signal === 'SIGINT' && [process.stdin, process.stdout, process.stderr].some((s) => s.isTTY);
        if (fromTerminal) setTimeout(() => child.kill(signal), TERMINAL_MS).unref();
        else child.kill(signal);
      });
    }
    if (process.env.npm_lifecycle_event !== undefined) {
      const parent = process.ppid;
      setInterval(() => process.ppid === parent || child.kill('SIGTERM'), ORPHAN_LOOK_MS).unref();
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
};

/** The end of every script: an exit code, and one line for a failure that has an explanation. */
exports.finish = (promise) => {
  promise.then(
    (code) => (process.exitCode = code),
    (error) => {
      process.stderr.write(`${error instanceof Failure ? error.message : error.stack}\n`);
      process.exitCode = 1;
    },
  );
};
