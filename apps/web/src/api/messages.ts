/** A block of a stream of server-sent events; a heartbeat has nothing in it. */
export interface Message {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

/** Reads the body of a `text/event-stream`, block by block as it comes. */
export async function* messagesIn(body: ReadableStream<BufferSource>): AsyncGenerator<Message> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield messageOf(block);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const FIELD = /^(id|event|data): ?(.*)$/;

function messageOf(block: string): Message {
  const message: Record<string, string> = {};
  for (const line of block.split(/\r?\n/)) {
    const [, field = '', value = ''] = FIELD.exec(line) ?? [];
    if (field === 'data' && message['data'] !== undefined) message['data'] += `\n${value}`;
    else if (field !== '') message[field] = value;
  }
  return message;
}
