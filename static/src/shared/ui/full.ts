// The whole screen, by one key or a button. Where a browser has no such thing (an iPhone), there is no button.

export const canBeWhole = () => Boolean(document.documentElement.requestFullscreen);

/** Takes the whole screen, or gives it back. A browser that says no leaves everything as it is. */
export function wholeScreen() {
  if (!canBeWhole()) return;
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  asked.catch(() => {});
}
