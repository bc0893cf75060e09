import fc from 'fast-check';
import { addDays, dayFromNumber, dayNumber, fenOf, intervalOf, monthNumber, type Day } from '#kernel';
import {
  answerable,
  dueDay,
  factsOf,
  hasLeftTheLists,
  investedSteps,
  investmentsOf,
  plansOf,
  rankOf,
  registrationSteps,
  reportGapsOf,
  stageOn,
  stagesReached,
  standingSteps,
  tenuresOf,
  type EffectiveFact,
} from '#ledger';
import type { Span } from '../spans.ts';
import { histories } from '../testing/histories.ts';
import { DISPATCH_PARTS, dispatchRowsOf, type DispatchPart, type DispatchRows } from './rows.ts';
import { MOVED } from './schema.ts';

const project = { project_id: 'p1', number: 1 };
const DAYS = Array.from({ length: 31 }, (_, i) => addDays('2024-10-31', i * 29));
const shows = (facts: readonly EffectiveFact[]): boolean =>
  facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);

function rowsOn<P extends DispatchPart>(part: P, facts: readonly EffectiveFact[], day: Day): DispatchRows[P][number][] {
  const number = dayNumber(day);
  const rows = dispatchRowsOf(part, project, facts) as readonly (DispatchRows[P][number] & Span)[];
  return rows.filter(({ valid_from, valid_to }) => valid_from <= number && number < valid_to);
}

function zoneOn(facts: readonly EffectiveFact[], day: Day): string {
  const steps = registrationSteps(facts);
  return (steps.findLast(({ from }, i) => i === 0 || from <= day) as (typeof steps)[number]).registration.zoneId;
}

/** Holds for any project in the lists and any of the days. */
function always(said: (facts: readonly EffectiveFact[], day: Day) => void): void {
  fc.assert(
    fc.property(histories, (history) => {
      const facts = factsOf(history);
      if (!shows(facts)) for (const part of DISPATCH_PARTS) expect(dispatchRowsOf(part, project, facts)).toEqual([]);
      else for (const day of DAYS) said(facts, day);
    }),
    { numRuns: 150 },
  );
}

it('moves a project once a milestone, on the day from which it is certain, and never without a date', () =>
  always((facts, day) => {
    const reached = stagesReached(facts).filter(
      ({ stage, on, certainFrom }) =>
        MOVED.some((moved) => moved === stage) && intervalOf(on) !== undefined && certainFrom <= day,
    );
    const rows = rowsOn('movements', facts, day);
    expect(rows.map(({ milestone, fact_id }) => [milestone, fact_id]).sort()).toEqual(
      reached.map(({ stage, factId }) => [stage, factId]).sort(),
    );
    for (const { on_date, valid_from, zone_id } of rows) {
      expect(intervalOf(on_date)?.last).toBe(dayFromNumber(valid_from));
      expect(zone_id).toBe(zoneOn(facts, dayFromNumber(valid_from)));
    }
  }));

it('waits while the stage says so and the project has not left', () =>
  always((facts, day) => {
    const reached = stagesReached(facts);
    const rank = rankOf(stageOn(reached, day).stage) as number;
    const exit = standingSteps(facts).find(({ standing }) => standing === 'exited');
    const left = exit !== undefined && exit.from <= day;
    const isSigned = reached.some(({ stage, certainFrom }) => stage === 'signed' && certainFrom <= day);
    const started = rankOf('constructionStarted') as number;
    const producing = rankOf('inProduction') as number;
    const waits = [
      ...(isSigned && rank < started && !left ? ['signedNotStarted'] : []),
      ...(rank >= started && rank < producing && !left ? ['startedNotProducing'] : []),
    ];
    const rows = rowsOn('waits', facts, day);
    expect(rows.map(({ kind }) => kind)).toEqual(waits);
    for (const { zone_id } of rows) expect(zone_id).toBe(zoneOn(facts, day));
    const further = stageOn(reached, day).possibleStage;
    const isPossible = rank < producing && further !== undefined && (rankOf(further) as number) >= producing;
    for (const { kind, possibly_to } of rows)
      if (kind === 'startedNotProducing')
        expect(possibly_to !== null && possibly_to <= dayNumber(day)).toBe(isPossible);
  }));

it('is silent while the report of the last month due is not filed, under who was to file it', () =>
  always((facts, day) => {
    const month = monthNumber(day) - (dueDay(monthNumber(day)) === day ? 0 : 1);
    const isMissing = reportGapsOf(facts).some(
      ({ first, end, filedOn }) =>
        first <= month && (end === undefined || month < end) && (filedOn === undefined || filedOn > day),
    );
    const units = answerable(tenuresOf(facts), 'responsibleUnit', dueDay(month)).map((unit) => unit ?? '');
    const rows = rowsOn('silences', facts, day);
    expect(rows.map(({ unit_id }) => unit_id).sort()).toEqual(isMissing ? units.toSorted() : []);
    for (const { zone_id } of rows) expect(zone_id).toBe(zoneOn(facts, dueDay(month)));
  }));

it('has the plans of the year, of each phase the one that was filed last, and what was invested in it', () =>
  always((facts, day) => {
    const year = Number(day.slice(0, 4));
    const plans = facts
      .filter((fact) => fact.type === 'AnnualPlanSet')
      .filter((fact) => fact.data.year === year && fact.filedOn <= day)
      .filter(({ data }, i, all) => all.findLastIndex((one) => one.data.phase === data.phase) === i);
    const planned = plans.length === 0 ? -1 : plans.reduce((sum, { data }) => sum + fenOf(data.investment), 0);
    const step = investedSteps(investmentsOf(facts)).findLast(({ from }) => from <= day);
    const invested = step?.year === String(year) ? step.inYear : 0;
    const rows = rowsOn('money', facts, day);
    expect(rows.map((row) => [row.year, row.plan_fen, row.invested_fen, row.zone_id])).toEqual(
      planned < 0 && invested === 0 ? [] : [[year, planned, invested, zoneOn(facts, day)]],
    );
  }));

it('has every move of a plan to a later day, numbered by plan', () =>
  always((facts, day) => {
    const moves = plansOf(facts).flatMap((plan) => plan.moves.filter(({ direction }) => direction === 'later'));
    const filed = moves.filter(({ factId }) => facts.some(({ id, filedOn }) => id === factId && filedOn <= day));
    const rows = rowsOn('slips', facts, day);
    expect(rows.map(({ fact_id }) => fact_id).sort()).toEqual(filed.map(({ factId }) => factId).sort());
    const all = dispatchRowsOf('slips', project, facts);
    for (const { milestone, phase, times } of all) {
      const same = all.filter((row) => row.milestone === milestone && row.phase === phase);
      expect(same.map((row) => row.times)).toContain(1);
      expect(times).toBeLessThanOrEqual(same.length);
    }
  }));
