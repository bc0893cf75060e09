/** What lies over the page and goes away again. */
const OVER = '.ant-modal, .ant-drawer, .ant-popover';
const TRAIL_MAX = 10;

const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/**
 * Gives the focus back when a dialog, a drawer or a popover goes away with it: to what had it before, the nearest first, that
 * is still there. In one place for all of them, for they end in many ways: closed, done, or with the part of the page that
 * showed them.
 */
export function startFocusBack(): void {
  let trail: readonly { readonly element: HTMLElement; readonly isOver: boolean }[] = [];
  const back = (): void => {
    const [last, ...before] = trail;
    if (document.activeElement !== document.body || !last?.isOver || isSeen(last.element)) return;
    for (const { element } of before) {
      if (isSeen(element)) element.focus({ preventScroll: true });
      if (document.activeElement === element) return;
    }
  };
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const others = trail.filter(({ element }) => element !== target);
    trail = [{ element: target, isOver: target.closest(OVER) !== null }, ...others].slice(0, TRAIL_MAX);
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget === null) requestAnimationFrame(back);
  });
  // Each of them is a child of the body of its own.
  new MutationObserver(back).observe(document.body, { childList: true });
}
