import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openEmbeddedStore } from '#event-store';
import { answerOf, root } from './child.ts';
import { writeLog } from './generated-log.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured } from './stats.ts';

const RUNS = 5;
const EVENTS_EACH = 50;
const AIM = 0.6;

interface TestPostgres {
  readonly startPostgres: () => Promise<{ url: string; stop(): Promise<unknown> } | undefined>;
}

/** (h) The view engine on PostgreSQL against a loader written for one view and one log. */
export async function rebuildsOnPostgres({ quick, folder, say }: Plan): Promise<Result[]> {
  const named = process.env['TEST_POSTGRES_URL'];
  const { startPostgres } = createRequire(import.meta.url)(join(root, 'scripts', 'test-postgres.cjs')) as TestPostgres;
  const server = named === undefined ? await startPostgres() : undefined;
  const url = named ?? server?.url;
  if (url === undefined) {
    say('(h) skipped: no PostgreSQL; set TEST_POSTGRES_URL or install a server');
    return [];
  }
  try {
    const projects = quick ? 1_000 : 20_000;
    const log = join(folder, 'rebuild-postgres');
    mkdirSync(log);
    const child = async (mode: 'rebuild' | 'baseline'): Promise<number> =>
      (await answerOf<{ ms: number }>(join(import.meta.dirname, 'rebuild-postgres-child.ts'), [mode, log, url])).ms;
    say(`(h) ${projects} × ${EVENTS_EACH} events: writing the log`);
    const store = await openEmbeddedStore({ file: join(log, 'log.db') });
    await writeLog(store, { projects, eventsEach: EVENTS_EACH });
    await store.close();
    const first = await child('rebuild'); // numbers the events too, which a rebuild finds done
    say(`(h) first build with numbering ${round(first / 1000, 1)} s; ${RUNS} rebuilds and ${RUNS} by hand`);
    const ours: number[] = [];
    const hand: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      ours.push(await child('rebuild'));
      hand.push(await child('baseline'));
    }
    const speed = measured(hand.map((ms, i) => ms / (ours[i] as number)));
    const [a, b] = [measured(ours), measured(hand)];
    const events = projects * EVENTS_EACH;
    return [
      result({
        id: 'h',
        what: 'loader by hand (COPY) ÷ rebuild of project-ledger, on PostgreSQL',
        unit: '',
        value: { ...speed, median: b.median / a.median },
        aim: { at: '≥', value: AIM },
        details: {
          events,
          'rebuild s': round(a.median / 1000),
          'by hand s': round(b.median / 1000),
          'events/s': round(events / (a.median / 1000), 0),
          server: named === undefined ? 'a private server, fsync=off' : 'the server of TEST_POSTGRES_URL',
        },
      }),
    ];
  } finally {
    await server?.stop();
  }
}
