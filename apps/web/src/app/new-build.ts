const TRIED = 'taizhang.reloaded';
const AGAIN_MS_MIN = 10_000;
const unloaded = new WeakSet<object>();

/** Whether this is why a part of the page is not there: nobody gave it. */
export const isUnloaded = (error: unknown): boolean => error instanceof Error && unloaded.has(error);

/**
 * A part of the page that a server which answers does not have was replaced by a newer build: the page is loaded anew, but not
 * over and over. Where nobody answers, the page stays: a browser has nothing to put in its place.
 */
export function reloadOnce(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => {
    unloaded.add(payload);
    void reloadIfAnswered();
  });
}

async function reloadIfAnswered(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(TRIED) ?? 0) < AGAIN_MS_MIN) return;
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return;
  sessionStorage.setItem(TRIED, String(Date.now()));
  window.location.reload();
}
