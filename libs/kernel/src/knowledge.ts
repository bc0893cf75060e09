import { addDays, intervalOf, isDay, type Day, type Instant } from './dates.ts';

/** A point in what the ledger came to know, as somebody writes it: an event's seq, an instant, or the end of a day in Shanghai. */
export type KnownAt =
  | { readonly kind: 'seq'; readonly seq: number }
  | { readonly kind: 'instant'; readonly instant: Instant }
  | { readonly kind: 'day'; readonly day: Day; readonly instant: Instant };

const SEQ = /^[1-9]\d{0,14}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** `4711`, `2026-06-30T18:00:00+08:00`, `2026-06-30`; undefined for anything else. An instant names its offset from UTC. */
export function knownAtOf(text: string): KnownAt | undefined {
  if (SEQ.test(text)) return { kind: 'seq', seq: Number(text) };
  if (isDay(text)) return { kind: 'day', day: text, instant: endOfDay(text) };
  const instant = instantIn(text);
  return instant === undefined ? undefined : { kind: 'instant', instant };
}

/** The last millisecond of a day in Shanghai. */
export function endOfDay(day: Day): Instant {
  return `${day}T15:59:59.999Z`;
}

function instantIn(text: string): Instant | undefined {
  const [, day = '', hours = '', minutes = '', seconds = '00', fraction = '', offset = ''] = INSTANT.exec(text) ?? [];
  if (!intervalOf(day) || hours > '23' || minutes > '59' || seconds > '59') return undefined;
  const sign = offset.startsWith('-') ? 1 : -1;
  const [offsetHours = 0, offsetMinutes = 0] = offset === 'Z' ? [] : offset.slice(1).split(':').map(Number);
  if (offsetHours > 14 || offsetMinutes > 59) return undefined;
  const inMinutes = Number(hours) * 60 + Number(minutes) + sign * (offsetHours * 60 + offsetMinutes);
  const date = addDays(day, Math.floor(inMinutes / 1440));
  const minuteOfDay = ((inMinutes % 1440) + 1440) % 1440;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:${seconds}.${fraction.padEnd(3, '0')}Z`;
}
