// Back out of the browser's memory, a page would show what was so when it was left.

/** Such a page is loaded again, once it can be. */
export function freshOnReturn() {
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    if (navigator.onLine) location.reload();
    else addEventListener('online', () => location.reload(), { once: true });
  });
}
