import { addDays, daysBetween, type Day } from '#kernel';
import { earlier } from './days.ts';
import type { Random } from './random.ts';
import type { Span } from './world.ts';

/** What makes a project worth looking at; most are plain. */
export type Fate =
  | 'plain'
  | 'startedBeforeLand'
  | 'signedNotStarted'
  | 'idleLand'
  | 'phased'
  | 'suspended'
  | 'startRevoked'
  | 'revocationRevoked'
  | 'aboveTotal'
  | 'oddMoney'
  | 'oddDates'
  | 'exited'
  | 'merged'
  | 'split'
  | 'voided';

/** How many of a hundred projects meet each fate. */
const SHARES: readonly (readonly [Fate, number])[] = [
  ['startedBeforeLand', 6],
  ['signedNotStarted', 8],
  ['idleLand', 4],
  ['phased', 7],
  ['suspended', 9],
  ['startRevoked', 3],
  ['revocationRevoked', 1],
  ['aboveTotal', 1],
  ['oddMoney', 1],
  ['oddDates', 1],
  ['exited', 3],
  ['merged', 2],
  ['split', 3],
  ['voided', 2],
];

/** A fate for each project; each fate at least once, as long as there are projects. */
export function fates(random: Random, projects: number): Fate[] {
  const met = SHARES.flatMap(([fate, share]) =>
    Array.from({ length: Math.max(1, Math.round((share * projects) / 100)) }, () => fate),
  ).slice(0, projects);
  return random.shuffled([...met, ...Array.from({ length: projects - met.length }, (): Fate => 'plain')]);
}

/** The milestones in their order: the command, the days after the one before, and how many of a hundred projects have it. */
const COURSE = [
  ['RecordPlanning', 0, 20, 70],
  ['RecordLead', 5, 40, 90],
  ['AdmitProject', 15, 60, 90],
  ['SignFrameworkAgreement', 10, 30, 30],
  ['SignProject', 20, 90, 100],
  ['FileProject', 15, 60, 95],
  ['SupplyLand', 40, 230, 84],
  ['HandOverLand', 10, 40, 60],
  ['ObtainConstructionPermit', 20, 80, 88],
  ['StartConstruction', 5, 50, 100],
  ['EnterStatistics', 15, 60, 60],
  ['CompleteProject', 260, 640, 100],
  ['StartProduction', 30, 110, 96],
  ['ReachFullCapacity', 120, 300, 90],
] as const;

export type MilestoneCommand = (typeof COURSE)[number][0];

export interface Reached {
  readonly command: MilestoneCommand;
  readonly on: Day;
}

/** The course of a project as it will have been, beyond the end of the demonstration too. */
export interface Plot {
  readonly fate: Fate;
  readonly registeredOn: Day;
  readonly course: readonly Reached[];
  /** From this day on nothing is filed any more. */
  readonly endsOn: Day;
}

const OLDER_IN_100 = 40;
const OLDER_DAYS_MAX = 480;
/** Of a hundred plain projects these came to a stop somewhere before their start. */
const STUCK_IN_100 = 20;

/** Two in five projects were under way when the ledger began; the others came in one by one, most of them early. */
export function plotOf(random: Random, fate: Fate, { begin, until }: Span): Plot {
  const days = daysBetween(begin, until);
  const older = random.percent(OLDER_IN_100);
  const registeredOn = addDays(begin, older ? random.int(1, 25) : random.int(5, random.int(6, Math.max(7, days - 60))));
  let on = older ? addDays(begin, -random.int(60, OLDER_DAYS_MAX)) : registeredOn;
  const course: Reached[] = [];
  for (const [command, least, most, share] of COURSE) {
    if (!random.percent(share)) continue;
    on = addDays(on, random.int(least, most));
    course.push({ command, on });
  }
  return {
    fate,
    registeredOn,
    course: bent(random, fate, course),
    endsOn: endOf(random, fate, { registeredOn, until }),
  };
}

function bent(random: Random, fate: Fate, course: readonly Reached[]): Reached[] {
  const place = (command: MilestoneCommand): number => course.findIndex((reached) => reached.command === command);
  if (fate === 'signedNotStarted') return course.slice(0, place('SignProject') + 1);
  if (fate === 'oddDates') return completedTooEarly(course);
  if (fate === 'idleLand') return idle(course, place('StartConstruction'));
  if (fate === 'plain' && random.percent(STUCK_IN_100)) return course.slice(0, random.int(1, 7));
  if (fate !== 'startedBeforeLand') return [...course];
  const signed = course[place('SignProject')] as Reached;
  const started = addDays(signed.on, random.int(25, 60));
  const land = addDays(started, random.int(50, 160));
  const after = course.filter(({ command }) => !['SupplyLand', 'HandOverLand', 'StartConstruction'].includes(command));
  const odd: Reached[] = [
    { command: 'StartConstruction', on: started },
    { command: 'SupplyLand', on: land },
  ];
  return [...after, ...odd].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Somebody typed the completion a year too early. */
function completedTooEarly(course: readonly Reached[]): Reached[] {
  const started = course.find(({ command }) => command === 'StartConstruction') as Reached;
  return course.map((reached) =>
    reached.command === 'CompleteProject' ? { ...reached, on: addDays(started.on, -60) } : reached,
  );
}

/** Land was supplied, and nothing was begun on it. */
function idle(course: readonly Reached[], start: number): Reached[] {
  const before = course.slice(0, start).filter(({ command }) => command !== 'ObtainConstructionPermit');
  const land = before.findIndex(({ command }) => command === 'SupplyLand');
  const signed = before.find(({ command }) => command === 'SignProject') as Reached;
  return land >= 0 ? before : [...before, { command: 'SupplyLand', on: addDays(before.at(-1)?.on ?? signed.on, 30) }];
}

function endOf(random: Random, fate: Fate, life: { registeredOn: Day; until: Day }): Day {
  if (fate === 'voided') return earlier(life.until, addDays(life.registeredOn, random.int(12, 40)));
  if (fate === 'merged') return earlier(life.until, addDays(life.registeredOn, random.int(60, 200)));
  if (fate === 'exited') return earlier(life.until, addDays(life.registeredOn, random.int(200, 420)));
  return addDays(life.until, 1);
}
