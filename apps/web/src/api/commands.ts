import { useCallback, useState, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import { addressOf, type CommandIn, type CommandPath, type Schemas } from './client.ts';
import type { Unsent } from './outbox.ts';
import { drafts } from './drafts.ts';
import { latestRevision, type ProblemBody } from './problem.ts';
import { outbox, send, type Outcome } from './sender.ts';

/** A command as a page gives it. */
type Given<P extends CommandPath> = CommandIn<P> & {
  /** The revision that the person saw; a later change by somebody else is then shown before anything is recorded. */
  readonly revision?: string;
  /** What it is, for the list of what is not delivered yet: `开工 · 新材料项目`. */
  readonly title: string;
  /** The key of the `useDraft` that this command is all of: cleared when it arrives, the form being open or not. */
  readonly draft?: string;
};

export interface Command<P extends CommandPath> {
  /** `waiting`: the server is not reached; it is sent again by itself, with its key, after a reload too. */
  readonly state: 'idle' | 'sending' | 'waiting' | 'accepted' | 'refused';
  /** Why it was refused; show it with `<Refused>`. */
  readonly problem?: ProblemBody;
  readonly answer?: Schemas['CommandAnswerShape'];
  /** Resolves once the server has decided. Clear the draft when it is `accepted`. */
  readonly send: (given: Given<P>) => Promise<Outcome>;
  /** After a 412 whose changes the person has seen: the same again, against what the others made of it. */
  readonly goOn: () => Promise<Outcome> | undefined;
  readonly reset: () => void;
}

/** Sends one command of the API: once, whatever happens to the connection, the server, or the page. */
export function useCommand<P extends CommandPath>(path: P): Command<P> {
  const [current, setCurrent] = useState<{
    readonly key: string;
    readonly given: Given<P>;
    readonly outcome?: Outcome;
  }>();
  const unsent = useUnsent();
  const sendIt = useCallback(
    async (given: Given<P>): Promise<Outcome> => {
      const unsent = unsentOf(path, given);
      const { key } = unsent;
      setCurrent({ key, given });
      const outcome = await send(unsent);
      setCurrent((now) => (now?.key === key ? { key, given, outcome } : now));
      return outcome;
    },
    [path],
  );
  const outcome = current?.outcome;
  const goOn = (): Promise<Outcome> | undefined => {
    const revision = outcome?.kind === 'refused' ? latestRevision(outcome.problem) : undefined;
    return current && revision !== undefined ? sendIt({ ...current.given, revision }) : undefined;
  };
  return {
    state: outcome?.kind ?? (current ? stateOf(unsent, current.key) : 'idle'),
    ...(outcome?.kind === 'refused' && { problem: outcome.problem }),
    ...(outcome?.kind === 'accepted' && { answer: outcome.answer }),
    send: sendIt,
    goOn,
    reset: () => setCurrent(undefined),
  };
}

/** A command as it lies in the outbox; the one that lies there already, where it is the same. */
function unsentOf<P extends CommandPath>(path: P, given: Given<P>): Unsent {
  const { title, revision, body } = given;
  const address = addressOf(path, given.path as Record<string, string> | undefined);
  const draft = given.draft === undefined ? undefined : drafts.seen(given.draft);
  return (
    outbox.same({ address, body }) ?? {
      key: v7(),
      address,
      body,
      title,
      at: Date.now(),
      ...(revision !== undefined && { revision }),
      ...(draft && { draft }),
    }
  );
}

/** Idle too where it was discarded from the outbox. */
function stateOf(all: readonly Unsent[], key: string): 'idle' | 'sending' | 'waiting' {
  const unsent = all.find((one) => one.key === key);
  if (!unsent) return 'idle';
  return unsent.failed ? 'waiting' : 'sending';
}

/** What the server has not acknowledged yet, and what it refused when nobody was there to be told. */
export function useUnsent(): readonly Unsent[] {
  return useSyncExternalStore(outbox.subscribe, outbox.all);
}
