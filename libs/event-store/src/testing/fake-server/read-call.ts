import type { ReadReq as ReadRequestMessage } from '@eventstore/db-client/generated/streams_pb.js';
import { forbidden, unready } from './admission.ts';
import { placeOf, streamName } from './convert.ts';
import type { Fault } from './faults.ts';
import { matcher, SEARCH_WINDOW, type Filter } from './filter.ts';
import type { Connection } from './listener.ts';
import { Failed, type Message } from './messages.ts';
import type { Node } from './node.ts';
import { Outgoing, type ReadCall } from './outgoing.ts';
import { readAll, readStream, type From } from './reads.ts';
import { LogRecord } from './records.ts';
import { refusal, refusalOf, refusals } from './refusals.ts';
import { lineOf, subscribeAll, subscribeStream } from './subscriptions.ts';
import { ReadReq } from './wire.ts';

type Options = ReadRequestMessage.Options;

/** Streams.Read: reads and subscriptions, of a stream or of `$all`. */
export async function read(node: Node, connection: Connection, call: ReadCall): Promise<void> {
  const options = call.request.getOptions()!;
  const rpc = options.hasSubscription() ? 'subscribe' : 'read';
  node.traffic.count(rpc);
  const outgoing = new Outgoing(call, node.traffic);
  const fault = node.faults.take(rpc);
  if (fault && !fault.kind.endsWith('After')) return happen(fault, connection, outgoing);
  const refused = forbidden(node, call.metadata, 'read', subjectOf(options)) ?? unready(node, call.metadata, 'read');
  if (refused) return outgoing.fail(refused);
  if (readsForEver(options)) return outgoing.silence();
  if (rpc === 'subscribe') node.faults.opened(outgoing);
  try {
    await sendAll(messages(node, options, outgoing.signal), outgoing, fault);
    if (fault) await happen(fault, connection, outgoing);
    else outgoing.end();
  } catch (error) {
    outgoing.fail(error instanceof Failed ? refusalOf(error.failure) : refusals.exception());
  } finally {
    node.faults.closed(outgoing);
  }
}

/** Until there is nothing more, or the fault is due: after its number of events, else when a subscription has caught up. */
async function sendAll(
  all: Iterable<Message> | AsyncIterable<Message>,
  outgoing: Outgoing,
  fault: Fault | undefined,
): Promise<void> {
  const eventsMax = fault && 'events' in fault ? fault.events : undefined;
  let events = 0;
  for await (const message of all) {
    if (outgoing.signal.aborted || (eventsMax !== undefined && events >= eventsMax)) return;
    await outgoing.send(message);
    if (message instanceof LogRecord) events++;
    else if (fault && eventsMax === undefined && message.kind === 'caughtUp') return;
  }
}

async function happen(fault: Fault, connection: Connection, outgoing: Outgoing): Promise<void> {
  switch (fault.kind) {
    case 'status':
    case 'statusAfter':
      return outgoing.fail(refusal(fault.code, fault.details, fault.trailers));
    case 'silent':
    case 'silentAfter':
      return outgoing.silence();
    case 'cut':
    case 'cutAfter':
      return connection.cut();
    case 'endAfter':
      return outgoing.end();
  }
}

/** Asked for no event of `$all`, the server reads empty pages until the client goes away (contract §1.5). */
function readsForEver(options: Options): boolean {
  return options.hasAll() && options.hasCount() && Number(options.getCount()) === 0;
}

function subjectOf(options: Options): string {
  return options.hasAll() ? '$all' : streamName(options.getStream()?.getStreamIdentifier());
}

function messages(node: Node, options: Options, signal: AbortSignal): Iterable<Message> | AsyncIterable<Message> {
  const from = fromOf(options);
  const filter = options.hasFilter() ? filterOf(options.getFilter()!) : undefined;
  if (options.hasSubscription()) {
    const request = { from, filter, line: lineOf(node.version), signal };
    return options.hasAll() ? subscribeAll(node.log, request) : subscribeStream(node.log, subjectOf(options), request);
  }
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const request = { from, backwards, count: Number(options.getCount()) };
  if (!options.hasAll()) return readStream(node.log, subjectOf(options), request);
  return readAll(node.log, request, filter);
}

function fromOf(options: Options): From {
  const place = options.getAll() ?? options.getStream()!;
  if (place.hasStart()) return 'start';
  if (place.hasEnd()) return 'end';
  if ('getRevision' in place) return placeOf(place.getRevision());
  const commit = placeOf(place.getPosition()!.getCommitPosition());
  const prepare = placeOf(place.getPosition()!.getPreparePosition());
  if (commit !== 'end' && (prepare === 'end' || commit < prepare)) throw new Failed({ kind: 'exception' });
  return commit;
}

function filterOf(options: ReadRequestMessage.Options.FilterOptions): Filter {
  const subject = options.hasEventType() ? 'type' : 'stream';
  const expression = options.getEventType() ?? options.getStreamIdentifier();
  if (!expression || options.getCheckpointintervalmultiplier() === 0) throw new Failed({ kind: 'exception' });
  const window = options.hasMax() ? options.getMax() : SEARCH_WINDOW;
  return {
    matches: matcher(subject, { prefixes: expression.getPrefixList(), regex: expression.getRegex() }),
    window,
    checkpointEvery: window * options.getCheckpointintervalmultiplier(),
  };
}
