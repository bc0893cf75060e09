/** How long a connection waits for another process's lock, ms. */
export const BUSY_MS = 10_000;

/** Name of the channel on which the writers of one file wake the readers in all threads of this process. */
export function channelOf(file: string): string {
  return `event-log:${file}`;
}
