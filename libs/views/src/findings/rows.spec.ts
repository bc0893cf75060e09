import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '#kernel';
import { FOREVER } from '#database';
import {
  factsOf,
  findingsOn,
  hasLeftTheLists,
  holdsOn,
  registrationSteps,
  tenuresOf,
  type EffectiveFact,
} from '#ledger';
import { histories } from '../testing/histories.ts';
import { findingsDerived, heldRowsAfter } from './rows.ts';
import type { FindingRow } from './schema.ts';

const PROJECT = { project_id: 'p1', number: 7 };
const findingRows = (facts: readonly EffectiveFact[]): readonly FindingRow[] =>
  findingsDerived(PROJECT, facts, undefined).rows['findings'] as readonly FindingRow[];

/** The days that mean something in the histories, and some around them. */
const days = fc.oneof(
  fc.constantFrom('2025-12-20', '2026-01-10', '2026-03-06', '2026-03-07', '2026-04-01', '2027-04-01', '2028-04-01'),
  fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2031-12-31') }).map(dayFromNumber),
);
const covers = (row: { valid_from: number; valid_to: number }, day: string): boolean =>
  row.valid_from <= dayNumber(day) && dayNumber(day) < row.valid_to;

it('say of every day what the facts say of it', () => {
  fc.assert(
    fc.property(histories, days, (history, day) => {
      const facts = factsOf(history);
      const isListed = facts.some(({ type }) => type === 'ProjectRegistered') && !hasLeftTheLists(facts);
      const steps = registrationSteps(facts);
      const zone = (steps.findLast(({ from }) => from <= day) ?? steps[0])?.registration.zoneId;
      const rows = findingRows(facts).filter((row) => covers(row, day));
      expect(
        rows
          .map((row) => ({
            id: row.finding,
            zone: row.zone_id,
            params: JSON.parse(row.params) as unknown,
            factIds: JSON.parse(row.fact_ids) as unknown,
            since: row.since,
            explained: row.explained,
          }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      ).toEqual(
        (isListed ? findingsOn(facts, day) : [])
          .map(({ id, params, factIds, since, explanation }) => ({
            id,
            zone,
            params,
            factIds,
            since: dayNumber(since),
            explained: explanation ? 1 : 0,
          }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      const held = heldRowsAfter(PROJECT, facts, undefined).filter((row) => covers(row, day));
      expect(held.map(({ role, holder_id }) => `${role} ${holder_id}`).sort()).toEqual(
        (isListed ? tenuresOf(facts) : [])
          .filter((tenure) => holdsOn(tenure, day))
          .map(({ role, holderId }) => `${role} ${holderId}`)
          .sort(),
      );
    }),
    { numRuns: 300 },
  );
});

it('hold each on its own days, in their order', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const rows = findingRows(factsOf(history));
      const keys = rows.map(({ finding, valid_from }) => `${finding} ${valid_from}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { valid_from, valid_to } of rows) expect(valid_from).toBeLessThan(valid_to);
      expect(rows.map(({ valid_from }) => valid_from)).toEqual(
        rows.map(({ valid_from }) => valid_from).sort((a, b) => a - b),
      );
      expect(rows.every(({ valid_to }) => valid_to <= FOREVER)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
