import { addDays, daysBetween, lastDay, type Day } from '#kernel';
import { addMonths, exitOf, landTerm, PERMIT_MONTHS, sooner } from './deadlines-terms.ts';
import { evidenceOf, idOf, knownOn, type AtHand, type FindingCode, type Found } from './findings-made.ts';
import { firstMet } from './met.ts';
import { plansOf } from './plans.ts';

const YEAR = 12;

/** What time has overtaken: plans that moved, and terms that passed without a start. */
export function foundInTime(hand: AtHand): Found[] {
  return [...slipped(hand), ...contractOverdue(hand), ...landIdle(hand), ...permitLapsed(hand)];
}

/**
 * A plan slips when it moves to a later last day; one brought forward, or said less precisely, does not. Each slip
 * is new evidence from the day it was filed. `days`: from the first plan to the current one, null where either has no date.
 */
function slipped(hand: AtHand): Found[] {
  return plansOf(hand.facts).flatMap(({ milestone, phase, baseline, current, moves }) => {
    const found: Found[] = [];
    const slips: string[] = [];
    let from = '';
    moves.forEach(({ direction, factId }, i) => {
      const filedOn = knownOn(hand.facts.filter(({ id }) => id === factId));
      if (filedOn > from) from = filedOn;
      if (direction === 'later') slips.push(factId);
      if (slips.length === 0) return;
      const planned = moves[i + 1]?.from ?? current;
      const [first, now] = [lastDay(baseline), lastDay(planned)];
      const days = first === undefined || now === undefined ? null : daysBetween(first, now);
      const params = { milestone, times: slips.length, baseline, current: planned, days };
      found.push({
        id: idOf('PlanSlipped', milestone, phase),
        code: 'PlanSlipped',
        factIds: evidenceOf(slips),
        params: phase === undefined ? params : { ...params, phase },
        from,
      });
    });
    return found;
  });
}

/** The contract's agreed start is past, without a start of its phase or an exit. */
function contractOverdue(hand: AtHand): Found[] {
  return hand.facts.flatMap((fact) => {
    if (fact.type !== 'ProjectSigned') return [];
    const { agreedStart, phase } = fact.data;
    const agreed = agreedStart === undefined ? undefined : lastDay(agreedStart);
    if (agreedStart === undefined || agreed === undefined) return [];
    const overdue = { code: 'ContractStartOverdue', about: phase, factIds: [fact.id], phase } as const;
    return lapse(hand, { ...overdue, params: { agreed: agreedStart }, from: addDays(agreed, 1) });
  });
}

/**
 * Land on which no work started a year, and two years, after the agreed start (闲置土地处置办法 §2, §14; 城市房地产管理法 §26).
 * A start of its phase counts for all its parcels: the ledger knows no start of a parcel. Of an exited project nothing more
 * is expected.
 */
function landIdle(hand: AtHand): Found[] {
  return hand.facts.flatMap((fact) => {
    if (fact.type !== 'LandSupplied') return [];
    const term = landTerm(fact, hand.reached);
    if (!term) return [];
    const { agreedStart, parcelId, contractNo, phase } = fact.data;
    const params = {
      startBy: term.startBy,
      agreedStart: agreedStart ?? null,
      ...(parcelId !== undefined && { parcelId }),
      ...(contractNo !== undefined && { contractNo }),
    };
    const idle = { about: fact.id, factIds: term.factIds, phase, params };
    const [one, two] = [1, 2].map((years) => addDays(addMonths(term.startBy, years * YEAR), 1)) as [Day, Day];
    return [
      ...lapse(hand, { ...idle, code: 'LandIdleOneYear', from: one, until: two }),
      ...lapse(hand, { ...idle, code: 'LandIdleTwoYears', from: two }),
    ];
  });
}

/** No start within three months of the permit of its phase (建筑法 §9). */
function permitLapsed(hand: AtHand): Found[] {
  return (hand.reached.get('permitted') ?? []).flatMap(({ on, phase, factId }) => {
    const permit = lastDay(on);
    if (permit === undefined) return [];
    const lapsed = addMonths(permit, PERMIT_MONTHS);
    const params = { permit: on, lapsed };
    return lapse(hand, {
      code: 'PermitLapsed',
      about: phase,
      factIds: [factId],
      phase,
      params,
      from: addDays(lapsed, 1),
    });
  });
}

/** A term that passed: found from the day after it until a start of the phase, whatever comes after a start, or the exit. */
function lapse(
  { reached, standing }: AtHand,
  of: {
    readonly code: FindingCode;
    readonly about: string | undefined;
    readonly factIds: readonly string[];
    readonly phase: string | undefined;
    readonly params: Found['params'];
    readonly from: Day;
    readonly until?: Day;
  },
): Found[] {
  const { code, about, factIds, phase, params, from } = of;
  const started = firstMet(reached, 'constructionStarted', phase)?.day;
  const until = sooner(sooner(started, exitOf(standing)), of.until);
  if (until !== undefined && until <= from) return [];
  const said = phase === undefined ? params : { ...params, phase };
  return [{ id: idOf(code, about), code, factIds, params: said, from, ...(until !== undefined && { until }) }];
}
