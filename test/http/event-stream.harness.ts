import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/** One event as a client has it after parsing the stream. */
export interface Told {
  /** Undefined where nothing but the position was told. */
  readonly data: string | undefined;
  readonly event: string;
  readonly id: string | undefined;
}

/** The data of an event of the log. */
export interface Happened {
  readonly seq: number;
  readonly stream: string;
  readonly category: string;
  readonly revision: string;
  readonly type: string;
  readonly id: string;
  readonly data: object;
  readonly metadata: { readonly recordedAt: string; readonly filedAt: string; readonly commandId: string };
  readonly after: string;
}

/** A client of server-sent events, as a browser is one, on a connection of its own. */
export class EventStream {
  readonly told: Told[] = [];
  /** The events of the log. */
  readonly happened: Happened[] = [];
  readonly answer: IncomingMessage;
  /** Lines that are neither field nor event. */
  comments = 0;
  lastId: string | undefined;
  ended = false;
  private rest = '';
  private fields: Record<string, string> = {};
  private changed = Promise.withResolvers<void>();

  private constructor(answer: IncomingMessage) {
    this.answer = answer;
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => this.take(text));
    answer.on('error', () => undefined);
    answer.once('close', () => {
      this.ended = true;
      this.wake();
    });
  }

  static async open(
    address: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<EventStream> {
    const answer = await answerOf(address, path, { accept: 'text/event-stream', ...headers });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${await textOf(answer)}`);
    return new EventStream(answer);
  }

  /** Waits until so many events of the log have come, and gives them. */
  async events(count: number): Promise<Happened[]> {
    await this.until(() => this.happened.length >= count);
    return this.happened;
  }

  /** Waits for a condition; throws where the stream ends before. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.ended) throw new Error(`the stream ended after ${this.told.length}`);
      await this.changed.promise;
    }
  }

  /** Waits for the end. */
  async end(): Promise<void> {
    while (!this.ended) await this.changed.promise;
  }

  /** Takes nothing more of what comes. */
  stall(): void {
    this.answer.pause();
  }

  async close(): Promise<void> {
    this.answer.destroy();
    await this.end();
  }

  private take(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() as string;
    for (const line of lines) this.line(line);
    this.wake();
  }

  private line(line: string): void {
    if (line.startsWith(':')) this.comments++;
    if (line !== '') {
      const at = line.indexOf(':');
      if (at > 0) this.fields[line.slice(0, at)] = line.slice(at + 1).replace(/^ /, '');
      return;
    }
    const { id, data, event = 'message' } = this.fields;
    if (id !== undefined) this.lastId = id;
    if (id !== undefined || data !== undefined) this.told.push({ data, event, id });
    if (data !== undefined && event === 'message') this.happened.push(JSON.parse(data) as Happened);
    this.fields = {};
  }

  private wake(): void {
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }
}

/** An answer with its headers, its body not yet read. */
export async function answerOf(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<IncomingMessage> {
  const asked = request(address + path, { method, headers, agent: false });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}

export async function textOf(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const part of answer) text += part as string;
  return text;
}
