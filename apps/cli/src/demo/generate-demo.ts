import { addDays, derivedId, type Day } from '#kernel';
import { CAPITALS, NATURES, type Order } from '#ledger';
import { tellChangingWorld } from './changing-world.ts';
import { later, monthAfter } from './days.ts';
import { Journal, type Entry } from './journal.ts';
import { tellLeaders } from './leaders.ts';
import { tellVacancies } from './leads.ts';
import { tellEnd, tellMilestones, tellOddDates, tellSuspension } from './milestones.ts';
import { COMPANY_NAMES, PLACES, TRADES } from './names.ts';
import { tellAnnualPlans, tellPlans } from './plans.ts';
import { fates, plotOf, type Fate } from './plot.ts';
import { projectCode } from './project-code.ts';
import { randomFrom } from './random.ts';
import { tellReassignment } from './reassignment.ts';
import { tellOddMoney, tellReports } from './reports.ts';
import { tellFunds, tellHandlers, tellPermits, tellVisits } from './support.ts';
import { tellTargets } from './targets.ts';
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
  tellChangingWorld(scene, world.zones);
  tellTargets(scene, world.zones);
  const told: Told[] = [];
  for (const [n, fate] of fates(random, projects).entries()) {
    const zone = world.zones[n % zones] as DemoZone;
    told.push(tellProject(scene, { zone, others: world.zones, told }, { fate, n }));
  }
  tellVacancies(scene);
  tellReassignment(scene, world.zones[0] as DemoZone);
  return { people: world.people, orders: journal.inOrderOfFiling() };
}

/** A project whose story is told already: another one can be merged into it, or split from it. */
interface Told {
  readonly id: string;
  readonly zone: DemoZone;
  readonly fate: Fate;
  readonly registered: Entry;
}

interface Around {
  readonly zone: DemoZone;
  readonly others: readonly DemoZone[];
  readonly told: readonly Told[];
}

function tellProject(scene: Scene, { zone, others, told }: Around, drawn: { fate: Fate; n: number }): Told {
  const { n } = drawn;
  const neighbour = told.findLast((one) => one.zone === zone && one.fate === 'plain');
  const fate = neighbour || (drawn.fate !== 'merged' && drawn.fate !== 'split') ? drawn.fate : 'plain';
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
  const foreign = random.percent(8);
  const data = {
    name,
    zoneId: zone.id,
    ...(coded && { code }),
    nature: random.percent(75) ? NATURES[0] : random.pick(NATURES),
    content: `新建厂房${random.int(2, 6)}座、${trade.product}生产线${random.int(1, 8)}条`,
    builder: { name: company },
    industry: { edition: random.percent(90) ? '2017' : '2011', code: trade.industry },
    capital: foreign ? CAPITALS[1] : CAPITALS[0],
    totalInvestment: wan(totalWan),
    place: `${zone.short}${random.pick(PLACES)}${random.int(1, 168)}号`,
    source: random.pick(['招商推介会', '以商招商', '原台账转入', '委托招商']),
  };
  telling.register({ type: 'RegisterProject', data });
  const seat = tellLeaders(telling);
  tellHandlers(telling);
  if (!coded) tellCode(telling, code);
  tellMilestones(telling);
  tellPlans(telling);
  tellAnnualPlans(telling);
  tellSuspension(telling);
  tellOddDates(telling);
  tellReports(telling);
  tellOddMoney(telling);
  tellPermits(telling);
  tellFunds(telling, foreign);
  tellVisits(telling, seat);
  tellChanges(telling);
  tellMoves(telling, { zone, others, edition: data.industry.edition });
  if (neighbour && fate === 'split') {
    const split = { projectId: neighbour.id, share: random.int(15, 60) * 100 };
    telling.file({ type: 'SplitFrom', data: split }, neighbour.registered.filedOn, neighbour.registered);
  }
  tellEnd(telling, neighbour);
  return { id, zone, fate, registered: telling.registered };
}

/** What the project is filed under changes: an industry of the old edition, a zone whose border moved. */
function tellMoves(
  telling: Telling,
  { zone, others, edition }: { zone: DemoZone; others: readonly DemoZone[]; edition: string },
): void {
  const { random } = telling.scene;
  const some = (): Day => addDays(telling.subject.plot.registeredOn, random.int(60, 500));
  if (edition === '2011')
    telling.file({ type: 'ReclassifyIndustry', data: { edition: '2017', code: random.pick(TRADES).industry } }, some());
  const other = random.pick(others);
  if (other === zone || !random.percent(4)) return;
  const data = { zoneId: other.id, reason: '园区范围调整', doc: '示例政函〔2025〕11号' };
  telling.file({ type: 'MoveToZone', data }, some(), other.defined);
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
  if (random.percent(6)) {
    const content = `新建厂房${random.int(3, 8)}座，增建研发楼一座`;
    telling.file({ type: 'ReviseContent', data: { content } }, some());
  }
  if (random.percent(3))
    telling.file({ type: 'ChangeBuilder', data: { builder: { name: '望岫归帆产业运营有限公司' } } }, some());
  if (!random.percent(25)) return;
  for (let year = Number(plot.registeredOn.slice(0, 4)) + 1; year <= Number(span.until.slice(0, 4)); year++) {
    const started = plot.course.find(({ command }) => command === 'StartConstruction')?.on ?? span.until;
    const category = started < `${year}-01-01` ? 'continued' : 'newStart';
    const level = random.percent(20) ? 'province' : 'city';
    const data = { level, year, category, doc: `示例重点〔${year}〕1号` } as const;
    const listed = telling.file({ type: 'ListAsKeyProject', data }, `${year}-02-${random.int(10, 26)}`);
    if (listed && category === 'newStart' && random.percent(15)) {
      const removal = { level, year, reason: '本年不具备开工条件' } as const;
      telling.file({ type: 'RemoveFromKeyList', data: removal }, `${year}-09-${random.int(10, 26)}`, listed);
    }
  }
}
