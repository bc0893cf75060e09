import type { Schemas } from './client.ts';
import type { Outbox, Unsent } from './outbox.ts';
import { passes, problemIn, type ProblemBody } from './problem.ts';

/** How a command ended. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly answer: Schemas['CommandAnswerShape'] }
  | { readonly kind: 'refused'; readonly problem: ProblemBody };

/** What became of a command, as tabs tell each other; without an outcome it was discarded. */
export interface Decision {
  readonly key: string;
  readonly outcome?: Outcome;
}

/** What sending takes of the browser. */
export interface Around {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Does `work` while no other tab does. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Returns how to call it off. */
  readonly later: (work: () => void, ms: number) => () => void;
  readonly now: () => number;
  readonly language: () => string;
  /** Tells the other tabs. */
  readonly tell: (decision: Decision) => void;
  /** Something was accepted: `delivered` names what nobody in this tab waited for. */
  readonly accepted: (answers: readonly Accepted[]) => void;
}

export interface Accepted {
  readonly unsent: Unsent;
  readonly answer: Schemas['CommandAnswerShape'];
  readonly awaited: boolean;
}

const PAUSE_MS_MIN = 1_000;
const PAUSE_MS_MAX = 30_000;
/** A connection that is dead without knowing it is not waited for longer. */
const ATTEMPT_MS_MAX = 60_000;

/** Nobody answered, or for the server as a whole; or it failed over this one command. */
type Undecided = 'unreached' | 'undecided';

/** Sends the commands of an outbox: each until the server has decided it, always with its key. */
export class Sender {
  private readonly outbox: Outbox;
  private readonly around: Around;
  private readonly waiters = new Map<string, ((outcome: Outcome) => void)[]>();
  private pause = PAUSE_MS_MIN;
  private callOff = (): void => undefined;
  private queued: Promise<void> | undefined;

  constructor(outbox: Outbox, around: Around) {
    this.outbox = outbox;
    this.around = around;
  }

  /** Puts a command into the outbox and sends it. Resolves once the server has decided, however often it takes to reach it. */
  send(given: Unsent): Promise<Outcome> {
    const unsent = this.outbox.same(given) ?? given;
    this.outbox.put(unsent);
    const decided = new Promise<Outcome>((resolve) => {
      this.waiters.set(unsent.key, [...(this.waiters.get(unsent.key) ?? []), resolve]);
    });
    void this.sendWaiting();
    return decided;
  }

  /** Sends what waits, one after the other. Whatever is asked for before it begins is done in one go. */
  sendWaiting(): Promise<void> {
    this.queued ??= this.around
      .alone(() => {
        this.queued = undefined;
        return this.work();
      })
      .catch((error: unknown) => {
        this.queued = undefined; // where it has not even begun
        throw error;
      });
    return this.queued;
  }

  /** The same without the pause that has grown: the server may be there again. */
  sendNow(): Promise<void> {
    this.pause = PAUSE_MS_MIN;
    return this.sendWaiting();
  }

  stop(): void {
    this.callOff();
  }

  discard(key: string): void {
    this.outbox.drop(key);
    this.waiters.delete(key);
    this.around.tell({ key });
  }

  /** Sends what was held back, as if it were given now, to the ledger that is there now. */
  release(key: string): void {
    const held = this.outbox.all().find((unsent) => unsent.key === key);
    if (!held) return;
    const { held: _, after: __, failed: ___, ...unsent } = held;
    this.outbox.put({ ...unsent, at: this.around.now() });
    void this.sendNow();
  }

  /** Another tab has sent, or discarded, what this one waits for. */
  heard({ key, outcome }: Decision): void {
    const awaited = this.waiters.get(key);
    this.waiters.delete(key);
    if (!awaited || !outcome) return;
    this.outbox.drop(key);
    for (const resolve of awaited) resolve(outcome);
  }

  private async work(): Promise<void> {
    this.callOff();
    const accepted: Accepted[] = [];
    const stuck = new Set<string>();
    this.outbox.holdLate(this.around.now());
    for (const unsent of this.outbox.waiting()) {
      const subject = subjectOf(unsent);
      if (stuck.has(subject)) continue; // what comes later about the same may rest on it
      const outcome = (await this.isForeign(unsent)) ?? (await this.attempt(unsent));
      if (outcome === 'held') continue;
      if (typeof outcome !== 'string') {
        this.pause = PAUSE_MS_MIN;
        const awaited = this.settle(unsent, outcome);
        if (outcome.kind === 'accepted') accepted.push({ unsent, answer: outcome.answer, awaited });
        continue;
      }
      this.outbox.change(unsent.key, { failed: true });
      stuck.add(subject);
      if (outcome === 'unreached') break;
    }
    if (stuck.size > 0) this.again();
    if (accepted.length > 0) this.around.accepted(accepted); // once for all: a month is reported for many in one go
  }

  private again(): void {
    this.callOff = this.around.later(() => void this.sendWaiting(), this.pause);
    this.pause = Math.min(this.pause * 2, PAUSE_MS_MAX);
  }

  /** What comes from an earlier page or connection is sent only to the ledger that it was meant for. */
  private async isForeign({ key, after, failed }: Unsent): Promise<'held' | 'unreached' | undefined> {
    if (after === undefined || (!failed && this.waiters.has(key))) return undefined;
    try {
      const { ok, status } = await this.ask(`/api/feed?after=${encodeURIComponent(after)}`, { method: 'HEAD' });
      if (ok) return undefined;
      if (status !== 400) return 'unreached';
    } catch {
      return 'unreached';
    }
    this.outbox.change(key, { held: 'foreign' });
    return 'held';
  }

  private async attempt({ key, address, body, revision }: Unsent): Promise<Outcome | Undecided> {
    const headers = {
      'content-type': 'application/json',
      'accept-language': this.around.language(),
      'idempotency-key': key,
      'x-source': 'screen',
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
    };
    try {
      const response = await this.ask(address, { method: 'POST', headers, body: JSON.stringify(body) });
      if (response.ok) return { kind: 'accepted', answer: (await response.json()) as Schemas['CommandAnswerShape'] };
      const problem = await problemIn(response);
      if (!passes(problem)) return { kind: 'refused', problem: problem.body };
      return problem.body.status === 500 ? 'undecided' : 'unreached';
    } catch {
      return 'unreached'; // no answer, a broken one, or one of a proxy: whether it was recorded is not known
    }
  }

  private ask(address: string, init: RequestInit): Promise<Response> {
    return this.around.fetch(address, { ...init, signal: AbortSignal.timeout(ATTEMPT_MS_MAX) });
  }

  /** Answers whether somebody in this tab waited for it. */
  private settle({ key }: Unsent, outcome: Outcome): boolean {
    const waiters = this.waiters.get(key);
    this.waiters.delete(key);
    if (waiters || outcome.kind === 'accepted') this.outbox.drop(key);
    else this.outbox.change(key, { refused: outcome.problem });
    this.around.tell({ key, outcome });
    for (const resolve of waiters ?? []) resolve(outcome);
    return waiters !== undefined;
  }
}

/** `/api/projects/{id}` of a command about a project. */
const subjectOf = ({ address }: Unsent): string => address.split('/', 4).join('/');
