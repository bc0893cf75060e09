import { BroadcastChannel, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { channelOf } from './connection.ts';
import { LogWriter } from './log-writer.ts';
import { unpack } from './parcel.ts';
import type { PackedAppend, Parcel } from './parcel.ts';

// The writer's thread: takes whatever arrived while it was committing, commits it at once, answers, wakes the readers.

const APPENDS_MAX = 4096;
const UNITS_MAX = 8 * 1024 * 1024;
const IDLE_MS = 2000;

const { file } = workerData as { file: string };
const port = parentPort as MessagePort;
const writer = new LogWriter(file);
const channel = new BroadcastChannel(channelOf(file));
let idle: NodeJS.Timeout | undefined;

port.on('message', (first: Parcel | 'close') => {
  clearTimeout(idle);
  const closing = writeWaiting(first);
  if (closing) {
    channel.close();
    writer.close();
    port.close();
  } else {
    idle = setTimeout(() => writer.tidy(), IDLE_MS);
  }
});
port.postMessage('ready');

/** One transaction for the message and those behind it, as far as the bounds allow. Says whether it met the close. */
function writeWaiting(first: Parcel | 'close'): boolean {
  const appends: PackedAppend[] = [];
  let units = 0;
  let message: Parcel | 'close' | undefined = first;
  while (message !== undefined && message !== 'close') {
    unpack(message, appends);
    for (const text of message.strings) units += text.length;
    if (appends.length >= APPENDS_MAX || units >= UNITS_MAX) break;
    message = receiveMessageOnPort(port)?.message as Parcel | 'close' | undefined;
  }
  if (appends.length > 0) {
    const before = writer.position;
    port.postMessage(writer.write(appends));
    if (writer.position !== before) channel.postMessage(null);
  }
  return message === 'close';
}
