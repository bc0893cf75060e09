import {
  isMending,
  mendingsOf,
  refused,
  sameJson,
  type Command,
  type Decision,
  type Event,
  type FactCorrected,
  type FactRevoked,
  type JsonObject,
  type Recorded,
  type Refusal,
} from '#kernel';

/** The two commands that mend what any stream of facts says. */
export type MendingCommand = Command<'CorrectFact', FactCorrected['data']> | Command<'RevokeFact', FactRevoked['data']>;

/**
 * What a correction comes to: nothing where the fact says so already. `unfit` tells why the corrected fact cannot stand; only
 * what no fact may say counts there, because correcting always passes.
 */
export function corrected<E extends Event>(
  data: FactCorrected['data'],
  history: readonly Recorded[],
  unfit: (fact: E) => Refusal | undefined,
): Decision<FactCorrected> {
  const { factId } = data;
  const target = history.find(({ id }) => id === factId);
  if (!target) return refused('FactNotFound', { factId });
  if (isMending(target)) return refused('MendingNotCorrectable', { factId });
  const holds = mendingsOf(history).correctedBy.get(factId)?.data.data ?? (target.data as JsonObject);
  if (sameJson(holds, data.data)) return [];
  return unfit({ type: target.type, data: data.data as object } as E) ?? [{ type: 'FactCorrected', data }];
}

/** What a revocation comes to: nothing where the event is revoked already. */
export function revoked(data: FactRevoked['data'], history: readonly Recorded[]): Decision<FactRevoked> {
  const { factId } = data;
  if (!history.some(({ id }) => id === factId)) return refused('FactNotFound', { factId });
  return mendingsOf(history).revokedBy.has(factId) ? [] : [{ type: 'FactRevoked', data }];
}
