import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedStore } from '#event-store';
import { answerOf } from './child.ts';
import { writeLog } from './generated-log.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured } from './stats.ts';

const RUNS = 5;
const EVENTS_EACH = 50;
const AIM = 0.6;
/** "Flat": three times the events, no more than this times the memory. */
const FLAT = 1.25;

interface Took {
  readonly ms: number;
  readonly rssMiB: number;
}

/** (c) The view engine against a program written for one view and one log. */
export async function rebuilds({ quick, folder, say }: Plan): Promise<Result[]> {
  const projects = quick ? 1_000 : 20_000;
  const dataDir = join(folder, 'rebuild');
  mkdirSync(dataDir);
  const child = (mode: 'rebuild' | 'baseline'): Promise<Took> =>
    answerOf<Took>(join(import.meta.dirname, 'rebuild-child.ts'), [mode, dataDir]);
  say(`(c) ${projects} × ${EVENTS_EACH} events: writing the log`);
  await grow(dataDir, 0, projects);
  const first = await child('rebuild'); // numbers the events too, which a rebuild finds done
  say(`(c) first build with numbering ${round(first.ms / 1000, 1)} s; ${RUNS} rebuilds and ${RUNS} by hand`);
  const ours: Took[] = [];
  const hand: Took[] = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await child('rebuild'));
    hand.push(await child('baseline'));
  }
  const speed = measured(hand.map(({ ms }, i) => ms / (ours[i] as Took).ms));
  const [a, b] = [measured(ours.map(({ ms }) => ms)), measured(hand.map(({ ms }) => ms))];
  say(`(c) ${3 * projects} × ${EVENTS_EACH} events, for the memory`);
  await grow(dataDir, projects, 3 * projects);
  const large = await child('rebuild');
  const small = measured(ours.map(({ rssMiB }) => rssMiB));
  const events = projects * EVENTS_EACH;
  const details = {
    events,
    'rebuild s': round(a.median / 1000),
    'by hand s': round(b.median / 1000),
    'events/s': round(events / (a.median / 1000), 0),
    'log MB': round(statSync(join(dataDir, 'log.db')).size / 1e6, 0),
  };
  const growth = {
    median: large.rssMiB / small.median,
    min: large.rssMiB / small.max,
    max: large.rssMiB / small.min,
    runs: 1,
  };
  const memory = {
    [`RSS MiB at ${events}`]: round(small.median, 0),
    [`RSS MiB at ${3 * events}`]: round(large.rssMiB, 0),
  };
  return [
    result({
      id: 'c',
      what: 'by hand ÷ rebuild of project-ledger',
      unit: '',
      value: { ...speed, median: b.median / a.median },
      aim: { at: '≥', value: AIM },
      details,
    }),
    result({
      id: 'c',
      what: 'resident memory, three times the events ÷ once',
      unit: '',
      value: growth,
      aim: { at: '≤', value: FLAT },
      details: memory,
    }),
  ];
}

async function grow(dataDir: string, from: number, projects: number): Promise<void> {
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db') });
  await writeLog(store, { projects, eventsEach: EVENTS_EACH, from });
  await store.close();
}
