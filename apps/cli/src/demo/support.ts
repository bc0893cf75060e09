import { addDays, type Day, type Money } from '#kernel';
import { endOfMonth, monthsBetween } from './days.ts';
import { FOUND_ON_SITE, HELP_GIVEN, PERMITS } from './names.ts';
import { wan, type Telling } from './telling.ts';
import { holderOn, lastingUnits, type Seat } from './world.ts';

/** Who handles the project day by day, and the unit that handles its permits; some projects have neither, some change. */
export function tellHandlers(telling: Telling): void {
  const { random } = telling.scene;
  const { zone, plot } = telling.subject;
  const from = plot.registeredOn;
  const [officer, next] = random.shuffled(zone.officerIds) as [string, string];
  if (random.percent(70)) {
    const assigned = telling.file({ type: 'AssignResponsiblePerson', data: { personId: officer, from } }, from);
    const change = addDays(from, random.int(150, 600));
    if (random.percent(20))
      telling.file({ type: 'AssignResponsiblePerson', data: { personId: next, from: change } }, change, assigned);
    else if (random.percent(12))
      telling.file(
        { type: 'ReleaseResponsiblePerson', data: { personId: officer, until: change, reason: '借调' } },
        change,
        assigned,
      );
  }
  if (!random.percent(60)) return;
  const [agent, second] = random.shuffled(lastingUnits(zone)) as [string, string];
  const assigned = telling.file({ type: 'AssignAgentUnit', data: { unitId: agent, from } }, from);
  if (random.percent(12)) {
    const joined = addDays(from, random.int(60, 300));
    telling.file({ type: 'AssignAgentUnit', data: { unitId: second, from: joined, joint: true } }, joined, assigned);
  }
  if (!random.percent(8)) return;
  const until = addDays(from, random.int(200, 500));
  telling.file(
    { type: 'ReleaseAgentUnit', data: { unitId: agent, until, reason: '手续已办结' } },
    addDays(until, random.int(0, 9)),
    assigned,
  );
}

/** Where each permit stands: begun, obtained about when its milestone was reached, and some not needed at all. */
export function tellPermits(telling: Telling): void {
  const { random } = telling.scene;
  const { zone, plot } = telling.subject;
  const catalogue = zone.catalogueId;
  for (const { id: item, by } of PERMITS) {
    const reached = plot.course.find(({ command }) => command === by)?.on;
    if (random.percent(8)) {
      telling.file(
        { type: 'ReportPermitStatus', data: { catalogue, item, state: 'notNeeded' } },
        addDays(plot.registeredOn, random.int(1, 30)),
      );
      continue;
    }
    if (reached === undefined || reached < plot.registeredOn) continue;
    const begun = addDays(reached, -random.int(20, 90));
    const entry = telling.file(
      { type: 'ReportPermitStatus', data: { catalogue, item, state: 'inProgress', on: begun } },
      addDays(begun, random.int(0, 12)),
    );
    if (entry && random.percent(92))
      telling.file(
        { type: 'ReportPermitStatus', data: { catalogue, item, state: 'done', on: reached } },
        addDays(reached, random.int(0, 15)),
        entry,
      );
  }
}

/** The investor's money as it comes in: in yuan, from abroad in dollars. */
export function tellFunds(telling: Telling, foreign: boolean): void {
  const { random, span } = telling.scene;
  const { plot, totalWan } = telling.subject;
  const signed = plot.course.find(({ command }) => command === 'SignProject')?.on;
  if (signed === undefined || !random.percent(foreign ? 95 : 45)) return;
  let on = addDays(signed, random.int(20, 120));
  for (let n = random.int(1, 5); n > 0 && on <= span.until; n--) {
    if (on >= span.begin)
      telling.file(
        { type: 'RecordFunds', data: { on, amount: arrival(telling, foreign, totalWan) } },
        addDays(on, random.int(1, 20)),
      );
    on = addDays(on, random.int(40, 200));
  }
}

/** A dollar is taken as seven yuan, which only the demonstration does. */
function arrival({ scene: { random } }: Telling, foreign: boolean, totalWan: number): Money {
  const amount = wan((totalWan * random.int(2, 12)) / 100);
  return foreign ? { fen: String(BigInt(amount.fen) / 7n), currency: 'USD' } : amount;
}

/** The lead on the site, most months or hardly ever, and what was done about what they found. */
export function tellVisits(telling: Telling, seat: Seat): void {
  const { random, span } = telling.scene;
  const { plot } = telling.subject;
  const eager = random.pick([4, 10, 35]);
  for (const month of monthsBetween(plot.registeredOn, span.until)) {
    if (!random.percent(eager)) continue;
    const on: Day = addDays(endOfMonth(month), -random.int(1, 20));
    if (on <= plot.registeredOn || on > span.until) continue;
    const { personId } = holderOn(seat, on);
    const visit = telling.file(
      {
        type: 'RecordSiteVisit',
        data: { on, personId, ...(random.percent(70) && { found: random.pick(FOUND_ON_SITE) }) },
      },
      addDays(on, random.int(0, 6)),
    );
    if (!visit || !random.percent(40)) continue;
    const helped = addDays(on, random.int(2, 12));
    telling.file(
      { type: 'RecordHelpAction', data: { on: helped, personId, text: random.pick(HELP_GIVEN) } },
      helped,
      visit,
    );
  }
}
