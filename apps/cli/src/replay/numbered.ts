import { existsSync } from 'node:fs';
import { knownAtOf, type Instant, type KnownAt, type Texts } from '#kernel';
import type { Sequence, SequencePoint } from '#database';
import type { EventStore } from '#event-store';
import type { Places } from '../../../server/src/places.ts';
import { CommandFailed } from '../output.ts';

/** The last event that was known at a point. */
export interface LastKnown {
  readonly seq: number;
  readonly recordedAt: Instant | null;
}

/** The number of each event of a stream in the whole ledger, and the last one known. */
export interface Numbers {
  readonly seqs: readonly number[];
  readonly last: LastKnown;
}

interface Asked {
  readonly positions: readonly bigint[];
  /** The last event of the log that is looked at: what is written meanwhile is left out. */
  readonly end: bigint;
  readonly knownAt: string | undefined;
}

/**
 * Numbers events at ascending positions. The numbers are the projector's where it has got to; the rest of the log, or all of
 * it where there are none, is read and counted. Throws CommandFailed for a point that is none.
 */
export async function numbered(
  store: EventStore,
  places: Places,
  { positions, end, knownAt }: Asked,
): Promise<Numbers> {
  const asked = knownAt === undefined ? undefined : knownAtOf(knownAt);
  const kept = await keptNumbers(store, places, { positions, end, asked });
  const seqs = [...kept.seqs];
  const upTo = asked && 'instant' in asked ? asked.instant : undefined;
  let { seq, at, last } = kept;
  for await (const event of store.readAll(kept.position === undefined ? {} : { after: kept.position })) {
    if (event.position > end) break;
    seq++;
    const { recordedAt } = event.metadata;
    if (recordedAt > at) at = recordedAt;
    if (event.position === positions[seqs.length]) seqs.push(seq);
    if (upTo === undefined ? asked?.kind !== 'seq' || seq === asked.seq : at <= upTo) last = { seq, recordedAt: at };
  }
  // What comes later cannot fall before an event that has come.
  if (upTo !== undefined && upTo > at && Date.parse(upTo) > Date.now()) {
    throw failed('KnownAtAhead', {
      zh: `${upTo} 尚未到来：那时的台账还不知道`,
      en: `${upTo} has not come yet: nobody knows what will be known then`,
    });
  }
  if (asked?.kind === 'seq' && last?.seq !== asked.seq) {
    throw failed('KnownSeqAhead', {
      zh: `还没有序号为 ${asked.seq} 的事件：最后一个是 ${seq}`,
      en: `there is no event ${asked.seq} yet: the last one is ${seq}`,
    });
  }
  if (!last) {
    throw failed('KnownBeforeFirst', {
      zh: `${knownAt ?? ''} 早于台账的第一个事件，当时一无所知`,
      en: `${knownAt ?? ''} is before the first event of the ledger: nothing was known then`,
    });
  }
  return { seqs, last };
}

const failed = (code: string, texts: Texts): CommandFailed => new CommandFailed(code, texts);

interface KeptNumbers {
  readonly seqs: readonly number[];
  /** The last event that has its number, and the running maximum of the times of recording there. */
  readonly seq: number;
  readonly at: Instant;
  readonly position: bigint | undefined;
  /** The last event known at the point, as far as there are numbers. */
  readonly last: LastKnown | undefined;
}

const NONE: KeptNumbers = { seqs: [], seq: 0, at: '', position: undefined, last: undefined };

async function keptNumbers(
  store: EventStore,
  { database, dataDir }: Places,
  { positions, end, asked }: Omit<Asked, 'knownAt'> & { readonly asked: KnownAt | undefined },
): Promise<KeptNumbers> {
  if (database === undefined && !existsSync(dataDir)) return NONE;
  const { ForeignStore, openViews, ViewNotReady } = await import('#database');
  const views = openViews({
    database: database === undefined ? { folder: dataDir } : { url: database },
    storeId: store.storeId,
    formerIds: store.formerIds,
  });
  try {
    // Says whether the numbers are of this log.
    await views.asOf('project-history');
    const sequence = await views.sequence();
    const head = await sequence.atPosition(end);
    if (!head) return NONE;
    const upTo = positions.filter((position) => position <= head.position);
    const point = await pointOf(sequence, asked, head);
    return {
      seqs: await sequence.numbersAt(upTo),
      seq: head.seq,
      at: head.knownAt,
      position: head.position,
      last: point && { seq: point.seq, recordedAt: point.knownAt },
    };
  } catch (error) {
    if (error instanceof ViewNotReady || error instanceof ForeignStore) return NONE;
    throw error;
  } finally {
    await views.close();
  }
}

/** The last event known at a point, of those that are looked at. */
async function pointOf(
  sequence: Sequence,
  asked: KnownAt | undefined,
  head: SequencePoint,
): Promise<SequencePoint | undefined> {
  if (asked === undefined) return head;
  if (asked.kind === 'seq') return asked.seq <= head.seq ? sequence.bySeq(asked.seq) : undefined;
  const point = await sequence.atInstant(asked.instant);
  return point && point.seq > head.seq ? head : point;
}
