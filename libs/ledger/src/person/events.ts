import type { Event, FactCorrected, FactDate, FactRevoked } from '#kernel';

/** A person holds a post at a unit from a day on. Names and phones stand in the registry, never here. */
export type PersonAppointed = Event<
  'PersonAppointed',
  { readonly unitId: string; readonly post: string; readonly from: FactDate; readonly doc?: string }
>;

/** A person leaves a post, or every post at the unit where none is named; `until` is the first day not held. */
export type PersonLeftPost = Event<
  'PersonLeftPost',
  { readonly unitId: string; readonly post?: string; readonly until: FactDate }
>;

export type PersonFact = PersonAppointed | PersonLeftPost;
export type PersonEvent = PersonFact | FactCorrected | FactRevoked;

export const personStream = (personId: string): string => `person-${personId}`;
