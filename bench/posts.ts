import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore } from '#event-store';
import { startProcess, startTaizhang } from './child.ts';
import { projectId, writeLog } from './generated-log.ts';
import { Caller } from './http.ts';
import { ready } from './reads.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { inTurn } from './stats.ts';

const CALLERS = 256;
const RUNS = 5;
const PROJECTS = 4_096;
const EVENTS_EACH = 12;
const AIM = 0.6;
/** Months that can be reported, so that no report is one that was there before. */
const MONTHS = 12 * 100;

/** (b) What a command costs beside the bare minimum: validation, idempotency, decision, metadata, projection meanwhile. */
export async function posts({ quick, folder, say }: Plan): Promise<Result[]> {
  const seconds = quick ? 2 : 6;
  const dataDir = join(folder, 'posts');
  mkdirSync(dataDir);
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db') });
  await writeLog(store, { projects: PROJECTS, eventsEach: EVENTS_EACH });
  await store.close();
  say(`(b) ${CALLERS} concurrent callers, ${seconds} s a run`);
  const taizhang = await startTaizhang(dataDir);
  const bare = await startProcess(join(import.meta.dirname, 'bare-server.ts'), [join(folder, 'bare.db')], {});
  const caller = new Caller(taizhang.address);
  await ready(caller, PROJECTS * EVENTS_EACH);
  caller.close();
  let n = 0;
  try {
    const { ours, other, ratio } = await inTurn(
      RUNS,
      () => fire(taizhang.address, seconds, () => report(n++)),
      () => fire(bare.address, seconds, () => ({ ...report(n++), path: '/bare' })),
    );
    const details = {
      command: 'report-investment on 4 096 projects, each request with its own Idempotency-Key',
      'commands/s': round(ours.median, 0),
      'bare posts/s': round(other.median, 0),
      generator: 'autocannon in one process; server, its threads and autocannon share the cores named below',
    };
    const what = 'POST of a command ÷ bare route that appends one row';
    return [result({ id: 'b', what, unit: '', value: ratio, aim: { at: '≥', value: AIM }, details })];
  } finally {
    await taizhang.stop();
    await bare.stop();
  }
}

/** The n-th report: another project each time, and another month once all have had theirs. */
function report(n: number): { path: string; body: string } {
  const month = Math.floor(n / PROJECTS) % MONTHS;
  const period = `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  const body = JSON.stringify({ period, inPeriod: { fen: String(1_000_000 + (n % 977)), currency: 'CNY' } });
  return { path: `/api/projects/${projectId(n % PROJECTS)}/report-investment`, body };
}

/** Answered posts a second. Throws unless every answer is a 201: a benchmark of refusals says nothing. */
async function fire(url: string, duration: number, next: () => { path: string; body: string }): Promise<number> {
  const outcome = await autocannon({
    url,
    duration,
    connections: CALLERS,
    method: 'POST',
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          ...next(),
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        }),
      },
    ],
  });
  const bad = outcome.non2xx + outcome.errors + outcome.timeouts;
  if (bad > 0)
    throw new Error(
      `${bad} of ${outcome.requests.total} posts to ${url} were not taken: ${JSON.stringify(outcome.statusCodeStats)}`,
    );
  return outcome['2xx'] / outcome.duration;
}
