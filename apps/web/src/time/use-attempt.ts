import { useEffect, useState } from 'react';

/** What takes a while and then acts. What was begun does nothing any more once its signal is aborted. */
class Attempts {
  private last = new AbortController();

  /** Ends the one before. */
  begin(): AbortSignal {
    this.end();
    this.last = new AbortController();
    return this.last.signal;
  }

  end(): void {
    this.last.abort();
  }
}

/** Attempts of which only the latest counts, and only while the component is there. */
export function useAttempt(): Attempts {
  const [attempts] = useState(() => new Attempts());
  useEffect(() => () => attempts.end(), [attempts]);
  return attempts;
}
