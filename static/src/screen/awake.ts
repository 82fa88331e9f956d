// A projector must not fall asleep in the middle of a talk. Where the browser cannot promise that, nothing happens.

/** Asks to stay awake, and again whenever the page comes back into sight; never from inside another page. */
export function stayAwake() {
  if (window.top !== window) return;
  const ask = () => {
    if (!document.hidden) navigator.wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
