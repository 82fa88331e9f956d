// What time it is, for every clock on a page: the workshop's now, which travels with every frame. Between frames it is
// carried on by a clock that nobody can set; what this device's own clock says, and whether somebody sets it, is nothing to it.

const KEPT = 5; // frames: of the last ones the promptest counts, for a frame may have lain somewhere
const JUMP = 2; // seconds by which the two clocks of a device come apart when one is set, or when it sleeps
const PATIENCE = 10; // seconds between two questions

export class Clock {
  steady: () => number;
  wall: () => number;
  apart: number;
  ahead: number[] = [];
  inDoubt = false;
  asked: number;
  ask: () => void;

  /** `clocks`: seconds */
  constructor({
    steady = () => performance.now() / 1000,
    wall = () => Date.now() / 1000,
  }: { steady?: () => number; wall?: () => number } = {}) {
    this.steady = steady;
    this.wall = wall;
    this.apart = wall() - steady();
    this.asked = -Infinity;
    this.ask = () => {}; // for a frame, which tells the time
  }

  /** A frame came. `now`: seconds since the epoch; none from a workshop of before. */
  heard(now: number | undefined) {
    if (typeof now !== 'number') return;
    this.looked();
    this.ahead = [...(this.inDoubt ? [] : this.ahead), now - this.steady()].slice(-KEPT);
    this.inDoubt = false;
  }

  /** Seconds since the epoch, as the workshop has them. */
  now() {
    this.looked();
    if (this.inDoubt && this.steady() - this.asked >= PATIENCE) {
      this.asked = this.steady();
      this.ask();
    }
    return this.ahead.length ? this.steady() + Math.max(...this.ahead) : this.wall();
  }

  /** Whether the device slept, or its clock was set: which it was is asked, not guessed. */
  looked() {
    const apart = this.wall() - this.steady();
    if (Math.abs(apart - this.apart) < JUMP) return;
    this.apart = apart;
    this.inDoubt = true;
  }
}

/** The page's. */
export const clock = new Clock();
