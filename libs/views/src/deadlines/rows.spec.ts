import fc from 'fast-check';
import { dayFromNumber, dayNumber, lastDay } from '#kernel';
import { factsOf, hasLeftTheLists, plansOf, type EffectiveFact } from '#ledger';
import { histories } from '../testing/histories.ts';
import { deadlineRows } from './rows.ts';

const PAST = ['EnteredStatistics', 'ProjectCompleted', 'ProductionStarted'];
const isPast = (facts: readonly EffectiveFact[], phase: string | undefined): boolean =>
  facts.some(({ type, data }) => PAST.includes(type) && (!phase || data.phase === undefined || data.phase === phase));

it('show in the end the current plan of what is not reached, and no deadline twice on a day', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const facts = factsOf(history);
      const rows = deadlineRows({ project_id: 'p1', number: 7 }, facts);
      const keys = rows.map(({ deadline, valid_from }) => `${deadline} ${valid_from}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { valid_from, valid_to } of rows) expect(valid_from).toBeLessThan(valid_to);
      const isListed = facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);
      // Of the milestones that the project is not past, in a project that did not exit, the current plan is open for ever.
      const hasExited = facts.some(({ type }) => type === 'ProjectExited');
      const open = isListed && !hasExited ? plansOf(facts) : [];
      const unreported = open.filter(
        ({ milestone, current, phase }) => milestone === 'inStatistics' && !isPast(facts, phase) && lastDay(current),
      );
      const last = rows.filter(
        ({ valid_to, deadline }) => dayNumber('2999-01-01') < valid_to && deadline.startsWith('plan/inStatistics'),
      );
      expect(last.map(({ due, phase }) => [dayFromNumber(due), phase]).sort()).toEqual(
        unreported.map(({ current, phase }) => [lastDay(current), phase ?? null]).sort(),
      );
    }),
    { numRuns: 300 },
  );
});
