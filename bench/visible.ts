import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { answerOf, startTaizhang } from './child.ts';
import { projectId } from './generated-log.ts';
import { Caller } from './http.ts';
import { ledgerOf, ready } from './reads.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured, percentile } from './stats.ts';

const PASSES = 5;
const EVENTS_EACH = 12;
const AIM_MS = 20;

/** (e) From the answer to a command until the ledger shows it, idle and beside a rebuild. */
export async function visible(plan: Plan): Promise<Result[]> {
  const projects = plan.quick ? 1_000 : 10_000;
  const dataDir = await ledgerOf(plan.folder, projects, plan.say);
  plan.say(`(e) answered → visible, ${projects} projects`);
  const idle = await overHttp(dataDir, projects, plan.quick ? 60 : 200);
  plan.say('(e) the same while the next version of the view is built');
  const child = join(import.meta.dirname, 'visible-child.ts');
  const busy = await answerOf<{ p50: number; p99: number; commands: number }[]>(child, [
    dataDir,
    String(projects),
    String(PASSES),
  ]);
  const aim = { at: '≤', value: AIM_MS } as const;
  const times = measured(busy.map(({ p99 }) => p99));
  return [
    result({
      id: 'e',
      what: 'answered → visible, p99, over HTTP',
      unit: 'ms',
      value: idle.p99,
      aim,
      details: { 'p50 ms': round(idle.p50.median), asked: 'GET project-ledger page with ?after= of the answer' },
    }),
    result({
      id: 'e',
      what: 'answered → visible while a rebuild runs, p99',
      unit: 'ms',
      value: times,
      aim,
      details: {
        'p50 ms': round(measured(busy.map(({ p50 }) => p50)).median),
        'commands during rebuilds': busy.reduce((n, { commands }) => n + commands, 0),
        asked: 'executor and query in one process, projector in a thread',
      },
    }),
  ];
}

/** A command, then the ledger page that must show it. */
async function overHttp(dataDir: string, projects: number, times: number) {
  const server = await startTaizhang(dataDir);
  const caller = new Caller(server.address);
  const passes: { p50: number; p99: number }[] = [];
  try {
    await ready(caller, projects * EVENTS_EACH);
    for (let pass = 0; pass < PASSES; pass++) {
      const took: number[] = [];
      for (let n = 0; n < times; n++) took.push(await once(caller, projects, pass * times + n));
      took.sort((a, b) => a - b);
      passes.push({ p50: percentile(took, 50), p99: percentile(took, 99) });
    }
  } finally {
    caller.close();
    await server.stop();
  }
  return { p50: measured(passes.map(({ p50 }) => p50)), p99: measured(passes.map(({ p99 }) => p99)) };
}

async function once(caller: Caller, projects: number, n: number): Promise<number> {
  const id = projectId((n * 104_729) % projects);
  const name = `可见性基准${randomUUID().slice(0, 8)}`;
  const { after } = (await caller.post(`/api/projects/${id}/rename`, { name }, randomUUID())) as { after: string };
  const answered = performance.now();
  const path = `/api/projects?text=${encodeURIComponent(name)}&after=${encodeURIComponent(after)}`;
  const { items } = (await caller.get(path)) as { items: { id: string }[] };
  const took = performance.now() - answered;
  if (items[0]?.id !== id) throw new Error('the ledger does not show what was answered');
  return took;
}
