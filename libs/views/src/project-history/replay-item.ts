import {
  dateInChinese,
  isMending,
  precisionOf,
  type EventMetadata,
  type FactDate,
  type Json,
  type Precision,
  type Texts,
} from '#kernel';
import { FACT_TEXTS } from '#ledger';
import type { Change } from './changes.ts';
import { fieldText } from './field-texts.ts';
import { STANDING_TEXTS } from './page.ts';
import type { KnownHistory, NumberedEvent } from './queries.ts';
import { happenedOn, replay, type Replayed, type ReplayOrder, type StateAfter } from './replay.ts';

/** When something happened, as it was reported. */
export interface Happened {
  readonly date: FactDate;
  readonly precision: Precision;
  readonly text: Texts;
}

export function happened(on: FactDate | null): Happened | null {
  return on === null ? null : { date: on, precision: precisionOf(on), text: { zh: dateInChinese(on), en: on } };
}

/** One step of a replay as it is answered: what was said, when and by whom, what it changed, and how the project stood then. */
export interface ReplayStep {
  readonly step: number;
  readonly seq: number;
  readonly revision: string;
  readonly eventId: string;
  readonly type: string;
  readonly label: Texts;
  readonly data: Json;
  /** When it happened; null where it says nothing of a day. */
  readonly on: Happened | null;
  readonly filedAt: string;
  /** The filing time is the source's own claim. */
  readonly filedAtClaimed: boolean;
  readonly recordedAt: string;
  readonly actor: EventMetadata['actor'];
  readonly source: EventMetadata['source'];
  readonly commandId: string;
  /** The event that it corrects or takes back. */
  readonly mends?: { readonly eventId: string; readonly seq: number; readonly type: string; readonly label: Texts };
  readonly changes: readonly (Change & { readonly label: Texts })[];
  readonly after: StateAfter & { readonly standingLabel: Texts };
}

const UNREGISTERED: Texts = { zh: '尚未入库', en: 'not registered yet' };

function replayStep({ step, event, mends, changes, after }: Replayed<NumberedEvent>): ReplayStep {
  const { metadata } = event;
  return {
    step,
    seq: event.seq,
    revision: String(event.revision),
    eventId: event.id,
    type: event.type,
    label: FACT_TEXTS[event.type],
    data: event.data,
    on: happened(happenedOn(event)),
    filedAt: metadata.filedAt,
    filedAtClaimed: metadata.filedAtClaimed ?? false,
    recordedAt: metadata.recordedAt,
    actor: metadata.actor,
    source: metadata.source,
    commandId: metadata.commandId,
    ...(isMending(event) &&
      mends && { mends: { eventId: mends.id, seq: mends.seq, type: mends.type, label: FACT_TEXTS[mends.type] } }),
    changes: changes.map((change) => ({ ...change, label: fieldText(change.field) })),
    after: {
      ...after,
      standingLabel: after.standing === 'unregistered' ? UNREGISTERED : STANDING_TEXTS[after.standing],
    },
  };
}

/** The steps of a replay after those that are skipped, at most `limit`. */
export function stepsOf(
  history: KnownHistory,
  from: { readonly order: ReplayOrder; readonly skip?: number },
  limit: number,
): ReplayStep[] {
  const steps: ReplayStep[] = [];
  for (const step of replay(history, history.events, from)) {
    steps.push(replayStep(step));
    if (steps.length === limit) break;
  }
  return steps;
}

/** What a replay by the order of filing rests on. */
export const FILED_NOTE: Texts = {
  zh: '按填报时间排列：导入数据的填报时间是来源自述的，未经证实',
  en: 'in the order of filing: the filing times of imported data are claims of their sources',
};
