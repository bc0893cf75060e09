import { openEmbeddedStore } from '#event-store';
import { derivedId, yuan, type CommandMetadata, type Event, type JsonObject, type NewEvent } from '#kernel';
import { leaderId, nameOf, projectId, zoneId } from './generated-log.ts';

/** A long project goes on from January of this year for so many months. */
const SINCE = 2021;
const MONTHS = 60;
const MONTH_MS = (5 * 365 * 86_400_000) / MONTHS;
const START = Date.UTC(SINCE, 0, 5);
/** Instants from when every project is there until all is told. */
export const LONG_SPAN = { from: START + MONTH_MS, to: START + MONTHS * MONTH_MS };
/** All projects are told of within so many days of a month. */
const TOLD_MS = 5 * 86_400_000;
/** Permits that each project goes through. */
const ITEMS = 30;

const catalogueId = derivedId('bench', 'catalogue');
const unitId = (n: number): string => derivedId('bench', 'unit', String(n % 8));
const wan = (n: number) => yuan(n * 1_000_000);

/** An event, and which earlier one of its project it mends. */
type Told = { readonly event: Event } | { readonly mends: number; readonly data?: JsonObject };

/**
 * Projects as those are that a district has worked on for years, all side by side and with the clock: money and text of two
 * phases every month, visits, funds, permits, plans put off, leaders that change, corrections and revocations, some of it
 * filed late.
 */
export async function writeLongLog(file: string, projects: number, eventsEach: number): Promise<number> {
  let now = START;
  let events = 0;
  const store = await openEmbeddedStore({ file, clock: () => now });
  const put = async (stream: string, told: readonly Event[], from: number): Promise<void> => {
    const stored = told.map((event, i) => newEvent(stream, from + i, event));
    await store.append(stream, stored, from === 0 ? 'none' : BigInt(from - 1));
    events += told.length;
  };
  for (const [stream, event] of surroundings()) await put(stream, [event], 0);
  const courses = Array.from({ length: projects }, (_, n) => ({
    stream: `project-${projectId(n)}`,
    told: course(n),
    revision: 0,
  }));
  for (let month = 0; month < MONTHS; month++) {
    for (const [n, one] of courses.entries()) {
      now = Math.round(START + month * MONTH_MS + (n / projects) * TOLD_MS);
      const told = (one.told[month] as Told[]).slice(0, eventsEach - one.revision);
      await put(
        one.stream,
        told.map((each) => eventOf(one.stream, each)),
        one.revision,
      );
      one.revision += told.length;
    }
  }
  await store.close();
  return events;
}

function surroundings(): (readonly [string, Event])[] {
  const from = `${SINCE - 5}-01-01`;
  const zone = { level: 'provincial', kind: 'economic', hostCounty: '示例县', from };
  const items = Array.from({ length: ITEMS }, (_, n) => ({ id: `item-${n}`, name: `审批事项${n + 1}` }));
  const of = <T>(count: number, made: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => made(n));
  return [
    ...of(
      12,
      (n) => [`zone-${zoneId(n)}`, { type: 'ZoneDefined', data: { ...zone, name: `示例${n + 1}区` } }] as const,
    ),
    ...of(8, (n) => {
      const data = { name: `示例${n + 1}局`, kind: 'department', from };
      return [`organization-${unitId(n)}`, { type: 'OrganizationDefined', data }] as const;
    }),
    [`catalogue-${catalogueId}`, { type: 'PermitCatalogueAdopted', data: { name: '审批事项目录', from, items } }],
  ];
}

/** Everything that is told of a project, month by month. */
function course(n: number): Told[][] {
  const told: Told[] = [];
  return Array.from({ length: MONTHS }, (_, month) => {
    const before = told.length;
    for (const event of month === 0 ? registration(n) : toldIn(n, month)) told.push({ event });
    if (month % 3 === 2) told.push(correction(told));
    if (month % 20 === 19) told.push({ mends: told.length - 2 });
    return told.slice(before);
  });
}

/** Of the latest money reported, another amount. */
function correction(told: readonly Told[]): Told {
  const mends = told.findLastIndex((one) => 'event' in one && one.event.type === 'InvestmentReported');
  const { event } = told[mends] as { readonly event: Event };
  return { mends, data: { ...event.data, inPeriod: wan(77) } };
}

function eventOf(stream: string, told: Told): Event {
  if ('event' in told) return told.event;
  const factId = eventId(stream, told.mends);
  const { data } = told;
  if (!data) return { type: 'FactRevoked', data: { factId, reason: '重复填报' } };
  return { type: 'FactCorrected', data: { factId, data, reason: '以凭证为准' } };
}

function dayIn(month: number, day: number): string {
  return `${SINCE + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function registration(n: number): Event[] {
  const from = dayIn(0, 2);
  return [
    {
      type: 'ProjectRegistered',
      data: {
        name: nameOf(n),
        zoneId: zoneId(n),
        totalInvestment: wan(5_000 + n * 100),
        builder: { name: `${nameOf(n).slice(0, 4)}有限公司` },
        industry: { edition: '2017', code: '3841' },
      },
    },
    { type: 'LeaderAssigned', data: { personId: leaderId(n), lead: true, from } },
    { type: 'ResponsiblePersonAssigned', data: { personId: leaderId(n + 1), from } },
    { type: 'ResponsibleUnitAssigned', data: { unitId: unitId(n), from } },
    { type: 'AgentUnitAssigned', data: { unitId: unitId(n + 1), from } },
    ...['constructionStarted', 'completed', 'inProduction'].map((milestone, i) => ({
      type: 'MilestonePlanned',
      data: { milestone, on: dayIn(12 * (i + 1), 1).slice(0, 7) },
    })),
  ];
}

/** Milestones of the project, and of its second phase a year later, by the month in which they are told. */
const MILESTONES: Readonly<Record<number, Event>> = {
  1: { type: 'LeadRecorded', data: {} },
  3: { type: 'ProjectSigned', data: { contractAmount: wan(9_000), agreedStart: dayIn(9, 1).slice(0, 7) } },
  5: { type: 'ProjectFiled', data: { kind: 'filing' } },
  7: { type: 'LandSupplied', data: { mode: 'auction', area: 6_000_000, agreedStart: dayIn(10, 1).slice(0, 7) } },
  9: { type: 'ConstructionPermitObtained', data: {} },
  12: { type: 'ConstructionStarted', data: {} },
  30: { type: 'ProjectCompleted', data: {} },
  36: { type: 'ProductionStarted', data: {} },
};

function toldIn(n: number, month: number): Event[] {
  // Now and then the month before last is reported, too late.
  const on = dayIn(month % 9 === 8 ? month - 3 : month - 1, 15 + ((n + month) % 12));
  const period = on.slice(0, 7);
  const phases = month > 12 ? [undefined, '二期'] : [undefined];
  const told: Event[] = phases.flatMap((phase, i) => {
    const of = { period, unitId: unitId(n), ...(phase !== undefined && { phase }) };
    const text = `${period}：基础施工、钢结构吊装按计划进行，完成第${month}号作业面。`;
    return [
      { type: 'InvestmentReported', data: { ...of, inPeriod: wan(10 + ((n + month + i) % 90)) } },
      { type: 'ProgressReported', data: { ...of, text, nextSteps: '按计划推进', difficulties: '暂无' } },
    ];
  });
  for (const [after, phase] of [
    [0, {}],
    [18, { phase: '二期' }],
  ] as const) {
    const milestone = MILESTONES[month - after];
    if (milestone) told.push({ ...milestone, data: { ...milestone.data, on, ...phase } });
  }
  told.push({ type: 'SiteVisited', data: { on, personId: leaderId(n), found: '现场有序，进度正常' } });
  if (month % 2 === 0) told.push({ type: 'FundsArrived', data: { on, amount: wan(50 + month) } });
  if (month % 3 === 0) told.push({ type: 'HelpActionRecorded', data: { on, personId: leaderId(n), text: '协调用电' } });
  if (month % 12 === 6) {
    told.push({ type: 'LeaderAssigned', data: { personId: leaderId(n + month), lead: true, from: on } });
    told.push({ type: 'AnnualPlanSet', data: { year: SINCE + Math.floor(month / 12), investment: wan(900) } });
  }
  const permit = { catalogue: catalogueId, on, unitId: unitId(n + 1) };
  told.push({ type: 'PermitStatusReported', data: { ...permit, item: `item-${month % ITEMS}`, state: 'inProgress' } });
  told.push({ type: 'PermitStatusReported', data: { ...permit, item: `item-${(month + 29) % ITEMS}`, state: 'done' } });
  if (month % 8 === 4) {
    const [from, to] = [month, month + 8].map((m) => dayIn(12 + m, 1).slice(0, 7));
    told.push({ type: 'MilestoneRescheduled', data: { milestone: 'completed', from, to, reason: '资金' } });
  }
  return told;
}

const commandOf = (stream: string, i: number): string => derivedId('bench', stream, String(i));
const eventId = (stream: string, i: number): string => derivedId(commandOf(stream, i), '0');

function newEvent(stream: string, i: number, { type, data }: Event): NewEvent {
  const commandId = commandOf(stream, i);
  const metadata: CommandMetadata = {
    commandId,
    commandDigest: 'sha256:0000000000000000000000000000000000000000000000000000000000000000',
    actor: { id: 'local', role: 'coordinator' },
    correlationId: commandId,
    causationId: commandId,
    source: { kind: 'api' },
    schema: 1,
  };
  return { id: eventId(stream, i), type, data: data as JsonObject, metadata };
}
