import { derivedId, yuan, type CommandMetadata, type Event, type JsonObject, type NewEvent } from '#kernel';
import type { EventStore } from '#event-store';

/** Appends under way at a time: enough to fill a commit. */
const UNDERWAY_MAX = 256;
const ZONES = 12;
const LEADERS = 240;
const YEAR = 2023;

export interface LogSize {
  readonly projects: number;
  /** 12 at least, for the milestones. */
  readonly eventsEach: number;
  /** Projects that are there already. */
  readonly from?: number;
}

export const zoneId = (n: number): string => derivedId('bench', 'zone', String(n % ZONES));
export const leaderId = (n: number): string => derivedId('bench', 'leader', String(n % LEADERS));
export const projectId = (n: number): string => derivedId('bench', 'project', String(n));

/** Words of names; searches look for two characters of them. */
const PLACES = ['临澜', '栖云', '望岫', '霁川', '鹿鸣', '听泉', '拾穗', '归帆', '青篱', '澜石'];
const TRADES = ['新能源', '精密机械', '生物医药', '冷链物流', '电子元件', '纺织', '食品', '包装', '汽车部件', '建材'];
const WORKS = ['扩建', '改造', '一期', '智能化', '生产线', '研发中心', '仓储', '综合利用'];

export function nameOf(n: number): string {
  const pick = (words: readonly string[], by: number): string => words[Math.floor(n / by) % words.length] as string;
  return `${pick(PLACES, 1)}${pick(TRADES, 7)}${n}号${pick(WORKS, 13)}项目`;
}

/** Writes the streams of projects as the executor would have, but without deciding anything. */
export async function writeLog(store: EventStore, { projects, eventsEach, from = 0 }: LogSize): Promise<void> {
  if (from === 0) {
    for (let n = 0; n < ZONES; n++) await store.append(`zone-${zoneId(n)}`, [stored(`zone-${n}`, 0, zone(n))], 'none');
    for (const [n, event] of targets().entries())
      await store.append(
        `target-${derivedId('bench', 'target', String(n))}`,
        [stored(`target-${n}`, 0, event)],
        'none',
      );
  }
  const underway = new Set<Promise<unknown>>();
  for (let n = from; n < projects; n++) {
    const events = projectEvents(n, eventsEach).map((event, i) => stored(`project-${n}`, i, event));
    const appended = store.append(`project-${projectId(n)}`, events, 'none').finally(() => underway.delete(appended));
    underway.add(appended);
    if (underway.size >= UNDERWAY_MAX) await Promise.race(underway);
  }
  await Promise.all(underway);
}

function zone(n: number): Event {
  const data = {
    name: `示例${n + 1}区`,
    level: 'provincial',
    kind: 'economic',
    hostCounty: '示例县',
    from: `${YEAR}-01-01`,
  };
  return { type: 'ZoneDefined', data };
}

/** What each zone, and all of them, are to reach in the second year: more than one page shows. */
function targets(): Event[] {
  const scopes = ['all', ...Array.from({ length: ZONES }, (_, n) => `zone:${zoneId(n)}`)];
  return scopes.flatMap((scope) =>
    ['signed', 'started', 'completed', 'inProduction', 'standardLandShare'].map((indicator) => ({
      type: 'TargetSet',
      data: {
        scope,
        period: String(YEAR + 1),
        indicator,
        ...(indicator === 'started' && { threshold: yuan(5_000 * 1_000_000), industrial: true }),
        value: 1_000,
      },
    })),
  );
}

function stored(stream: string, i: number, { type, data }: Event): NewEvent {
  const commandId = derivedId('bench', stream, String(i));
  const metadata: CommandMetadata = {
    commandId,
    commandDigest: 'sha256:0000000000000000000000000000000000000000000000000000000000000000',
    actor: { id: 'local', role: 'coordinator' },
    correlationId: commandId,
    causationId: commandId,
    source: { kind: 'api' },
    schema: 1,
    filedAt: `2026-01-${String((i % 28) + 1).padStart(2, '0')}T02:00:00.000Z`,
    filedAtClaimed: true,
  };
  return { id: derivedId(commandId, '0'), type, data: data as JsonObject, metadata };
}

/** A project that is as far as its number says: one in ten each from registered to in production. */
export function projectEvents(n: number, count: number): Event[] {
  const total = yuan((3_000 + ((n * 7919) % 40_000)) * 1_000_000);
  const day = (months: number): string => {
    const month = months % 36;
    return `${YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
  };
  const course: Event[] = [
    { type: 'LeadRecorded', data: { on: day(1) } },
    { type: 'ProjectAdmitted', data: { on: day(2) } },
    { type: 'ProjectSigned', data: { on: day(4), contractAmount: total } },
    { type: 'ProjectFiled', data: { on: day(5), kind: 'filing' } },
    { type: 'LandSupplied', data: { on: day(8), mode: 'auction', area: 6_000_000, standardLand: n % 2 === 0 } },
    { type: 'ConstructionPermitObtained', data: { on: day(10) } },
    { type: 'ConstructionStarted', data: { on: n % 7 === 0 ? day(11).slice(0, 7) : day(11) } },
    { type: 'ProjectCompleted', data: { on: day(25) } },
    { type: 'ProductionStarted', data: { on: day(27) } },
  ];
  const events: Event[] = [
    {
      type: 'ProjectRegistered',
      data: {
        name: nameOf(n),
        zoneId: zoneId(n),
        totalInvestment: total,
        builder: { name: `${nameOf(n).slice(0, 4)}有限公司` },
        industry: { edition: '2017', code: n % 4 === 0 ? '5941' : '3841' },
      },
    },
    { type: 'LeaderAssigned', data: { personId: leaderId(n), lead: true, from: day(0) } },
    { type: 'MilestonePlanned', data: { milestone: 'constructionStarted', on: day(9).slice(0, 7) } },
    ...course.slice(0, n % 10),
  ];
  if (n % 3 === 0)
    events.push({ type: 'LeaderAssigned', data: { personId: leaderId(n + 17), lead: true, from: day(13) } });
  for (let month = 0; events.length < count; month++) {
    const period = `${YEAR - Math.floor(month / 24) * 2 + (Math.floor(month / 12) % 2)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const amount = yuan((10 + ((n + month) % 90)) * 1_000_000);
    events.push({ type: 'InvestmentReported', data: { period, inPeriod: amount } });
    if (events.length < count)
      events.push({
        type: 'ProgressReported',
        data: { period, text: `第${month}期：基础施工、钢结构吊装按计划进行。` },
      });
  }
  return events.slice(0, count);
}
