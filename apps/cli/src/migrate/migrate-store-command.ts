import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { CopyProgress, CopyProof, LogPlace } from '#event-store';
import { bilingual, CommandFailed, printJson, progressBar } from '../output.ts';
import { migrationFailure, wrongPlace } from './migration-failure.ts';

interface Options {
  readonly from: LogPlace;
  readonly to: LogPlace;
  readonly json?: boolean;
}

const PHASES: Readonly<Record<CopyProgress['phase'], string>> = {
  comparing: '核对已有 compare',
  copying: '复制 copy',
  verifying: '验证 verify',
};
/** Where nobody watches a bar, a line says now and then how far it is. */
const LINE_MS = 10_000;

/** `taizhang migrate-store --from <file | esdb url> --to <file | esdb url> [--json]` */
export function addMigrateStore(program: Command): void {
  program
    .command('migrate-store')
    .description(
      bilingual({
        zh: '把事件日志整个复制到另一处并核对，可中断后继续',
        en: 'copy the whole event log to another place and verify it; may be stopped and resumed',
      }),
    )
    .requiredOption('--from <log>', bilingual({ zh: '来源：文件或 esdb://', en: 'source: a file or esdb://' }), placeOf)
    .requiredOption('--to <log>', bilingual({ zh: '去处：文件或 esdb://', en: 'target: a file or esdb://' }), placeOf)
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action((options: Options) => run(options));
}

function placeOf(text: string): LogPlace {
  return /^[a-z][a-z+]*:\/\//i.test(text) ? { url: text } : { file: text };
}

async function run({ from, to, json = false }: Options): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const { copyLog, CopyStopped, openCopyTarget, openEventStore, serverUrlFault } = await import('#event-store');
  for (const [option, place] of [['--from', from] as const, ['--to', to] as const]) {
    const fault = 'url' in place ? serverUrlFault(place.url) : undefined;
    if (fault !== undefined) throw wrongPlace(option, fault);
  }
  if ('file' in from && !existsSync(from.file)) {
    throw new CommandFailed('NoSuchLog', { zh: `没有日志文件 ${from.file}`, en: `there is no log ${from.file}` });
  }
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const source = await openEventStore(from, { readOnly: true }).catch((error: unknown) => {
    throw migrationFailure(error);
  });
  try {
    const target = await openCopyTarget(to);
    try {
      const proof = await copyLog({ source, target, onProgress: teller(json), signal: stopping.signal });
      tell(proof, json);
    } finally {
      await target.close();
    }
  } catch (error) {
    if (!(error instanceof CopyStopped)) throw migrationFailure(error);
    throw new CommandFailed('CopyStopped', {
      zh: '已停下；再运行同一条命令即可继续',
      en: 'stopped; the same command goes on from here',
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await source.close();
  }
}

function tell(proof: CopyProof, json: boolean): void {
  if (json) return printJson(proof);
  const { events, streams, digest } = proof;
  const said = {
    zh: `已复制并核对：${events} 个事件，${streams} 个流，摘要 ${digest}`,
    en: `copied and verified: ${events} events in ${streams} streams, digest ${digest}`,
  };
  process.stdout.write(`${bilingual(said)}\n`);
}

/** Draws a bar for each phase, or says a line now and then where nobody watches. */
function teller(json: boolean): (progress: CopyProgress) => void {
  let phase: CopyProgress['phase'] | undefined;
  let bar = progressBar('');
  let saidAt = performance.now();
  return (progress) => {
    const { position, end, events } = progress;
    if (progress.phase !== phase) {
      bar.end();
      phase = progress.phase;
      bar = progressBar(PHASES[phase]);
    }
    bar.draw(Number(position), Number(end));
    if (json || process.stderr.isTTY || performance.now() - saidAt < LINE_MS) return;
    saidAt = performance.now();
    const percent = end === 0n ? 100 : Number((position * 100n) / end);
    process.stderr.write(`${PHASES[progress.phase]}: ${events}, ${percent}%\n`);
  };
}
