const TRIED = 'taizhang.reloaded';
const AGAIN_MS_MIN = 10_000;

/** A part of the page that is gone was replaced by a newer build: the page is loaded anew, but not over and over. */
export function reloadOnce(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(TRIED) ?? 0);
    if (Date.now() - last < AGAIN_MS_MIN) return;
    event.preventDefault();
    sessionStorage.setItem(TRIED, String(Date.now()));
    window.location.reload();
  });
}
