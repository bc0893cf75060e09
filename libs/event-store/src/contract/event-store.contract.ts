import { appendCases } from './append.ts';
import { dataCases } from './data.ts';
import { eachTest } from './harness.ts';
import type { OpenLog } from './harness.ts';
import { idempotencyCases } from './idempotency.ts';
import { readCases } from './reads.ts';
import { subscriptionCases } from './subscriptions.ts';

export type { OpenLog } from './harness.ts';

/**
 * What every adapter promises. The numbers and names are those of the catalogue of cases; numbers that are missing are cases
 * of things the port does not have (deletes, links, stream metadata, binary events, "any").
 */
export function eventStoreContract(name: string, { open }: { readonly open: () => Promise<OpenLog> }): void {
  describe(`${name}: event store contract`, () => {
    const log = eachTest(open);
    describe('append and revisions', () => appendCases(log));
    describe('idempotency', () => idempotencyCases(log));
    describe('reads', () => readCases(log));
    describe('subscriptions', () => subscriptionCases(log));
    describe('data and hostile input', () => dataCases(log));
  });
}
