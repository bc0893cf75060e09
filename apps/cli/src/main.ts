import { Command, CommanderError } from 'commander';
import 'reflect-metadata';
import { startFailureOf } from '../../server/src/start-failure.ts';
import { ownVersion } from '../../server/src/own-version.ts';
import { addCompare } from './ask/compare-command.ts';
import { addFindings } from './ask/findings-command.ts';
import { addLeaders } from './ask/leaders-command.ts';
import { addSeries } from './ask/series-command.ts';
import { addUnits } from './ask/units-command.ts';
import { addBackup } from './backup/backup-command.ts';
import { addRestore } from './backup/restore-command.ts';
import { addDemo } from './demo/demo-command.ts';
import { addExport } from './export-command.ts';
import { addImport } from './import/import-command.ts';
import { addMigrateDatabase } from './migrate/migrate-database-command.ts';
import { addMigrateStore } from './migrate/migrate-store-command.ts';
import { bilingual, CommandFailed, DONE, FAILED, printJson, WRONG_USAGE } from './output.ts';
import { addRebuild } from './rebuild-command.ts';
import { addReplay } from './replay/replay-command.ts';
import { addServe } from './serve-command.ts';
import { addVerify } from './verify/verify-command.ts';
import { wrongUsage } from './wrong-usage.ts';

/** Of a group without a command; the help itself says what there is. */
const HELP = 'commander.help';

/** `taizhang <command>`. Exit codes: 0 done, 1 failed, 2 wrong usage. */
const program = new Command('taizhang')
  .version(ownVersion())
  .description(bilingual({ zh: '投资项目台账', en: 'the ledger a development zone can be held to' }))
  .exitOverride()
  // What is wrong is said in both languages, below; help that was not asked for is left.
  .configureOutput({
    outputError: () => undefined,
    writeErr: (text) => (json ? undefined : process.stderr.write(text)),
  });

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const json = process.argv.includes('--json');
addServe(program);
addDemo(program);
addImport(program);
addExport(program);
addRebuild(program);
addReplay(program);
addCompare(program);
addFindings(program);
addLeaders(program);
addUnits(program);
addSeries(program);
addVerify(program);
addBackup(program);
addRestore(program);
addMigrateStore(program);
addMigrateDatabase(program);
for (const command of program.commands.flatMap((one) => [one, ...one.commands])) {
  command.exitOverride().configureOutput(program.configureOutput());
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = ended(error);
}

function ended(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === DONE) return DONE;
    if (json || error.code !== HELP) say(new CommandFailed('WrongUsage', wrongUsage(error), WRONG_USAGE));
    return WRONG_USAGE;
  }
  if (!(error instanceof Error)) throw error;
  const failed = error instanceof CommandFailed ? error : failureOf(error);
  say(failed);
  return failed.exitCode;
}

/** What the libraries threw, in the words that `serve` has for it. */
function failureOf(error: Error): CommandFailed {
  const { code, messages } = startFailureOf(error, { dataDir: process.env['DATA_DIR'] || './data', address: '' });
  return new CommandFailed(code, messages, FAILED);
}

function say({ code, messages }: CommandFailed): void {
  if (json) printJson({ error: { code, messages } });
  else process.stderr.write(`${bilingual(messages)} [${code}]\n`);
}
