import { messagesIn, type Message } from './messages.ts';

async function read(...chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<readonly Message[]> {
  const messages: Message[] = [];
  const body = new ReadableStream<BufferSource>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  for await (const message of messagesIn(body)) messages.push(message);
  return messages;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('a stream of server-sent events', () => {
  it('is read block by block: events, positions, heartbeats', async () => {
    const text = 'retry: 3000\n\nid: a\ndata: {"seq":1}\n\n:\n\nid: b\n\nevent: dropped\ndata: {}\n\n';
    expect(await read(bytes(text))).toEqual([
      {},
      { id: 'a', data: '{"seq":1}' },
      {},
      { id: 'b' },
      { event: 'dropped', data: '{}' },
    ]);
  });

  it('is the same however it is cut, within a character too', async () => {
    const whole = bytes('id: a\r\ndata: 开工\r\ndata: 竣工\r\n\r\n');
    const cut = Array.from(whole, (_, i) => whole.slice(i, i + 1));
    expect(await read(...cut)).toEqual([{ id: 'a', data: '开工\n竣工' }]);
  });

  it('holds nothing of a block that broke off', async () => {
    expect(await read(bytes('id: a\n\nid: b\ndata: {'))).toEqual([{ id: 'a' }]);
  });
});
