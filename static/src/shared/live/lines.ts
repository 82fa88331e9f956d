// Lines to the room, one after the other, for ever. WebSocket first, long polling where a network swallows or cuts it,
// WebSocket again beside it later; whichever line has the room carries what is sent.

import { Line } from './line';
import type { End, Options } from './line';
import type { Frame } from './parts';
import { afterArrival, afterEnd, afterLater, FIRST, lookAgain, spread, within } from './ways';
import type { Plan, Way } from './ways';

export const ANSWER_WITHIN = 8000; // ms, then the sender asks again

/** What makes a line. */
export type Opens = (options: Options) => Line;
/** What there is to tell when there is no room, and that it is back. */
type Told = { missing: (words?: string) => void; over: () => void };

/** The line that has the room, and the one that is on its way. */
export class Lines {
  over = false;
  private plan: Plan = FIRST;
  private coming: Line | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The one that has the room. */
  here: Line | null = null;

  constructor(
    private options: Pick<Options, 'namespace' | 'auth'> & {
      onFrame: (frame: Frame) => void;
      onState: (state: 'offline' | 'gone') => void;
      told: Told;
      open?: Opens;
    },
  ) {}

  /** From now on, until it is closed. */
  begin() {
    if (this.over) return;
    this.options.told.missing();
    this.next();
    wakeUp(this);
  }

  /** Begin the next attempt when it is due, or look for WebSocket beside a line that polls. */
  next() {
    clearTimeout(this.timer);
    if (this.over || this.coming) return;
    if (!this.here)
      this.later(this.plan.waits && spread(this.plan.waits, Math.random()), () => this.try(this.plan.way));
    else if (this.here.way === 'polling')
      this.later(spread(lookAgain(this.plan), Math.random()), () => this.try('websocket'));
  }

  later(wait: number, act: () => void) {
    if (wait) this.timer = setTimeout(act, wait);
    else act();
  }

  try(way: Way) {
    clearTimeout(this.timer);
    const patience = within(this.here ? { ...this.plan, rounds: 2 } : this.plan, way);
    const { namespace, auth, open = (options) => new Line(options) } = this.options;
    this.coming = open({
      namespace,
      auth,
      way,
      within: patience,
      onFrame: (frame, line) => this.heard(frame, line),
      onEnd: (end, line) => this.ended(end, line),
    });
  }

  heard(frame: Frame, line: Line) {
    if (line === this.coming) {
      this.coming = null;
      this.here?.retire(ANSWER_WITHIN);
      this.here = line;
      this.plan = afterArrival(this.plan);
      this.next();
    }
    this.options.onFrame(frame);
  }

  ended({ why, words }: End, line: Line) {
    const wasHere = line === this.here;
    if (wasHere) this.here = null;
    else this.coming = null;
    if (why === 'gone') {
      this.close();
      this.options.onState('gone');
      return;
    }
    const isAsked = why === 'asked' || why === 'refused'; // whoever signed out, or was sent too much: asking again tells
    this.plan = isAsked ? afterLater(this.plan, line.way) : afterEnd(this.plan, line.way, line);
    if (!this.here) {
      this.options.onState('offline');
      this.options.told.missing(words);
    }
    this.next();
  }

  /**
   * The page woke, or the network is another one: what was learnt of the old one counts no more. `isCut`: the
   * browser had put the page aside, and its line with it.
   */
  wake(isOther: boolean, isCut: boolean = false) {
    if (this.over) return;
    this.plan = { ...(isOther ? FIRST : this.plan), waits: 0 };
    if (isOther && this.coming) {
      this.coming.close();
      this.coming = null;
    }
    if (isCut && this.here) {
      this.here.close();
      this.here = null;
      this.options.onState('offline');
      this.options.told.missing();
    }
    this.here?.check();
    if (!this.here) this.next();
    else if (isOther && this.here.way === 'polling') this.try('websocket');
  }

  close() {
    this.over = true;
    clearTimeout(this.timer);
    this.options.told.over();
    this.here?.close();
    this.coming?.close();
  }
}

/** A phone that wakes up, or finds its network again, does not wait for the next try. */
function wakeUp(lines: Lines) {
  addEventListener('online', () => lines.wake(true));
  addEventListener('pageshow', (event) => lines.wake(false, event.persisted));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) lines.wake(false);
  });
  const { connection } = (globalThis.navigator ?? {}) as { connection?: Partial<EventTarget> };
  connection?.addEventListener?.('change', () => lines.wake(true));
}
