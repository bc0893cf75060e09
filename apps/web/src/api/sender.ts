import { language } from '../i18n/index.ts';
import { oneByOne } from './alone.ts';
import { drafts } from './drafts.ts';
import { shelf } from './kept.ts';
import { latest, rememberLatest, rememberRevision } from './latest.ts';
import { isOutbox, Outbox, type Unsent } from './outbox.ts';
import { readAgain } from './queries.ts';
import { Heard, subjectOf } from './touched.ts';
import { Sender, type Accepted, type Decision, type Outcome } from './sending.ts';

export type { Outcome } from './sending.ts';

const NAME = 'taizhang.outbox';

/** What the feed has brought, and this tab's own commands have not. */
export const heard = new Heard();
export const outbox = new Outbox(shelf());
const delivered = new Set<(unsent: Unsent) => void>();
const tabs = new BroadcastChannel(NAME);

export const sender = new Sender(outbox, {
  fetch: (address, init) => fetch(address, init),
  // Two tabs that sent it would still be one command, by its key.
  alone: oneByOne(NAME, () => navigator.locks),
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  now: Date.now,
  language,
  tell: (decision) => tabs.postMessage(decision),
  accepted,
});

function accepted(all: readonly Accepted[]): void {
  for (const { unsent, answer, awaited } of all) {
    // A person is defined in the registry, not in the log: no read has to wait for it.
    if ('after' in answer) rememberLatest(answer.after);
    const [changed] = /^\/api\/projects\/[^/]+(?=\/)/.exec(unsent.address) ?? [];
    if (changed !== undefined && 'revision' in answer) rememberRevision(changed, answer.revision);
    if ('eventIds' in answer) heard.recorded(answer.eventIds ?? []);
    if (unsent.draft) drafts.arrived(unsent.draft);
    if (!awaited) for (const listener of delivered) listener(unsent);
  }
  void readAgain(all.map(({ unsent, answer }) => subjectOf(unsent.address, answer.id)));
}

/** Puts a command into the outbox and sends it. Resolves once the server has decided, however often it takes to reach it. */
export function send(unsent: Unsent): Promise<Outcome> {
  const after = latest();
  return sender.send(after === undefined ? unsent : { after, ...unsent });
}

/** Called for a command that arrived after the form that gave it was gone. */
export function onDelivered(listener: (unsent: Unsent) => void): () => void {
  delivered.add(listener);
  return () => delivered.delete(listener);
}

/** Sends what waits, and again whenever the server may be reached again. Returns how to stop. */
export function startSender(): () => void {
  const now = (): void => void sender.sendNow();
  const elsewhere = ({ key }: StorageEvent): void => {
    if (isOutbox(key)) outbox.refresh();
    else if (key !== null) drafts.elsewhere(key);
  };
  const told = ({ data }: MessageEvent<Decision>): void => sender.heard(data);
  window.addEventListener('online', now);
  window.addEventListener('storage', elsewhere);
  tabs.addEventListener('message', told);
  now();
  return () => {
    window.removeEventListener('online', now);
    window.removeEventListener('storage', elsewhere);
    tabs.removeEventListener('message', told);
    sender.stop();
  };
}
