/** Said after each commit, to whoever reads the views. */
export interface ProgressMessage {
  readonly view: string;
  readonly version: number;
  /** Decimal text. */
  readonly position: string;
  readonly seq: number;
}

/** Tells readers that views have moved. A message may be lost, never held back: who waits looks for itself now and then. */
export interface News {
  /** How long who waits may go by the news alone before it looks for itself. */
  readonly pollMs: number;
  announce(message: ProgressMessage): void;
  /** Undefined: something may have been missed. */
  onNews(listener: (message: ProgressMessage | undefined) => void): void;
  close(): Promise<void>;
}
