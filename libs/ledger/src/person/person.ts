import {
  firstDay,
  refused,
  sameJson,
  type Command,
  type Context,
  type Decider,
  type JsonObject,
  type Recorded,
  type Refusal,
  type Texts,
} from '#kernel';
import { notYet } from '../dated.ts';
import { corrected, revoked, type MendingCommand } from '../mending.ts';
import type { PersonEvent, PersonFact, PersonLeftPost } from './events.ts';
import { leaves, personFacts, postDay, postsHeld, type EffectivePersonFact } from './posts.ts';

/** The command that files each fact. */
export const PERSON_COMMAND_OF = {
  PersonAppointed: 'AppointPerson',
  PersonLeftPost: 'LeavePost',
} as const satisfies Readonly<Record<PersonFact['type'], string>>;

export type PersonCommand =
  | { [F in PersonFact as F['type']]: Command<(typeof PERSON_COMMAND_OF)[F['type']], F['data']> }[PersonFact['type']]
  | MendingCommand;

/** The posts of a person are what has been filed of them, in log order. */
export type Person = readonly Recorded<PersonEvent>[];

/**
 * The stream of one person's posts. Who the person is stands in the registry, which must know them before the first
 * appointment; a person may hold several posts at once.
 */
export const person: Decider<Person, PersonCommand, PersonEvent> = {
  initial: [],
  decide(command, history, context) {
    const unknown = unknownName(context);
    if (unknown) return unknown;
    if (command.type === 'CorrectFact')
      return corrected<PersonFact>(command.data, history, (fact) => premature(fact, context));
    if (command.type === 'RevokeFact') return revoked(command.data, history);
    const fact = (
      command.type === 'AppointPerson'
        ? { type: 'PersonAppointed', data: command.data }
        : { type: 'PersonLeftPost', data: command.data }
    ) satisfies PersonFact;
    const facts = personFacts(history);
    const filed = sameFact(fact, facts) ?? premature(fact, context);
    if (filed) return filed;
    return (fact.type === 'PersonLeftPost' && notHeld(fact, facts, context)) || [fact];
  },
  evolve: (history, event) => [...history, event],
};

function unknownName({ missing }: Context): Refusal | undefined {
  for (const name of missing) {
    const dash = name.indexOf('-');
    const id = name.slice(dash + 1);
    return name.startsWith('person-') ? refused('PersonNotFound', { id }) : refused('UnitUnknown', { id });
  }
  return undefined;
}

/** An appointment cannot lie ahead; when a post will be left may be known before. */
function premature(fact: PersonFact, { filedOn }: Context): Refusal | undefined {
  return fact.type === 'PersonAppointed' ? notYet(firstDay(fact.data.from), filedOn) : undefined;
}

/** The same unit, post and day again: with the same data nothing, with other data a correction is due. */
function sameFact(fact: PersonFact, facts: readonly EffectivePersonFact[]): Refusal | readonly [] | undefined {
  const known = facts.findLast((other) => keyOf(other) === keyOf(fact));
  if (!known) return undefined;
  const isSame = sameJson(known.data as JsonObject, fact.data as JsonObject);
  return isSame ? [] : refused('FactAlreadyFiled', { factId: known.id, type: known.type });
}

function keyOf({ type, data }: PersonFact): string {
  const day = 'from' in data ? data.from : data.until;
  return JSON.stringify([type, data.unitId, data.post, day]);
}

function notHeld(
  { data }: PersonLeftPost,
  facts: readonly EffectivePersonFact[],
  { filedOn }: Context,
): Refusal | undefined {
  const posts = postsHeld(facts).filter((held) => leaves(data, held));
  const [first] = posts;
  const until = postDay(data.until, filedOn);
  if (posts.some((held) => held.fromDay <= until && (held.until === undefined || until < held.until))) return undefined;
  return first && until < first.fromDay
    ? refused('TenureEndsBeforeItStarts', { from: first.fromDay, until })
    : refused('PostNotHeld', { unitId: data.unitId });
}

export const PERSON_REFUSALS = {
  PersonNotFound: { zh: '没有这名人员，请先登记', en: 'there is no such person; add the person first' },
  PostNotHeld: {
    zh: '当时没有在单位 {unitId} 任这一职务',
    en: 'no such post at {unitId} is held at that time',
  },
} as const satisfies Readonly<Record<string, Texts>>;
