import { addDays, type Day } from '#kernel';
import { blurred } from './days.ts';
import { holderOn, lastingUnits, type Seat } from './world.ts';
import type { Entry } from './journal.ts';
import type { Telling } from './telling.ts';

/** Who answers for the project: a unit, a lead with handovers, and sometimes somebody beside. Answers the lead's seat. */
export function tellLeaders(telling: Telling): Seat {
  const { random, span } = telling.scene;
  const { zone, plot } = telling.subject;
  const [seat, other, third] = random.shuffled(zone.seats) as [Seat, Seat, Seat];
  const from = plot.registeredOn;
  const older = (plot.course[0]?.on ?? from) < span.begin;
  const first = older && random.percent(50) ? 'unknown' : older ? blurred(span.begin, 'month') : from;
  const holder = holderOn(seat, from);
  telling.file(
    { type: 'AssignLeader', data: { personId: holder.personId, lead: true, from: first, doc: holder.doc } },
    from,
  );
  const leaves = random.percent(10) ? addDays(from, random.int(90, 400)) : undefined;
  for (const next of seat.holders) {
    if (next.from > from && next.from !== leaves && (leaves === undefined || next.from < leaves))
      tellHandover(telling, next);
  }
  if (leaves !== undefined) {
    const { personId, doc } = holderOn(other, leaves);
    tellHandover(telling, { personId, doc, from: leaves });
  }
  if (random.percent(30)) tellCoLeader(telling, holderOn(third, from).personId, addDays(from, random.int(10, 60)));
  tellUnits(telling);
  return seat;
}

/** Decided by a document, filed when the coordinator reads it; sometimes long after. */
function tellHandover(telling: Telling, { personId, from, doc }: { personId: string; from: Day; doc: string }): void {
  const { random } = telling.scene;
  const filedOn = addDays(from, random.percent(85) ? random.int(1, 9) : random.int(40, 90));
  telling.file({ type: 'AssignLeader', data: { personId, lead: true, from, doc } }, filedOn);
}

function tellCoLeader(telling: Telling, personId: string, from: Day): void {
  const { random } = telling.scene;
  const entry = telling.file({ type: 'AssignLeader', data: { personId, lead: false, from } }, addDays(from, 2));
  if (!entry || !random.percent(45)) return;
  const until = addDays(from, random.int(100, 400));
  telling.file(
    { type: 'ReleaseLeader', data: { personId, until, reason: '分工调整' } },
    addDays(until, random.int(0, 10)),
    entry,
  );
}

function tellUnits(telling: Telling): void {
  const { random } = telling.scene;
  const { zone, plot } = telling.subject;
  const [unitId, next] = random.shuffled(lastingUnits(zone)) as [string, string];
  const assigned = telling.file(
    { type: 'AssignResponsibleUnit', data: { unitId, from: plot.registeredOn } },
    plot.registeredOn,
  );
  if (plot.fate === 'oddDates') {
    tellOddUnits(telling, { unitId, next, assigned });
    return;
  }
  const from = addDays(plot.registeredOn, random.int(120, 500));
  if (random.percent(5)) {
    const data = { unitId, until: from, reason: '机构改革，待定' };
    telling.file({ type: 'ReleaseResponsibleUnit', data }, addDays(from, random.int(1, 12)), assigned);
    return;
  }
  if (!random.percent(12)) return;
  telling.file(
    { type: 'AssignResponsibleUnit', data: { unitId: next, from } },
    addDays(from, random.int(1, 12)),
    assigned,
  );
}

/** A handover that was corrected to the day on which the first unit began: two from one day, and a release that ends nothing. */
function tellOddUnits(
  telling: Telling,
  { unitId, next, assigned }: { unitId: string; next: string; assigned: Entry | undefined },
): void {
  const begun = telling.subject.plot.registeredOn;
  const [until, from] = [addDays(begun, 20), addDays(begun, 30)];
  const data = { unitId, until, reason: '机构改革，待定' };
  const released = telling.file({ type: 'ReleaseResponsibleUnit', data }, addDays(until, 1), assigned);
  const handed = telling.file(
    { type: 'AssignResponsibleUnit', data: { unitId: next, from } },
    addDays(from, 1),
    released,
  );
  if (!handed) return;
  const correction = { factId: handed.factId, data: { unitId: next, from: begun }, reason: '以任务分解表为准' };
  telling.file({ type: 'CorrectFact', data: correction }, addDays(from, 15), handed);
}
