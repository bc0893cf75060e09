import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, refused } from '#kernel';
import type { EventStore } from '#event-store';
import {
  ANSWER_ONCE,
  EVENT_STORE,
  freshCommandId,
  idempotencyKeyOf,
  identityOf,
  ifMatchOf,
  invalid,
  METRICS,
  noQuery,
  problem,
  problemAnswer,
  REPLAYED,
  send,
  validBody,
  type AnswerOnce,
  type Metrics,
  type Problem,
  type Settled,
} from '#http';
import {
  aheadProblem,
  changedProblem,
  doneAnswer,
  notFoundOf,
  refusedProblem,
  type Answered,
} from './command-answer.ts';
import { commandIdOf, newStreamId, type CommandRow, type CommandTable } from './command-row.ts';
import { correctionFaults } from './command-table.ts';
import { digestOfCommand, type Executor, type Order, type Outcome } from './executor.ts';
import { Turns } from './turns.ts';

export const EXECUTOR = Symbol('EXECUTOR');

/** What every command route does: judge the request, execute the command once, answer. */
@Injectable()
export class CommandEndpoint {
  private readonly turns = new Turns();

  constructor(
    @Inject(EXECUTOR) private readonly executor: Executor,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ANSWER_ONCE) private readonly once: AnswerOnce,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  async handle(table: CommandTable, row: CommandRow, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    noQuery(request.query);
    const ifMatch = ifMatchOf(request);
    const key = idempotencyKeyOf(request);
    const { actor, source } = identityOf(request);
    const named = row.verb === undefined ? undefined : idOfAddress(request, table);
    if (named === undefined && ifMatch !== undefined) throw problem('IfMatchNotHere');
    const data = this.judged(row, request.body);
    const route = `POST /api/${table.collection}${named === undefined ? '' : `/${named}/${row.verb}`}`;
    const commandId = key === undefined ? freshCommandId() : commandIdOf(actor.id, route, key);
    const id = named ?? table.idOf?.(data) ?? newStreamId(commandId);
    const command = { type: row.type, data };
    const streamId = `${table.slice.category}-${id}`;
    const digest = digestOfCommand(streamId, command);
    const order: Order = {
      slice: table.slice,
      streamId,
      command,
      commandId,
      digest,
      actor,
      source,
      correlationId: request.id,
      ...(named === undefined && { isNew: true as const }),
      ...(ifMatch !== undefined && { ifMatch }),
    };
    const keep = named === undefined && table.idOf !== undefined;
    const answered = { id, slice: table.slice, command, storeId: this.store.storeId, keep };
    const run = () => this.turns.take(order.streamId, () => this.settle(order, answered, request));
    if (key === undefined) {
      send(reply, (await run()).answer);
      return;
    }
    send(reply, await this.once.answer({ actor: actor.id, route, key }, digest, run));
  }

  private judged({ type, dto }: CommandRow, body: unknown): object {
    try {
      return validBody(dto, body);
    } catch (error) {
      this.metrics.countCommand(type, 'invalid');
      throw error;
    }
  }

  /** Executes the order; an answer that no event remembers is to be kept, but not what the caller can mend by reading anew. */
  private async settle(order: Order, answered: Answered, request: FastifyRequest): Promise<Settled> {
    const outcome = (await this.unfitCorrection(order)) ?? (await this.executor.execute(order));
    this.metrics.countCommand(order.command.type, outcome.kind);
    switch (outcome.kind) {
      case 'accepted': {
        const answer = doneAnswer(outcome, answered);
        const headers = outcome.replayed ? { ...answer.headers, ...REPLAYED } : answer.headers;
        return { answer: { ...answer, headers }, keep: answered.keep };
      }
      case 'unchanged':
        return { answer: doneAnswer(outcome, answered), keep: true };
      case 'refused':
        return { answer: problemAnswer(refusedProblem(outcome.refusal, order.slice), request), keep: true };
      case 'changedSince':
        return { answer: problemAnswer(unmatched(outcome, order), request), keep: false };
      case 'keyReused':
        throw problem('IdempotencyKeyReused');
    }
  }

  /**
   * A correction's data is judged by the command of the fact it names. A fact that is not there is refused at once, so that
   * data which nobody judged is never appended.
   */
  private async unfitCorrection({ slice, command, streamId }: Order): Promise<Outcome | undefined> {
    if (command.type !== 'CorrectFact') return undefined;
    const history = await this.executor.history(streamId);
    const faults = correctionFaults(command, history);
    if (faults.length > 0) throw invalid(faults);
    const { factId } = command.data as { factId: string };
    if (history.some((event) => event.id === factId)) return undefined;
    return {
      kind: 'refused',
      refusal:
        history.length === 0 && !slice.startsEmpty ? refused(notFoundOf(slice)) : refused('FactNotFound', { factId }),
    };
  }
}

/** Why the revision that the caller names is not the one that holds. */
function unmatched(
  { revision, events }: Extract<Outcome, { kind: 'changedSince' }>,
  { slice, ifMatch = revision }: Order,
): Problem {
  if (revision < 0n) return refusedProblem(refused(notFoundOf(slice)), slice);
  return ifMatch > revision ? aheadProblem(revision, ifMatch) : changedProblem(revision, events);
}

/** The id in the address; what is no id names nothing that is there. */
function idOfAddress(request: FastifyRequest, { slice }: CommandTable): string {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw refusedProblem(refused(notFoundOf(slice), { id }), slice);
  return id.toLowerCase();
}
