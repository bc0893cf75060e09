/** What the feed holds in memory at most. */
export interface FeedLimits {
  /** Readers at once. */
  readonly readersMax: number;
  /** A reader for which so many bytes wait is sent no more before it has taken them. */
  readonly readerBytesMax: number;
  /** The latest events, kept as text for all readers. */
  readonly ringEventsMax: number;
  readonly ringBytesMax: number;
}

const KIB = 1024;

export const FEED_LIMITS: FeedLimits = {
  readersMax: 2_000,
  readerBytesMax: 256 * KIB,
  ringEventsMax: 10_000,
  ringBytesMax: 8 * KIB * KIB,
};

/** What goes into a socket at once; a single event may be larger. */
export const PORTION_BYTES_MAX = 64 * KIB;
/** What is read of the log at once. */
export const PAGE_EVENTS_MAX = 256;
export const PAGE_BYTES_MAX = 256 * KIB;
/** Pages read side by side; who else wants one waits. */
export const PAGES_AT_ONCE_MAX = 4;
/** How often a reader hears of the server, where nothing happens. */
export const HEARTBEAT_MS = 10_000;
/** How long a browser waits before it comes again. */
export const RETRY_MS = 3_000;
/** How long those who are told that the server ends may take to hear it. */
export const FAREWELL_MS_MAX = 500;
