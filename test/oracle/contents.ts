import type { JsonObject } from '#kernel';
import type { ToldEvent } from './ledgers.ts';

const DAY = 24 * 3_600_000;

/** A history of one stream. */
type Stream = readonly ToldEvent[];

const isOf = (type: string) => (told: ToldEvent) => told.event.type === type;
const data = ({ event }: ToldEvent) => event.data as JsonObject;
const mends = (stream: Stream, what: (of: ToldEvent) => boolean, how: string): number =>
  stream.filter((one) => {
    const mended = stream.find(({ event }) => event.id === data(one)['factId']);
    return isOf(how)(one) && mended !== undefined && what(mended);
  }).length;
const DATES = ['on', 'from', 'until', 'period', 'to'];
const dates = (stream: Stream): string[] =>
  stream.flatMap((one) => DATES.map((field) => data(one)[field]).filter((date) => typeof date === 'string'));
const filedBefore = ({ event, at }: ToldEvent): number => at - Date.parse(event.metadata['filedAt'] as string);

/** What a ledger must have in it for its answers to be worth comparing: how often it is there in a stream. */
const CONTENTS: Readonly<Record<string, (stream: Stream) => number>> = {
  'a fact corrected': (s) => s.filter(isOf('FactCorrected')).length,
  'a fact corrected again': (s) =>
    s.filter(isOf('FactCorrected')).length -
    new Set(s.filter(isOf('FactCorrected')).map((c) => data(c)['factId'])).size,
  'a correction revoked': (s) => mends(s, isOf('FactCorrected'), 'FactRevoked'),
  'a fact revoked': (s) => mends(s, (of) => !of.event.type.startsWith('Fact'), 'FactRevoked'),
  'a revocation revoked': (s) => mends(s, isOf('FactRevoked'), 'FactRevoked'),
  'a merger revoked': (s) => mends(s, isOf('ProjectMergedInto'), 'FactRevoked'),
  'a phase': (s) => s.filter((one) => data(one)['phase'] !== undefined).length,
  'a handover': (s) =>
    new Set(
      s.filter((one) => isOf('LeaderAssigned')(one) && data(one)['lead'] === true).map((one) => data(one)['personId']),
    ).size - 1,
  'a release': (s) => s.filter(({ event }) => event.type.endsWith('Released')).length,
  'nobody in charge': (s) =>
    Number(isOf('ProjectRegistered')(s[0] as ToldEvent) && !s.some(({ event }) => event.type.startsWith('Leader'))),
  'an imprecise date': (s) => dates(s).filter((date) => date !== 'unknown' && date.length !== 10).length,
  'an unknown date': (s) => dates(s).filter((date) => date === 'unknown').length,
  'a voided project': (s) => s.filter(isOf('ProjectVoided')).length,
  'a merged project': (s) => s.filter(isOf('ProjectMergedInto')).length,
  'a target revised': (s) => s.filter(isOf('TargetRevised')).length,
  'a zone in another tier': (s) => s.filter(isOf('ZoneRetiered')).length,
  'a zone renamed': (s) => s.filter(isOf('ZoneRenamed')).length,
  'a unit renamed': (s) => s.filter(isOf('OrganizationRenamed')).length,
  'filed days before it was recorded': (s) => s.filter((one) => filedBefore(one) > DAY).length,
  'filed, as it says, days after it was recorded': (s) => s.filter((one) => filedBefore(one) < -DAY).length,
  'recorded in one instant with the event before': (s) => s.filter(({ at }, i) => s[i - 1]?.at === at).length,
  'recorded on another day than in Greenwich': (s) => s.filter(({ at }) => at % DAY >= (DAY * 2) / 3).length,
};

/** How often each of them is in a ledger. */
export class Contents {
  readonly counts = new Map(Object.keys(CONTENTS).map((name) => [name, 0]));

  add(events: readonly ToldEvent[]): void {
    for (const stream of Map.groupBy(events, (told) => told.stream).values()) {
      for (const [name, count] of Object.entries(CONTENTS)) {
        this.counts.set(name, (this.counts.get(name) ?? 0) + Math.max(0, count(stream)));
      }
    }
  }
}
