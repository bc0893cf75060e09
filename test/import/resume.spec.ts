import { join } from 'node:path';
import fc from 'fast-check';
import { openEmbeddedStore } from '#event-store';
import { changesFolder } from './changes-set.ts';
import { taizhang } from './command-line.ts';
import { inventedSet, listCsv, monthsCsv } from './invented-set.ts';
import { eventsIn, folderWith, identityOf, remove } from './ledger.ts';
import { describeRealLedger, REAL_SET, REAL_SET_2020, SHARED_DATA } from './real-ledger.ts';

const PROJECTS = 24;
const MONTHS = ['03', '04', '05', '06', '07', '08'];
const STATES = ['未开,,', '未开,2020-09,', '未开,2020-11,', '在建,,', '在建,2020-02,', '建成,2020-01,2020-03'];

/** A ledger that changes its mind often, so that later rows mend what earlier ones said. The same numbers, the same rows. */
function wavering(choices: readonly number[]) {
  const list = Array.from(
    { length: PROJECTS },
    (_, i) => `${i},第${i}厂,扩建,1,2020,P${i % 7}/P${i % 5},,第${i % 4}局,`,
  );
  const months = list.flatMap((_, i) =>
    MONTHS.map((month, k) => {
      const state = STATES[(choices[(i * MONTHS.length + k) % choices.length] as number) % STATES.length];
      return `${i},2020-${month}-${String((i % 27) + 1).padStart(2, '0')} 0${i % 10}:00:00,2020-${month},${state},${i},第${k}次`;
    }),
  );
  return inventedSet({ list: listCsv(...list), months: monthsCsv(...months) });
}

/** Kills an import once the log has so many events, or lets it end before. */
async function killedAt(count: number, args: readonly string[], dataDir: string): Promise<void> {
  const store = await openEmbeddedStore({ file: join(dataDir, 'log.db') });
  const watching = new AbortController();
  const run = taizhang(args, dataDir);
  void run.ended.then(() => watching.abort());
  let seen = 0;
  try {
    for await (const message of store.subscribe({ signal: watching.signal })) {
      if (message.kind === 'event' && ++seen >= count) break;
    }
  } catch (error) {
    if (!watching.signal.aborted) throw error;
  }
  run.kill();
  await run.ended;
  await store.close();
}

async function survivesKills(args: readonly string[], kills: readonly number[]): Promise<void> {
  const undisturbed = folderWith();
  const killed = folderWith();
  try {
    const whole = await taizhang([...args, '--json'], undisturbed).ended;
    expect(whole.code).toBe(0);
    const expected = (await eventsIn(undisturbed)).map(identityOf);
    for (const part of kills) {
      await killedAt(Math.max(1, Math.floor((expected.length * part) / 1000)), args, killed);
      const found = (await eventsIn(killed)).map(identityOf);
      expect(found).toEqual(expected.slice(0, found.length));
    }
    const last = await taizhang([...args, '--json'], killed).ended;
    expect(last.code).toBe(0);
    expect((await eventsIn(killed)).map(identityOf)).toEqual(expected);
  } finally {
    remove(undisturbed);
    remove(killed);
  }
}

/** Where to kill, in thousandths of the log, in ascending order. */
const kills = fc
  .array(fc.integer({ min: 1, max: 990 }), { minLength: 1, maxLength: 3 })
  .map((at) => at.toSorted((a, b) => a - b));
const choices = fc.array(fc.nat({ max: 1000 }), { minLength: 50, maxLength: 50 });

it('ends with the same events in the same order, wherever it is killed and run again', async () => {
  await fc.assert(
    fc.asyncProperty(choices, kills, async (chosen, at) => {
      const data = folderWith(wavering(chosen));
      try {
        await survivesKills(['import', 'set', join(data, 'set.json'), '--data', data], at);
      } finally {
        remove(data);
      }
    }),
    { numRuns: 3, seed: 20181001, endOnFailure: true },
  );
}, 600_000);

it('ends so with notes too, which register projects, rename units and say things twice', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const day = `2020-05-${String((i % 20) + 1).padStart(2, '0')}`;
    const notes = [
      `${i}-${i + 2}号增加水局(${i})`,
      `${i}-${i + 2}号由水局代办`,
      `${i}号改为${i}万`,
      `第${i}局更名为新${i}局`,
    ];
    return `${day},${day},${notes[i % 4]}`;
  });
  const data = changesFolder({ rows });
  try {
    await survivesKills(['import', 'set', join(data, 'set.json'), '--data', data], [150, 600]);
  } finally {
    remove(data);
  }
}, 600_000);

describeRealLedger('the import of the real ledger', () => {
  it.each([
    ['of 2018', REAL_SET],
    ['of 2020', REAL_SET_2020],
  ])(
    '%s ends with the same events in the same order, wherever it is killed and run again',
    async (_, set) => {
      await fc.assert(
        fc.asyncProperty(kills, (at) => survivesKills(['import', 'set', set, '--data', SHARED_DATA], at)),
        { numRuns: 1, seed: 655, endOnFailure: true },
      );
    },
    600_000,
  );
});
