import { language } from '../i18n/index.ts';
import type { Schemas } from './client.ts';
import { shelf } from './kept.ts';
import { rememberLatest } from './latest.ts';
import { isOutbox, Outbox, type Unsent } from './outbox.ts';
import { passes, problemIn, Unreached, type ProblemBody } from './problem.ts';
import { readAgain } from './queries.ts';

/** How a command ended. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly answer: Schemas['CommandAnswerShape'] }
  | { readonly kind: 'refused'; readonly problem: ProblemBody };

const PAUSE_MS_MIN = 1_000;
const PAUSE_MS_MAX = 30_000;
const LOCK = 'taizhang.outbox';

export const outbox = new Outbox(shelf());
const waiters = new Map<string, (outcome: Outcome) => void>();
const delivered = new Set<(unsent: Unsent) => void>();
let pause = PAUSE_MS_MIN;
let timer: ReturnType<typeof setTimeout> | undefined;
let working = Promise.resolve();

/** Puts a command into the outbox and sends it. Resolves once the server has decided, however often it takes to reach it. */
export function send(unsent: Unsent): Promise<Outcome> {
  outbox.put(unsent);
  const decided = new Promise<Outcome>((resolve) => waiters.set(unsent.key, resolve));
  void sendWaiting();
  return decided;
}

/** Called for a command that arrived after the form that gave it was gone. */
export function onDelivered(listener: (unsent: Unsent) => void): () => void {
  delivered.add(listener);
  return () => delivered.delete(listener);
}

/** Sends what waits, and again whenever the server may be reached again. Returns how to stop. */
export function startSender(): () => void {
  const now = (): void => {
    pause = PAUSE_MS_MIN;
    void sendWaiting();
  };
  const elsewhere = ({ key }: StorageEvent): void => {
    if (isOutbox(key)) outbox.refresh();
  };
  window.addEventListener('online', now);
  window.addEventListener('storage', elsewhere);
  now();
  return () => {
    window.removeEventListener('online', now);
    window.removeEventListener('storage', elsewhere);
    clearTimeout(timer);
  };
}

/** One tab at a time; two that did it would still be one command, by its key. */
export async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  const work = async (): Promise<void> => {
    let accepted = false;
    for (const unsent of outbox.waiting(Date.now())) {
      const outcome = await attempt(unsent);
      if (outcome === undefined) {
        outbox.put({ ...unsent, failed: true });
        later();
        break;
      }
      pause = PAUSE_MS_MIN;
      settle(unsent, outcome);
      accepted ||= outcome.kind === 'accepted';
    }
    if (accepted) readAgain(); // once for all: a month is reported for many projects in one go
  };
  // A browser offers no locks to a page that came over plain HTTP from another machine.
  if (navigator.locks) await navigator.locks.request(LOCK, work);
  else await (working = working.then(work, work));
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendWaiting(), pause);
  pause = Math.min(pause * 2, PAUSE_MS_MAX);
}

/** Undefined where the server was not reached, or could not decide. */
async function attempt({ key, address, body, revision }: Unsent): Promise<Outcome | undefined> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'accept-language': language(),
    'idempotency-key': key,
  };
  if (revision !== undefined) headers['if-match'] = `"${revision}"`;
  try {
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.ok) return { kind: 'accepted', answer: (await response.json()) as Schemas['CommandAnswerShape'] };
    const problem = await problemIn(response);
    return passes(problem) ? undefined : { kind: 'refused', problem: problem.body };
  } catch (error) {
    if (error instanceof Unreached || error instanceof TypeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function settle(unsent: Unsent, outcome: Outcome): void {
  const waiter = waiters.get(unsent.key);
  waiters.delete(unsent.key);
  if (outcome.kind === 'accepted') rememberLatest(outcome.answer.after);
  if (waiter || outcome.kind === 'accepted') outbox.drop(unsent.key);
  else outbox.put({ ...unsent, refused: outcome.problem });
  if (waiter) waiter(outcome);
  else if (outcome.kind === 'accepted') for (const listener of delivered) listener(unsent);
}
