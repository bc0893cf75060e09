import type { ReadReq as ReadReqMessage } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from './records.ts';

/** Whether an event of `$all` is let through: type or stream name, by one of the prefixes or by a regular expression. */
export function considers(filter: ReadReqMessage.Options.FilterOptions | undefined): (event: LogRecord) => boolean {
  if (!filter) return () => true;
  const byType = filter.getEventType();
  const expression = byType ?? filter.getStreamIdentifier();
  const subject = (event: LogRecord) => (byType ? event.type : event.stream);
  if (!expression) return () => true;
  if (expression.getRegex() !== '') {
    const regex = new RegExp(expression.getRegex(), 'u');
    return (event) => regex.test(subject(event));
  }
  const prefixes = expression.getPrefixList();
  return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
}
