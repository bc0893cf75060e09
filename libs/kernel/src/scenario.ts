import { dayOf, type Instant } from './dates.ts';
import { fold, type Command, type Context, type Decider } from './decider.ts';
import type { Event, EventMetadata, Recorded } from './events.ts';
import { isRefusal } from './refusals.ts';

/** Fixed time of every scenario: noon in Shanghai. */
const SCENARIO_FILED_AT: Instant = '2026-11-22T04:00:00.000Z';

/** Id of the n-th event of a scenario, from 1. */
export function eventId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Events as a store would return them: the n-th has id `eventId(n)` and, unless it says otherwise, the scenario's time. */
export function recorded<E extends Event>(
  events: readonly (E & { readonly filedAt?: Instant })[],
  stream = 'stream-1',
): Recorded<E>[] {
  return events.map((event, i) => {
    const id = eventId(i + 1);
    const metadata = metadataAt(id, event.filedAt ?? SCENARIO_FILED_AT);
    return { ...event, id, stream, revision: BigInt(i), metadata };
  });
}

function metadataAt(commandId: string, filedAt: Instant): EventMetadata {
  return {
    recordedAt: filedAt,
    filedAt,
    commandId,
    commandDigest: 'sha256:0',
    actor: { id: 'local', role: 'coordinator' },
    correlationId: commandId,
    causationId: commandId,
    source: { kind: 'api' },
    schema: 1,
  };
}

/**
 * The given/when/then harness of deciders.
 * `given(…events).when(command).then(…events)` · `.thenRefused(code, params?)` · `given(…).shows(read, expected)`
 */
export function scenario<State, C extends Command, E extends Event>(decider: Decider<State, C, E>) {
  return (...history: readonly (E & { readonly filedAt?: Instant })[]) => {
    const events = recorded(history);
    const state = fold(decider, events);
    return {
      when(command: C, context: Partial<Context> = {}) {
        const filedAt = context.filedAt ?? SCENARIO_FILED_AT;
        const decision = decider.decide(command, state, {
          filedAt,
          filedOn: dayOf(filedAt),
          missing: new Set(),
          leadsTo: [],
          ...context,
        });
        return {
          then: (...expected: readonly E[]): void => expect(decision).toEqual(expected),
          thenRefused: (code: string, params?: object): void => {
            expect(isRefusal(decision) ? decision.refused : decision).toBe(code);
            if (params && isRefusal(decision)) expect(decision.params).toMatchObject(params);
          },
        };
      },
      shows<T>(read: (state: State) => T, expected: T): void {
        expect(read(state)).toEqual(expected);
      },
    };
  };
}
