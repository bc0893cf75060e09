import { InvalidArgumentError, type Command } from 'commander';
import { openLedger, placesOfCommand } from '../open-ledger.ts';
import { bilingual, CommandFailed, printJson, progressBar } from '../output.ts';
import { serveAndSay } from '../serve-command.ts';
import type { DemoResult } from './fill-demo.ts';

const SEED = 2018;
const SEED_MAX = 4_294_967_295;

const OCCUPIED = {
  zh: '数据目录里已有别的台账，没有生成演示数据',
  en: 'the data folder holds another ledger; no demonstration was put into it',
};

interface DemoFlags {
  readonly seed: number;
  readonly serve: boolean;
  readonly json?: boolean;
}

/** `taizhang demo`: an invented zone in an empty data folder, and the server on it. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description(
      bilingual({
        zh: '在空的数据目录里生成演示台账并启动',
        en: 'fill an empty data folder with an invented zone, and start',
      }),
    )
    .option('--seed <n>', bilingual({ zh: '种子：同一种子，同一台账', en: 'same seed, same ledger' }), seedOf, SEED)
    .option('--no-serve', bilingual({ zh: '只生成，不启动服务', en: 'do not start the server' }))
    .option('--json', bilingual({ zh: '只生成，结果为 JSON', en: 'do not start; print the result as JSON' }))
    .action(async (flags: DemoFlags) => {
      const result = await fill(flags);
      // Who only wants the demonstration has not got it; who also wants a server still gets one on what is there.
      if (result.outcome === 'occupied' && (flags.json || !flags.serve))
        throw new CommandFailed('FolderOccupied', OCCUPIED);
      if (flags.json) return printJson(result);
      process.stderr.write(`${bilingual(said(result))}\n`);
      if (!flags.serve) return;
      await serveAndSay();
    });
}

async function fill({ seed, json }: DemoFlags): Promise<DemoResult & { readonly seed: number }> {
  const { fillDemo } = await import('./fill-demo.ts'); // loaded here, so that other commands do not wait for it
  const places = placesOfCommand();
  const ledger = await openLedger(places);
  const bar = progressBar('demo');
  try {
    const progress = (done: number, of: number): void => (json ? undefined : bar.draw(done, of));
    return {
      seed,
      ...(await fillDemo(
        { store: ledger.store, people: ledger.registry.people },
        { seed, clock: Date.now, keepsOrder: places.eventStore === undefined, progress },
      )),
    };
  } finally {
    bar.end();
    await ledger.close();
  }
}

function said({ outcome, orders }: DemoResult): { zh: string; en: string } {
  if (outcome === 'filled')
    return { zh: `演示台账已生成，共 ${orders} 条填报`, en: `the demonstration is there: ${orders} reports` };
  if (outcome === 'complete') return { zh: '演示台账已经在', en: 'the demonstration is there already' };
  return OCCUPIED;
}

function seedOf(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= SEED_MAX) return seed;
  throw new InvalidArgumentError(`0–${SEED_MAX}`);
}
