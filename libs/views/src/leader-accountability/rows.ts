import { addDays, dayNumber, firstDay, monthFromNumber, monthNumber, type Day } from '#kernel';
import { EVER, FOREVER } from '#database';
import {
  answerable,
  attributed,
  holding,
  isListed,
  missedBy,
  overduesOf,
  rankOf,
  reportGapsOf,
  ROLES,
  sharedDays,
  slipsOf,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  zonesOf,
  type EffectiveFact,
  type Role,
  type StageReached,
  type Tenure,
  type ZoneDays,
} from '#ledger';
import { byFirstDay, inZones, spanOf } from '../spans.ts';
import { NOBODY, type ActionRow, type ChargeDetail, type ChargeRow, type HeldRow, type CourseRow } from './schema.ts';

/** Who can answer for what in a project: its zones and tenures, and the roles that somebody has or ought to have. */
interface Answering {
  readonly projectId: string;
  readonly tenures: readonly Tenure[];
  readonly roles: readonly Role[];
  readonly zones: readonly ZoneDays[];
}

/** Undefined for a project that is in no list: not registered, voided, or merged into another one. */
export function answeringIn(projectId: string, facts: readonly EffectiveFact[]): Answering | undefined {
  if (!isListed(facts)) return undefined;
  const tenures = tenuresOf(facts);
  const roles = ROLES.filter((role) => role === 'lead' || tenures.some((tenure) => tenure.role === role));
  return { projectId, tenures, roles, zones: zonesOf(facts) };
}

/** A project needs no co-lead, so days without one are no vacancy; the other roles are vacant once they are in use. */
const isVacancy = (role: Role, holderId: string | null): boolean => holderId === null && role !== 'coLead';
const counts = (role: Role, holderId: string | null): boolean => holderId !== null || isVacancy(role, holderId);

/** Until the project exits: tenures, and from the day it was entered the days on which a role was vacant. */
export function heldRows(answering: Answering, facts: readonly EffectiveFact[], number: number): HeldRow[] {
  const { projectId, tenures, roles, zones } = answering;
  const entered = facts.find(({ type }) => type === 'ProjectRegistered')?.filedOn as Day;
  const until = standingSteps(facts).find(({ standing }) => standing === 'exited')?.from;
  const vacant = roles.flatMap((role) =>
    attributed(until === undefined || entered < until ? [{ from: entered, until }] : [], tenures, role)
      .filter(({ holderId }) => isVacancy(role, holderId))
      .map((days) => ({ ...days, role, holderId: NOBODY, since: days.from, doc: null, orderId: null, factId: '' })),
  );
  const held = tenures.map(({ fromDay, until: end, role, holderId, from, doc = null, orderId = null, factId }) => ({
    from: fromDay,
    until: end,
    role,
    holderId,
    since: from,
    doc,
    orderId,
    factId,
  }));
  const rows = [...held, ...vacant].flatMap((one) => {
    const days = sharedDays(one, { from: one.from, until });
    if (!days) return [];
    const { valid_from: first_day, valid_to: end_day } = spanOf(days);
    return inZones(days, zones).map((span) => ({
      project_id: projectId,
      ...span,
      number,
      role: one.role,
      holder_id: one.holderId,
      since: one.since,
      first_day,
      end_day,
      exited: until !== undefined && days.until === until ? 1 : 0,
      doc: one.doc,
      order_id: one.orderId,
      fact_id: one.factId,
    }));
  });
  return rows.sort(byFirstDay);
}

/** Overdue days and slips, by role and holder. */
export function lateRows(answering: Answering, facts: readonly EffectiveFact[]): ChargeRow[] {
  const { projectId, tenures, roles, zones } = answering;
  const overdues = overduesOf(facts);
  const slips = slipsOf(facts);
  const rows: ChargeRow[] = [];
  for (const role of roles) {
    for (const share of attributed(overdues, tenures, role)) {
      if (!counts(role, share.holderId)) continue;
      const whole = overdues.find(
        ({ against, planFactId }) => against === share.against && planFactId === share.planFactId,
      );
      const { against, milestone, phase = '', plan, planFactId, endedBy } = share;
      const detail: ChargeDetail = { plan, factIds: endedBy === undefined ? [planFactId] : [planFactId, endedBy] };
      for (const span of inZones(share, zones)) {
        rows.push({
          project_id: projectId,
          ...span,
          role,
          holder_id: share.holderId ?? NOBODY,
          kind: against === 'first' ? 'overdueFirst' : 'overdueCurrent',
          milestone,
          phase,
          fact_id: planFactId,
          since: dayNumber((whole ?? share).from),
          held_from: dayNumber(share.from),
          first_month: 0,
          end_month: 0,
          detail: JSON.stringify(detail),
        });
      }
    }
    for (const { on, milestone, phase = '', from, to, days, nth, factId } of slips) {
      for (const holderId of answerable(tenures, role, on)) {
        if (!counts(role, holderId)) continue;
        const detail: ChargeDetail = { from, to, ...(days !== undefined && { days }), nth, factIds: [factId] };
        rows.push({
          project_id: projectId,
          ...spanOf({ from: on }),
          role,
          holder_id: holderId ?? NOBODY,
          zone_id: zoneOn(zones, on),
          kind: 'slip',
          milestone,
          phase,
          fact_id: factId,
          since: dayNumber(on),
          held_from: dayNumber(on),
          first_month: 0,
          end_month: 0,
          detail: JSON.stringify(detail),
        });
      }
    }
  }
  return rows.sort(byFirstDay);
}

/** Months that nobody reported, by role and holder: missed from the day after their last one until they are filed. */
export function missedRows(answering: Answering, facts: readonly EffectiveFact[]): ChargeRow[] {
  const { projectId, tenures, roles, zones } = answering;
  const gaps = reportGapsOf(facts);
  const rows: ChargeRow[] = [];
  for (const role of roles) {
    for (const gap of gaps) {
      const since = dayNumber(dayAfter(gap.first));
      for (const share of missedBy([gap], tenures, role)) {
        if (!counts(role, share.holderId)) continue;
        for (const zone of zones) {
          const first = Math.max(share.first, monthNumber(zone.from));
          const end = Math.min(share.end ?? FOREVER, zone.until === undefined ? FOREVER : monthNumber(zone.until));
          const days = { from: dayAfter(first), until: gap.filedOn };
          if (first >= end || (days.until !== undefined && days.until <= days.from)) continue;
          rows.push({
            project_id: projectId,
            ...spanOf(days),
            role,
            holder_id: share.holderId ?? NOBODY,
            zone_id: zone.zoneId,
            kind: 'missedReport',
            milestone: '',
            phase: '',
            fact_id: '',
            since,
            held_from: dayNumber(dayAfter(share.first)),
            first_month: first,
            end_month: end,
            detail: NO_FACTS,
          });
        }
      }
    }
  }
  return rows.sort(byFirstDay);
}

/** How far it came, and when it was last reported, from one day on which either changes to the next. */
export function courseRows({ projectId }: Answering, facts: readonly EffectiveFact[]): CourseRow[] {
  const reached = stagesReached(facts);
  const filed = new Set(facts.filter(isReport).map(({ filedOn }) => filedOn));
  const turns = new Set([
    ...filed,
    ...reached.flatMap(({ certainFrom, possibleFrom = certainFrom }) => [certainFrom, possibleFrom]),
  ]);
  let now: Omit<CourseRow, 'valid_to'> = {
    project_id: projectId,
    valid_from: EVER,
    reported: null,
    ...ranksOn(reached, BEFORE_EVERY_DAY),
  };
  const rows: CourseRow[] = [];
  for (const day of [...turns].sort()) {
    const ranks = ranksOn(reached, day);
    const isSame = ranks.stage === now.stage && ranks.possible_stage === now.possible_stage;
    if (isSame && !filed.has(day)) continue;
    const valid_from = dayNumber(day);
    rows.push({ ...now, valid_to: valid_from });
    now = { ...now, ...ranks, valid_from, reported: filed.has(day) ? valid_from : now.reported };
  }
  return [...rows, { ...now, valid_to: FOREVER }];
}

const BEFORE_EVERY_DAY = '';

function ranksOn(reached: readonly StageReached[], day: Day): Pick<CourseRow, 'stage' | 'possible_stage'> {
  const { stage, possibleStage } = stageOn(reached, day);
  return {
    stage: rankOf(stage) as number,
    possible_stage: possibleStage === undefined ? null : (rankOf(possibleStage) as number),
  };
}

const isReport = ({ type }: EffectiveFact): boolean => type === 'ProgressReported' || type === 'InvestmentReported';

/** Visits and helps count from their last possible day, undated ones from the day they were filed. */
export function actionRows({ projectId, zones }: Answering, facts: readonly EffectiveFact[]): ActionRow[] {
  const rows: ActionRow[] = [];
  for (const { type, data, id, filedOn } of facts) {
    if (type !== 'SiteVisited' && type !== 'HelpActionRecorded') continue;
    const from = holding(data.on, filedOn).certainFrom;
    rows.push({
      project_id: projectId,
      ...spanOf({ from }),
      kind: type === 'SiteVisited' ? 'siteVisit' : 'helpAction',
      person_id: data.personId,
      zone_id: zoneOn(zones, from),
      on_date: data.on,
      text: ('text' in data ? data.text : data.found) ?? '',
      fact_id: id,
    });
  }
  return rows.sort(byFirstDay);
}

const NO_FACTS = JSON.stringify({ factIds: [] } satisfies ChargeDetail);

/** The first day on which the report of a month is missed: it is due on the month's last day. */
const dayAfter = (month: number): Day => firstDay(monthFromNumber(month + 1)) as Day;

function zoneOn(zones: Answering['zones'], day: Day): string {
  const there = zones.find((zone) => sharedDays(zone, { from: day, until: addDays(day, 1) }));
  return (there as { zoneId: string }).zoneId;
}
