import type { Instant, Json, Texts } from '#kernel';
import { FACT_TEXTS, type ProjectEvent } from '#ledger';
import { fieldText } from '../project-history/field-texts.ts';
import { happenedOn } from '../project-history/replay.ts';
import type { CausedChange, ChangeCause, Numbered } from './project-changes.ts';
import { CHANGE_KINDS, type ChangeKind, type ComparedKind } from './stand.ts';

const CAUSE_TEXTS: Readonly<Record<ChangeCause, Texts>> = {
  late: { zh: '事后补报', en: 'filed after the day' },
  learned: { zh: '此后入账', en: 'recorded since' },
  corrected: { zh: '事后更正', en: 'corrected after the fact' },
  happened: { zh: '期间发生', en: 'happened since' },
};

export const COMPARED_TEXTS: Readonly<Record<ComparedKind, Texts>> = {
  ...CHANGE_KINDS,
  learned: { zh: '起点之日此后才得知的', en: 'learned since about the earlier day' },
  corrected: { zh: '事后更正', en: 'corrected after the fact' },
};

/** An event that made a change. */
export interface CausingEvent {
  readonly seq: number;
  readonly eventId: string;
  readonly revision: string;
  readonly type: ProjectEvent['type'];
  readonly label: Texts;
  /** When it happened, as it was reported; null where it says no date of its own. */
  readonly on: string | null;
  readonly filedAt: Instant;
  readonly filedAtClaimed: boolean;
  readonly recordedAt: Instant;
  readonly actor: Json;
}

/** One change as a comparison shows it. */
export interface ChangeItem {
  readonly field: string;
  readonly label: Texts;
  readonly kind: ChangeKind;
  readonly from: Json;
  readonly to: Json;
  readonly cause: ChangeCause;
  readonly causeLabel: Texts;
  readonly events: readonly CausingEvent[];
}

export function changeItem({ field, kind, from, to, cause, events }: CausedChange): ChangeItem {
  return {
    field,
    label: fieldText(field),
    kind,
    from,
    to,
    cause,
    causeLabel: CAUSE_TEXTS[cause],
    events: events.map(causingEvent),
  };
}

function causingEvent(event: Numbered): CausingEvent {
  const { seq, id, revision, type, metadata } = event;
  const { filedAt, recordedAt, actor, filedAtClaimed = false } = metadata;
  return {
    seq,
    eventId: id,
    revision: String(revision),
    type,
    label: FACT_TEXTS[type],
    on: happenedOn(event),
    filedAt,
    filedAtClaimed,
    recordedAt,
    actor: { ...actor },
  };
}

/** Everybody and everything that changes name: people, zones and units. */
export function idsIn(changes: readonly CausedChange[]): { readonly people: string[]; readonly defined: string[] } {
  const ids = (kinds: readonly string[]): string[] =>
    changes
      .filter(({ field }) => kinds.includes(field))
      .flatMap(({ from, to }) => [from, to].flat())
      .filter((id): id is string => typeof id === 'string');
  return {
    people: ids(['leaderId', 'coLeaderIds', 'responsiblePersonId']),
    defined: ids(['zoneId', 'responsibleUnitId', 'agentUnitId']),
  };
}
