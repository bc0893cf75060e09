import { BroadcastChannel } from 'node:worker_threads';
import type { News, ProgressMessage } from '../news.ts';

/** Between the threads of one process. */
export class ChannelNews implements News {
  /** As from a projector in another process. */
  readonly pollMs = 10;
  private readonly channel: BroadcastChannel;

  constructor(name: string) {
    this.channel = new BroadcastChannel(name);
    this.channel.unref();
  }

  announce(message: ProgressMessage): void {
    this.channel.postMessage(message);
  }

  onNews(listener: (message: ProgressMessage) => void): void {
    this.channel.onmessage = ({ data }) => listener(data as ProgressMessage);
    this.channel.unref();
  }

  async close(): Promise<void> {
    this.channel.close();
  }
}
