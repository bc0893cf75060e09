import type { Day } from '#kernel';
import { factsIn } from './facts.ts';
import type { Log } from './log.ts';
import type { Then } from './questions/question.ts';

type Said = Readonly<Record<string, string | undefined>> & { readonly from: Day };

/** What the definition of a zone or a unit and its changes say of one field, in the order of the days they hold from. */
function said(log: Log, stream: string, { field, seq }: { readonly field: string; readonly seq: number }) {
  const facts = factsIn(log.stream(stream, seq)).map(({ data }) => data as object as Said);
  return facts
    .filter((fact) => fact[field] !== undefined)
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

function on(log: Log, stream: string, { field, seq, day }: Then & { readonly field: string }): string | undefined {
  return said(log, stream, { field, seq }).findLast(({ from }) => from <= day)?.[field];
}

/** The tier that a zone was counted in on a day, as it was known. */
export function tierOn(log: Log, zone: string, then: Then): string | undefined {
  return on(log, `zone-${zone}`, { ...then, field: 'tier' });
}

/** What a zone or a unit was called on a day, as it was known; before anything was there, its first name. */
export function nameOn(log: Log, stream: string, then: Then): string | undefined {
  const field = 'name';
  return on(log, stream, { ...then, field }) ?? said(log, stream, { field, seq: then.seq })[0]?.[field];
}

/** Whether a zone or a unit is there on a day. */
export function isThereOn(log: Log, stream: string, then: Then): boolean {
  return on(log, stream, { ...then, field: 'name' }) !== undefined;
}
