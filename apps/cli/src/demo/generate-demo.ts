import { addDays, derivedId, type Day } from '#kernel';
import { CAPITALS, NATURES, type Order } from '#ledger';
import { later, monthAfter } from './days.ts';
import { Journal } from './journal.ts';
import { tellLeaders } from './leaders.ts';
import { tellEnd, tellMilestones, tellSuspension } from './milestones.ts';
import { COMPANY_NAMES, PLACES, TRADES } from './names.ts';
import { tellAnnualPlans, tellPlans } from './plans.ts';
import { fates, plotOf, type Fate } from './plot.ts';
import { projectCode } from './project-code.ts';
import { randomFrom } from './random.ts';
import { tellReports } from './reports.ts';
import { Telling, wan } from './telling.ts';
import { buildWorld, type DemoPerson, type DemoZone, type Scene } from './world.ts';

export interface DemoOptions {
  readonly seed: number;
  readonly zones?: number;
  readonly projects?: number;
  readonly years?: number;
  /** The last day on which anything was filed. */
  readonly until: Day;
}

export interface Demo {
  readonly people: readonly DemoPerson[];
  /** In order of filing. */
  readonly orders: readonly Order[];
}

/**
 * A zone's ledger as it could have been kept: the same seed gives the same orders, on any machine and any day.
 * All names are invented. `filedAt` is claimed, for nothing of it was ever filed.
 */
export function generateDemo({ seed, zones = 3, projects = 120, years = 3, until }: DemoOptions): Demo {
  const random = randomFrom(seed);
  const journal = new Journal(seed, random);
  const scene: Scene = { seed, random, journal, span: { begin: monthAfter(until, -12 * years), until } };
  const world = buildWorld(scene, zones);
  fates(random, projects).forEach((fate, n) => tellProject(scene, world.zones[n % zones] as DemoZone, { fate, n }));
  return { people: world.people, orders: journal.inOrderOfFiling() };
}

function tellProject(scene: Scene, zone: DemoZone, { fate, n }: { fate: Fate; n: number }): void {
  const { random, seed, span } = scene;
  const trade = TRADES[random.int(0, TRADES.length - 1)] as (typeof TRADES)[number];
  const company = `${zone.short}${COMPANY_NAMES[n % COMPANY_NAMES.length]}${trade.trade}有限公司`;
  const phase = n < COMPANY_NAMES.length ? '' : `（${n}号）`;
  const name = `${company}年产${random.int(1, 60)}${trade.measure}${trade.product}项目${phase}`;
  const plot = plotOf(random, fate, span);
  const id = derivedId('demo', String(seed), 'project', String(n));
  const totalWan = random.percent(15) ? random.int(60_000, 320_000) : random.int(3_000, 48_000);
  const telling = new Telling(scene, { id, name, zone, totalWan, plot });
  const code = projectCode(plot.registeredOn, zone.region, n);
  const coded = random.percent(35);
  const data = {
    name,
    zoneId: zone.id,
    ...(coded && { code }),
    nature: random.percent(75) ? NATURES[0] : random.pick(NATURES),
    builder: { name: company },
    industry: { edition: '2017', code: trade.industry },
    capital: random.percent(92) ? CAPITALS[0] : CAPITALS[1],
    totalInvestment: wan(totalWan),
    place: `${zone.short}${random.pick(PLACES)}${random.int(1, 168)}号`,
    source: random.pick(['招商推介会', '以商招商', '原台账转入', '委托招商']),
  };
  telling.register({ type: 'RegisterProject', data });
  tellLeaders(telling);
  if (!coded) tellCode(telling, code);
  tellMilestones(telling);
  tellPlans(telling);
  tellAnnualPlans(telling);
  tellSuspension(telling);
  tellReports(telling);
  tellChanges(telling);
  tellEnd(telling);
}

/** The national code comes with the filing of the project. */
function tellCode(telling: Telling, code: string): void {
  const filed = telling.subject.plot.course.find(({ command }) => command === 'FileProject')?.on;
  if (filed === undefined) return;
  const day = later(filed, telling.registered.filedOn);
  telling.file({ type: 'GiveProjectCode', data: { code } }, addDays(day, telling.scene.random.int(3, 20)));
}

/** What was entered once and turned out otherwise; and the yearly lists. */
function tellChanges(telling: Telling): void {
  const { random, span } = telling.scene;
  const { name, totalWan, plot } = telling.subject;
  const some = (): Day => addDays(plot.registeredOn, random.int(60, 500));
  if (random.percent(8)) {
    const data = { amount: wan((totalWan * random.int(108, 140)) / 100), reason: '增加生产线', doc: '示例变更备案' };
    telling.file({ type: 'ChangeTotalInvestment', data }, some());
  }
  if (random.percent(4))
    telling.file({ type: 'RenameProject', data: { name: `${name.replace('项目', '')}一体化项目` } }, some());
  if (random.percent(3))
    telling.file({ type: 'ChangeBuilder', data: { builder: { name: '望岫归帆产业运营有限公司' } } }, some());
  if (!random.percent(25)) return;
  for (let year = Number(plot.registeredOn.slice(0, 4)) + 1; year <= Number(span.until.slice(0, 4)); year++) {
    const started = plot.course.find(({ command }) => command === 'StartConstruction')?.on ?? span.until;
    const category = started < `${year}-01-01` ? 'continued' : 'newStart';
    const level = random.percent(20) ? 'province' : 'city';
    const data = { level, year, category, doc: `示例重点〔${year}〕1号` } as const;
    telling.file({ type: 'ListAsKeyProject', data }, `${year}-02-${random.int(10, 26)}`);
  }
}
