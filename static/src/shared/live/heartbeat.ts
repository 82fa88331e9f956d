// A line's own heartbeat: the page asks, the workshop answers. Whatever falls silent, there or back, is noticed within
// 8 s, also in a tab in the background, whose timers are late by up to a second. Beats go out one after the other
// without waiting for answers, so that a slow network is no silent one.

export const BEAT = 3000; // ms after an answer, or after a beat
export const PATIENCE = 4000; // ms that the oldest beat without an answer may have
const LATE = 2000; // ms by which a timer is late only when the page slept
export const SINCE = 2; // the first protocol that answers beats

export class Heartbeat {
  ask: () => void;
  onSilence: () => void;
  now: () => number;
  asked: number | null = null;
  spared = false;
  due = 0;
  timer: ReturnType<typeof setTimeout> | undefined;
  running = false;

  /** `now` in ms, of a clock that nobody sets */
  constructor({
    ask,
    onSilence,
    now = () => performance.now(),
  }: {
    ask: () => void;
    onSilence: () => void;
    now?: () => number;
  }) {
    this.ask = ask;
    this.onSilence = onSilence;
    this.now = now;
  }

  start() {
    this.running = true;
    this.answered();
  }

  stop() {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** Something came that answers what we sent. */
  answered() {
    if (!this.running) return;
    this.asked = null;
    this.spared = false;
    this.plan(BEAT);
  }

  /** The page woke, or the network is another: ask at once. */
  check() {
    if (!this.running) return;
    this.asked = this.now();
    this.spared = false;
    this.ask();
    this.plan(BEAT);
  }

  /** `wait`: ms */
  plan(wait: number) {
    clearTimeout(this.timer);
    this.due = this.now() + wait;
    this.timer = setTimeout(() => this.beat(), wait);
  }

  beat() {
    const now = this.now();
    if (this.asked !== null && now - this.asked >= PATIENCE) {
      const slept = now - this.due > LATE;
      if (!slept || this.spared) {
        this.stop();
        this.onSilence();
        return;
      }
      this.spared = true; // what came while the page slept is heard after this
      this.asked = now;
    }
    this.ask();
    this.asked ??= now;
    this.plan(Math.max(0, Math.min(BEAT, this.asked + PATIENCE - now)));
  }
}
