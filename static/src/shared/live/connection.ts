// The connection to the room: lines, one after the other, for ever. WebSocket first, long polling where a network
// swallows or cuts it, WebSocket again beside it later; whichever line has the room carries what is sent.

import { batch, signal } from '@preact/signals';
import { refusal } from '../ui/say';
import { clock } from './clock';
import { Line } from './line';
import { NOTHING, after } from './parts';
import { troubles } from './trouble';
import { FIRST, afterArrival, afterEnd, afterLater, lookAgain, spread, within } from './ways';
import { PROTOCOL, filled } from './wire';
import type { Plan, Way } from './ways';
import type { Signal } from '@preact/signals';
import type { Parts, Role } from '../../contract';
import type { Frame, Known } from './parts';
import type { End } from './line';

/** `message` is what it says in words */
export type Ack = { ok: true; rev: number } | { ok: false; code: string; message: string };

const ANSWER_WITHIN = 8000; // ms, then the sender asks again
export const AGAIN = new Set(['saving', 'too_fast', 'failed', 'timeout']);

/** A random operation id: 128 bits. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** `open` makes a line. `trouble`: "" or what to tell the person when there has been no room for a while. */
/** Which audience a namespace is of. */
type Audiences = { '/delegate': 'delegate'; '/facilitator': 'facilitator'; '/screen': 'screen' };
type Namespace = keyof Audiences;
export type Connection<R extends Role = Role> = {
  parts: Signal<Partial<Parts[R]>>;
  state: Signal<State>;
  protocol: Signal<number>;
  trouble: Signal<string>;
  send: Send;
  close: () => void;
};
export type State = 'connecting' | 'online' | 'offline' | 'gone';
/** A command, and its answer; it is repeated under one id. */
export type Send = (name: string, body: object, id?: string) => Promise<Ack>;

export function connect<N extends Namespace>({
  namespace,
  session = '',
  onEpoch = () => {},
  open = (options) => new Line(options),
}: {
  namespace: N;
  session?: string;
  onEpoch?: (epoch: string) => void;
  open?: (options: any) => any;
}): Connection<Audiences[N]> {
  type R = Audiences[N];
  const parts = signal<Partial<Parts[R]>>({});
  const state = signal<State>('connecting');
  const protocol = signal(PROTOCOL); // the server's, as its last full frame said
  const trouble = signal('');
  let known: Known<R> = NOTHING;
  const told = troubles(trouble);
  const onFrame = (frame: Frame<R>) => {
    const fresh = frame.epoch !== known.epoch;
    known = after(known, frame);
    clock.heard(frame.now);
    batch(() => {
      parts.value = known.parts;
      state.value = 'online';
      if (frame.full) protocol.value = frame.protocol ?? 1;
    });
    told.over();
    if (fresh) onEpoch(frame.epoch);
  };
  const lines = new Lines({
    open,
    base: { namespace, auth: { session, protocol: PROTOCOL } },
    onFrame,
    onState: (now) => {
      state.value = now;
    },
    told,
  });
  lines.next();
  wakeUp(lines);
  const send = sender({ lines, namespace, state, protocol });
  clock.ask = () => {
    if (state.peek() === 'online') send('session.view', {});
  };
  return {
    parts,
    state,
    protocol,
    trouble,
    send,
    close: () => {
      lines.close();
      state.value = 'offline';
    },
  };
}

/** The line that has the room, and the one that is on its way. */
class Lines {
  open: (options: any) => any;
  base: object;
  onFrame: (frame: any) => void;
  onState: (state: State) => void;
  told: { missing: (words?: string) => void; over: () => void };
  plan: Plan;
  here: any = null;
  coming: any = null;
  timer: any = null;
  over = false;

  constructor({
    open,
    base,
    onFrame,
    onState,
    told,
  }: {
    open: (options: any) => any;
    base: object;
    onFrame: (frame: any) => void;
    onState: (state: State) => void;
    told: ReturnType<typeof troubles>;
  }) {
    this.open = open;
    this.base = base;
    this.onFrame = onFrame;
    this.onState = onState;
    this.told = told;
    this.plan = FIRST;
    told.missing();
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
    this.coming = this.open({
      ...this.base,
      way,
      within: patience,
      onFrame: this.heard.bind(this),
      onEnd: this.ended.bind(this),
    });
  }

  heard(frame: any, line: any) {
    if (line === this.coming) {
      this.coming = null;
      this.here?.retire(ANSWER_WITHIN);
      this.here = line;
      this.plan = afterArrival(this.plan);
      this.next();
    }
    this.onFrame(frame);
  }

  ended({ why, words }: End, line: any) {
    const wasHere = line === this.here;
    if (wasHere) this.here = null;
    else this.coming = null;
    if (why === 'gone') {
      this.close();
      this.onState('gone');
      return;
    }
    const isAsked = why === 'asked' || why === 'refused'; // whoever signed out, or was sent too much: asking again tells
    this.plan = isAsked ? afterLater(this.plan, line.way) : afterEnd(this.plan, line.way, line);
    if (!this.here) {
      this.onState('offline');
      this.told.missing(words);
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
      this.onState('offline');
      this.told.missing();
    }
    this.here?.check();
    if (!this.here) this.next();
    else if (isOther && this.here.way === 'polling') this.try('websocket');
  }

  close() {
    this.over = true;
    clearTimeout(this.timer);
    this.told.over();
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
  (globalThis.navigator as any)?.connection?.addEventListener?.('change', () => lines.wake(true));
}

/** Until the room is known, or for so long as an answer may take. */
async function arrived(state: Signal<State>): Promise<boolean> {
  const isHere = () => state.peek() === 'online';
  if (isHere()) return true;
  await new Promise((done) => {
    const stop = state.subscribe((now) => {
      if (now === 'online') done(now);
    });
    setTimeout(() => {
      stop();
      done('');
    }, ANSWER_WITHIN);
  });
  return isHere();
}

/** An ack, with its `message` where it says no. */
const inWords = (ack: any): Ack =>
  typeof ack.why === 'string' ? { ok: false, code: ack.code, message: refusal(ack) } : ack;

/**
 * A phone's commands are all as long as each other. `socket.ids` is the number that the library gives the
 * next one; a server of before takes no filler, so nothing is sent before it has said which it is.
 */
function sender({
  lines,
  namespace,
  state,
  protocol,
}: {
  lines: Lines;
  namespace: string;
  state: Signal<State>;
  protocol: Signal<number>;
}): Send {
  return async (name, body, id = newId()) => {
    try {
      if (!(await arrived(state))) throw new Error('nobody is there');
      const plain = { id, name, body };
      const isFilled = namespace === '/delegate' && protocol.peek() > 1;
      const line = lines.here;
      return inWords(
        await line.ask(isFilled ? filled(namespace, line.socket.ids, plain) : plain, ANSWER_WITHIN),
      );
    } catch {
      return { ok: false, code: 'timeout', message: '' };
    }
  };
}
