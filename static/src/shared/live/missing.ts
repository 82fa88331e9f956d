// What is missing of the room is asked for: once for all of it, not by all phones in one moment, and seldom.

export const SPREAD = 1000; // ms within which a page asks, by chance
export const SELDOM = 5000; // ms until it may ask again

/** Looks, whenever a frame came, whether anything is missing; `ask` has the room sent whole. */
export function asksForMissing(isMissing: () => boolean, ask: () => void) {
  let isBusy = false;
  const look = () => {
    if (isBusy || !isMissing()) return;
    isBusy = true;
    setTimeout(() => {
      if (isMissing()) ask();
      setTimeout(() => {
        isBusy = false;
        look();
      }, SELDOM);
    }, Math.random() * SPREAD);
  };
  return look;
}
