import { BroadcastChannel, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { channelOf } from './connection.ts';
import { LogWriter } from './log-writer.ts';
import { unpack } from './parcel.ts';
import type { PackedAppend, Parcel } from './parcel.ts';

// The writer's thread: whatever arrives until a commit begins goes into it; then it answers, and wakes the readers.

const APPENDS_MAX = 4096;
const UNITS_MAX = 8 * 1024 * 1024;
/** How long a transaction stays open for what the caller has announced but not sent. */
const LINGER_MS = 2;
const IDLE_MS = 2000;

type Message = Parcel | 'close';

const { file, announced } = workerData as { file: string; announced: Int32Array };
const port = parentPort as MessagePort;
const writer = new LogWriter(file);
const channel = new BroadcastChannel(channelOf(file));
let idle: NodeJS.Timeout | undefined;

port.on('message', (first: Message) => {
  clearTimeout(idle);
  if (first === 'close' || writeWith(first)) {
    channel.close();
    writer.close();
    port.close();
  } else {
    idle = setTimeout(() => writer.tidy(), IDLE_MS);
  }
});
port.postMessage('ready');

/** One transaction for the parcel and those that come behind it, as far as the bounds allow. Says whether it met the close. */
function writeWith(first: Parcel): boolean {
  let closing = false;
  let appends = 0;
  let units = 0;
  const take = (parcel: Parcel): PackedAppend[] => {
    const part = unpack(parcel);
    appends += part.length;
    for (const text of parcel.strings) units += text.length;
    return part;
  };
  const more = (): PackedAppend[] => {
    if (appends >= APPENDS_MAX || units >= UNITS_MAX) return [];
    const next = receive();
    closing = next === 'close';
    return next === undefined || next === 'close' ? [] : take(next);
  };
  const before = writer.position;
  port.postMessage(writer.write(take(first), more));
  if (writer.position !== before) channel.postMessage(null);
  return closing;
}

/** The next message; waits a moment where the caller is still filling one, so that both end on one fsync. */
function receive(): Message | undefined {
  const next = receiveMessageOnPort(port);
  if (next) return next.message as Message;
  Atomics.wait(announced, 0, 1, LINGER_MS);
  return receiveMessageOnPort(port)?.message as Message | undefined;
}
