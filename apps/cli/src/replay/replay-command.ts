import { existsSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { EventStore } from '#event-store';
import type { ProjectEvent } from '#ledger';
import type { Registry } from '#registry';
import type { KnownHistory, ReplayOrder } from '#views';
import type { Places } from '../../../server/src/places.ts';
import { aPoint } from '../arguments.ts';
import { openLogToRead, placesOfCommand } from '../open-ledger.ts';
import { bilingual, CommandFailed, printJson } from '../output.ts';
import { PROJECT, projectNamed, projectNotFound } from '../project-named.ts';
import type { LastKnown } from './numbered.ts';

interface Options {
  readonly by: ReplayOrder;
  readonly knownAt?: string;
  readonly json?: boolean;
}

/** `taizhang replay project <id or code>`: steps through the events of a project, read from the log itself. */
export function addReplay(program: Command): void {
  const group = program
    .command('replay')
    .description(bilingual({ zh: '逐个事件回放', en: 'step through what happened, event by event' }));
  group
    .command('project')
    .argument('<project>', PROJECT)
    .description(
      bilingual({
        zh: '一个项目的每个事件：何时发生、填报、入账，谁经手，说了什么，改变了什么',
        en: 'every event of a project: when it happened, was filed and recorded, by whom, what it said and changed',
      }),
    )
    .addOption(
      new Option('--by <order>', bilingual({ zh: '按入账或按填报次序', en: 'in the order of recording, or of filing' }))
        .choices(['recorded', 'filed'])
        .default('recorded'),
    )
    .option(
      '--known-at <point>',
      bilingual({
        zh: '只回放到此时所知：事件序号、带时区的时刻，或一天（当日结束）',
        en: 'only what was known then: the seq of an event, an instant with its offset, or a day (its end)',
      }),
      aPoint,
    )
    .option('--json', bilingual({ zh: '结果为一份 JSON', en: 'print the result as one JSON document' }))
    .action((project: string, options: Options) => run(project, options));
}

async function run(project: string, { by, knownAt, json = false }: Options): Promise<void> {
  // Loaded here, so that other commands do not wait for it.
  const { FILED_NOTE, stepsOf } = await import('#views');
  const places = placesOfCommand();
  const store = await openLogToRead(places);
  if (!store) {
    const { dataDir } = places;
    throw new CommandFailed('NoSuchLedger', {
      zh: `${dataDir} 中没有台账`,
      en: `there is no ledger in ${dataDir}`,
    });
  }
  let texts: string[][];
  try {
    const { history, last } = await known(store, places, { project, knownAt });
    const steps = stepsOf(history, { order: by }, history.events.length);
    if (json) {
      const note = by === 'filed' ? { note: FILED_NOTE } : {};
      printJson({ id: history.id, by, ...note, asOf: last, total: steps.length, items: steps });
      return;
    }
    const { namesIn } = await import('./names.ts');
    const { stepText } = await import('./step-text.ts');
    const nameOf = await withPeople(places, (registry) => namesIn(history.events, store, registry));
    texts = steps.map((step) => stepText(step, steps.length, nameOf));
    if (by === 'filed') texts[0]?.unshift(bilingual(FILED_NOTE));
  } finally {
    await store.close();
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    process.stdout.write(`${texts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
    return;
  }
  const { page } = await import('./pager.ts');
  await page(texts, { input: process.stdin, output: process.stdout });
}

/** The events of a project as far as they were known. Throws CommandFailed where there is no such project, or was none then. */
async function known(
  store: EventStore,
  places: Places,
  { project, knownAt }: { readonly project: string; readonly knownAt: string | undefined },
): Promise<{ readonly history: KnownHistory; readonly last: LastKnown }> {
  const [{ eventsOf }, { numbered }, { projectStream }] = await Promise.all([
    import('./names.ts'),
    import('./numbered.ts'),
    import('#ledger'),
  ]);
  const end = await store.readLast();
  const id = await projectNamed(store, project);
  const stored = await eventsOf<ProjectEvent>(store, projectStream(id));
  if (end === undefined || stored.length === 0) throw projectNotFound(project);
  const seen = stored.filter(({ position }) => position <= end.position);
  const positions = seen.map(({ position }) => position);
  const { seqs, last } = await numbered(store, places, { positions, end: end.position, knownAt });
  const all = seen.map((event, i) => ({ ...event, seq: seqs[i] as number }));
  const events = all.filter(({ seq }) => seq <= last.seq);
  const [first] = all;
  if (!first || events.length === 0) {
    throw new CommandFailed('ProjectNotKnownYet', {
      zh: `截至第 ${last.seq} 个事件还没有项目 ${project}：它的第一个事件是第 ${first?.seq ?? 0} 个`,
      en: `up to event ${last.seq} there was no project ${project}: its first event is ${first?.seq ?? 0}`,
    });
  }
  return { history: { id, number: first.seq, events }, last };
}

/** People are in the registry, which may be elsewhere or not there at all: then their ids are shown. */
async function withPeople<T>(
  { database, dataDir }: Places,
  run: (registry: Pick<Registry, 'people'> | undefined) => Promise<T>,
): Promise<T> {
  if (database === undefined && !existsSync(dataDir)) return run(undefined);
  const { openRegistry } = await import('#registry');
  const registry = await openRegistry({
    database: database === undefined ? { folder: dataDir } : { url: database },
    clock: Date.now,
  });
  try {
    return await run(registry);
  } finally {
    await registry.close();
  }
}
