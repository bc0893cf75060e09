import { StreamNotFound, type EventStore } from '#event-store';
import { carryOut, Executor, reassignmentSlice, reassignmentStream, type Order, type Outcome } from '#ledger';
import { generateDemo } from './generate-demo.ts';
import { executeInOrder } from './in-order.ts';
import type { DemoPerson } from './world.ts';

/** The demonstration ends on this day, whatever day it is: the same seed gives the same ledger. */
export const DEMO_UNTIL = '2026-10-31';

export interface DemoResult {
  /** `occupied`: the folder holds another ledger, and was left as it is. */
  readonly outcome: 'filled' | 'complete' | 'occupied';
  readonly orders: number;
  readonly refused: number;
}

/** Where the demonstration goes: the log, and whoever keeps the people. */
export interface DemoTarget {
  readonly store: EventStore;
  readonly people: { definePerson(person: DemoPerson): Promise<unknown> };
}

/** Fills an empty ledger, or one in which the same demonstration was begun and broke off. Never writes into another one. */
export async function fillDemo(
  { store, people: registry }: DemoTarget,
  options: {
    readonly seed: number;
    readonly clock: () => number;
    /** Whether the log writes appends in the order in which they were sent. */
    readonly keepsOrder: boolean;
    readonly progress: (done: number, of: number) => void;
  },
): Promise<DemoResult> {
  const { people, orders } = generateDemo({ seed: options.seed, until: DEMO_UNTIL });
  const found = { orders: orders.length, refused: 0 };
  if ((await store.readLast()) !== undefined) {
    if (!(await holds(store, orders[0]))) return { ...found, outcome: 'occupied' };
    if (await holds(store, orders.at(-1))) return { ...found, outcome: 'complete' };
  }
  for (const person of people) await registry.definePerson(person);
  let count = 0;
  let refused = 0;
  const done = (outcomes: readonly Outcome[]): void => {
    count += outcomes.length;
    refused += outcomes.filter(({ kind }) => kind !== 'accepted').length;
    options.progress(count, orders.length);
  };
  const known = new Set(people.map(({ id }) => `person-${id}`));
  const knows = (reference: string): Promise<boolean> => Promise.resolve(known.has(reference));
  await executeInOrder(orders, { store, clock: options.clock, knows, keepsOrder: options.keepsOrder }, done);
  // A server would do it at its start; what nobody starts is complete, too.
  const executor = new Executor({ store, clock: options.clock, knows });
  for (const { slice, streamId } of orders)
    if (slice === reassignmentSlice) await carryOut(executor, streamId.slice(reassignmentStream('').length));
  return { outcome: 'filled', orders: orders.length, refused };
}

/** Whether an order was carried out in this log. */
async function holds(store: EventStore, order: Order | undefined): Promise<boolean> {
  if (!order) return false;
  try {
    for await (const { metadata } of store.readStream(order.streamId)) {
      if (metadata.commandId === order.commandId) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof StreamNotFound) return false;
    throw error;
  }
}
