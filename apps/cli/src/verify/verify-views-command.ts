import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Verdict } from '#database';
import { openLogToRead, placesOfCommand } from '../open-ledger.ts';
import { bilingual, CommandFailed, DONE, FAILED, printJson, WRONG_USAGE } from '../output.ts';
import { jsonOf, teller, textOf } from './say-verdict.ts';

export interface VerifyFlags {
  /** Names of views; all where it is absent. */
  readonly view?: readonly string[];
  readonly json?: boolean;
}

const DIFFERENT = {
  zh: '有视图与日志不符：请停下服务，运行 taizhang rebuild，再启动，视图由日志重建',
  en: 'some views are not what follows from the log: stop the server, run `taizhang rebuild`, and start it again; it builds them anew',
};
const NOT_COMPARED = {
  zh: '有视图未能核对，原因见上',
  en: 'some views were not compared, for the reasons above',
};
const EQUAL = { zh: '全部一致', en: 'all equal' };
const STOPPED = { zh: '已停下，没有核对完', en: 'stopped before everything was compared' };

/** Sets the exit code 1 unless every view that was asked for is equal. Throws CommandFailed and StartFailure. */
export async function verifyViewsCommand({ view: names, json = false }: VerifyFlags): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const [{ SEQUENCE, verifyViews }, { VIEWS }] = await Promise.all([import('#database'), import('#views')]);
  const known = [SEQUENCE, ...VIEWS.map(({ name }) => name)];
  const asked = names ?? known;
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length) throw noSuchView(unknown, known);
  const places = placesOfCommand();
  const { dataDir } = places;
  const store = await openLogToRead(places);
  if (!store) {
    throw new CommandFailed('NoSuchLedger', { zh: `${dataDir} 中没有台账`, en: `there is no ledger in ${dataDir}` });
  }
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const { told, end } = teller();
  try {
    const verdicts: Verdict[] = [];
    const found = verifyViews({
      store,
      // Files lie where there is room for them once more.
      ...(places.database === undefined
        ? { database: { folder: dataDir }, sideIn: resolve(dataDir) }
        : { database: { url: places.database }, sideIn: tmpdir() }),
      views: VIEWS.filter(({ name }) => asked.includes(name)),
      sequence: asked.includes(SEQUENCE),
      signal: stopping.signal,
      ...(!json && { onProgress: told }),
    });
    for await (const verdict of found) {
      end();
      verdicts.push(verdict);
      if (!json) process.stdout.write(`${textOf(verdict)}\n`);
    }
    tell(verdicts, json);
  } catch (error) {
    throw stopping.signal.aborted ? new CommandFailed('VerifyStopped', STOPPED) : error;
  } finally {
    end();
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await store.close();
  }
}

function tell(verdicts: readonly Verdict[], json: boolean): void {
  const has = (outcome: Verdict['outcome']) => verdicts.some((verdict) => verdict.outcome === outcome);
  const equal = !has('different') && !has('not-compared');
  process.exitCode = equal ? DONE : FAILED;
  if (json) return printJson({ equal, views: verdicts.map(jsonOf) });
  if (equal) process.stdout.write(`${bilingual(EQUAL)}\n`);
  if (has('different')) process.stderr.write(`${bilingual(DIFFERENT)} [ViewsDiffer]\n`);
  else if (!equal) process.stderr.write(`${bilingual(NOT_COMPARED)} [ViewsNotCompared]\n`);
}

function noSuchView(unknown: readonly string[], known: readonly string[]): CommandFailed {
  const [given, list] = [unknown.join(', '), known.join(', ')];
  const texts = { zh: `没有视图 ${given}；有：${list}`, en: `there is no view ${given}; there are: ${list}` };
  return new CommandFailed('WrongUsage', texts, WRONG_USAGE);
}
