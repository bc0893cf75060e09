import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openViews, type ViewStatus } from '#database';
import { openEmbeddedStore } from '#event-store';
import { derivedId } from '#kernel';
import { Executor, projectSlice } from '#ledger';
import type { LedgerTables } from '#views';
import { projectId } from './generated-log.ts';
import { percentile } from './stats.ts';

// Commands one after the other while the next version of the ledger is built beside; answers JSON in its last line.

const [, , dataDir = '', projects = '', wanted = ''] = process.argv;
const MS_MAX = 60_000;
const logFile = join(dataDir, 'log.db');

interface Pass {
  readonly p50: number;
  readonly p99: number;
  readonly commands: number;
  /** Commands that became visible before the rebuild was done. */
  readonly meanwhile: number;
}

const store = await openEmbeddedStore({ file: logFile });
const executor = new Executor({ store, clock: Date.now, knows: () => Promise.resolve(true) });
const views = openViews({ database: { folder: dataDir }, storeId: store.storeId });
const passes: Pass[] = [];
await withProjector([1], (status) => until(() => live(status(), 1)));
for (let pass = 0; pass < Number(wanted); pass++) passes.push(await rebuildPass(pass + 1));
await views.close();
await store.close();
process.stdout.write(`${JSON.stringify(passes)}\n`);

/** From version `from` to the next one: how long each command took from its answer to the ledger of the served version. */
async function rebuildPass(from: number): Promise<Pass> {
  const took: number[] = [];
  await withProjector([from, from + 1], async (status) => {
    await until(() => status().length > 0);
    const switched = (): boolean => live(status(), from + 1);
    for (let n = 0; !switched() && n < 20_000; n++) took.push(await command(from, n));
    await until(switched);
  });
  const sorted = took.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 50), p99: percentile(sorted, 99), commands: took.length, meanwhile: took.length };
}

async function command(pass: number, n: number): Promise<number> {
  const id = projectId((n * 7919 + pass) % Number(projects));
  const fen = String(100_000_000 + pass * 10_000_000 + n);
  const commandId = derivedId('bench-visible', String(pass), String(n));
  const outcome = await executor.execute({
    slice: projectSlice,
    streamId: `project-${id}`,
    command: { type: 'ChangeTotalInvestment', data: { amount: { fen, currency: 'CNY' }, reason: '基准' } },
    commandId,
    actor: { id: 'local', role: 'coordinator' },
    source: { kind: 'api' },
    correlationId: commandId,
  });
  if (outcome.kind !== 'accepted')
    throw new Error(
      `not accepted: ${JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
    );
  const answered = performance.now();
  for (;;) {
    if (!(await views.waitFor('project-ledger', outcome.position, 100)) && performance.now() - answered > MS_MAX)
      throw new Error('never visible');
    const rows = await views
      .reader<LedgerTables>('project-ledger')
      .selectFrom('segments')
      .innerJoin('projects', 'projects.number', 'segments.number')
      .select('total_fen')
      .where('project_id', '=', id)
      .where('total_fen', '=', Number(fen))
      .limit(1)
      .execute();
    if (rows.length > 0) return performance.now() - answered;
    await turn();
  }
}

async function withProjector(
  versions: number[],
  work: (status: () => readonly ViewStatus[]) => Promise<void>,
): Promise<void> {
  const worker = new Worker(new URL('./projector-thread.ts', import.meta.url), {
    workerData: { dataDir, logFile, versions },
  });
  let status: readonly ViewStatus[] = [];
  worker.on('message', (latest: readonly ViewStatus[]) => (status = latest));
  const ended = once(worker, 'exit');
  await work(() => status);
  worker.postMessage('stop');
  await ended;
}

function live(status: readonly ViewStatus[], version: number): boolean {
  return status.some((one) => one.version === version && one.serving && one.state === 'live' && one.lag === 0);
}

async function until(done: () => boolean): Promise<void> {
  const end = performance.now() + MS_MAX * 3;
  while (!done()) {
    if (performance.now() > end) throw new Error('the projector did not get there');
    await turn();
  }
}
