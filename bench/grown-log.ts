import { openEmbeddedStore } from '#event-store';
import { derivedId, yuan, type CommandMetadata, type Event, type JsonObject, type NewEvent } from '#kernel';
import { leaderId, nameOf, projectId, zoneId } from './generated-log.ts';

/** Months that the log grows over, from January of this year. */
export const FIRST_YEAR = 2021;
export const MONTHS = 60;
/** Turns of a project beside its registration: each is told once, and closes a row and opens two. */
const TURNS = 10;
const UNDERWAY_MAX = 512;
const ZONES = 12;
const DAY_MS = 86_400_000;
const START = Date.UTC(FIRST_YEAR, 0, 1);
const MONTH_MS = (5 * 365 * DAY_MS) / MONTHS;

/** Small changes between one number and the next: the same log each time. */
const mixed = (n: number): number => (Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 8) & 0xffff;

/**
 * A log as it comes about: projects are entered over four of five years, and each is told of again and again until the
 * end, all of them side by side; the clock goes on with the log. Answers how many events there are.
 */
export async function writeGrownLog(file: string, projects: number): Promise<number> {
  let now = START;
  let events = 0;
  const store = await openEmbeddedStore({ file, clock: () => now });
  const underway = new Set<Promise<unknown>>();
  const append = async (stream: string, told: readonly Event[], revision: number): Promise<void> => {
    const stored = told.map((event, i) => newEvent(stream, revision + 1 + i, event, now));
    const appended = store
      .append(stream, stored, revision < 0 ? 'none' : BigInt(revision))
      .finally(() => underway.delete(appended));
    events += told.length;
    underway.add(appended);
    if (underway.size >= UNDERWAY_MAX) await Promise.race(underway);
  };
  for (let n = 0; n < ZONES; n++) await append(`zone-${zoneId(n)}`, [zone(n)], -1);
  for (let month = 0; month < MONTHS; month++) {
    for (let i = 0; i < projects; i++) {
      // Not in the order of their numbers: what is told of a project stands anywhere in the month.
      const n = (i * 7_919 + month * 104_729) % projects;
      now = Math.round(START + (month + i / projects) * MONTH_MS);
      const { told, revision } = toldIn(n, month);
      if (told.length > 0) await append(`project-${projectId(n)}`, told, revision);
    }
    // No two appends to a stream are under way at a time.
    await Promise.all(underway);
  }
  await store.close();
  return events;
}

function zone(n: number): Event {
  const data = {
    name: `示例${n + 1}区`,
    level: 'provincial',
    kind: 'economic',
    hostCounty: '示例县',
    from: '2013-01-01',
  };
  return { type: 'ZoneDefined', data };
}

/** What is told of a project in a month, and the revision before it. */
function toldIn(n: number, month: number): { readonly told: Event[]; readonly revision: number } {
  const begin = mixed(n) % (MONTHS * 0.8);
  if (month < begin) return { told: [], revision: -1 };
  const due = (by: number): number => Math.floor(((by - begin + 1) / (MONTHS - begin)) * TURNS);
  const done = month === begin ? 0 : due(month - 1);
  const told = month === begin ? registration(n, month) : [];
  for (let turn = done; turn < due(month); turn++) told.push(turnOf(n, turn, month));
  return { told, revision: month === begin ? -1 : 1 + done };
}

function dayIn(month: number, day: number): string {
  const at = Math.max(0, month);
  return `${FIRST_YEAR + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function registration(n: number, month: number): Event[] {
  const total = yuan((3_000 + ((n * 7_919) % 40_000)) * 1_000_000);
  const industry = { edition: '2017', code: n % 4 === 0 ? '5941' : '3841' };
  const builder = { name: `${nameOf(n).slice(0, 4)}有限公司` };
  return [
    {
      type: 'ProjectRegistered',
      data: { name: nameOf(n), zoneId: zoneId(mixed(n + 5)), totalInvestment: total, builder, industry },
    },
    { type: 'LeaderAssigned', data: { personId: leaderId(n), lead: true, from: dayIn(month - 1, (n % 27) + 1) } },
  ];
}

/** Milestones first, as far as the project comes; then its money, another leader and total, and now and then a stop. */
function turnOf(n: number, turn: number, month: number): Event {
  const on = dayIn(month - 1, ((n + turn) % 27) + 1);
  const course: Event[] = [
    { type: 'LeadRecorded', data: { on } },
    { type: 'ProjectSigned', data: { on } },
    { type: 'LandSupplied', data: { on, mode: 'auction', area: 6_000_000, standardLand: n % 2 === 0 } },
    { type: 'ConstructionStarted', data: { on: n % 7 === 0 ? on.slice(0, 7) : on } },
    { type: 'ProjectCompleted', data: { on } },
  ];
  const next = turn % 2 === 0 ? course[turn / 2] : undefined;
  if (next && turn / 2 < n % 6) return next;
  const kind = mixed(n * 11 + turn) % 12;
  if (kind === 0) return { type: 'ProjectSuspended', data: { on, reason: '资金' } };
  if (kind === 1) return { type: 'LeaderAssigned', data: { personId: leaderId(n + turn * 17), lead: true, from: on } };
  if (kind === 2)
    return {
      type: 'TotalInvestmentChanged',
      data: { amount: yuan((5_000 + mixed(n + turn)) * 1_000_000), reason: '追加' },
    };
  return {
    type: 'InvestmentReported',
    data: { period: on.slice(0, 7), inPeriod: yuan((10 + ((n + turn) % 90)) * 1_000_000) },
  };
}

function newEvent(stream: string, i: number, { type, data }: Event, now: number): NewEvent {
  const commandId = derivedId('bench', stream, String(i));
  const metadata: CommandMetadata = {
    commandId,
    commandDigest: 'sha256:0000000000000000000000000000000000000000000000000000000000000000',
    actor: { id: 'local', role: 'coordinator' },
    correlationId: commandId,
    causationId: commandId,
    source: { kind: 'api' },
    schema: 1,
    filedAt: new Date(now).toISOString(),
    filedAtClaimed: true,
  };
  return { id: derivedId(commandId, '0'), type, data: data as JsonObject, metadata };
}
