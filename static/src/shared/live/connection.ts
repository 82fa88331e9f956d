// The connection to the room: what has come of it, and what is sent. Lines that fail and come again are of lines.ts.

import { batch, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Parts, Role } from '../../contract';
import { refusal } from '../ui/say';
import type { Refusal } from '../ui/say';
import { clock } from './clock';
import { ANSWER_WITHIN, Lines } from './lines';
import type { Opens } from './lines';
import { asksForMissing } from './missing';
import { after, NOTHING } from './parts';
import type { Frame, Known } from './parts';
import { troubles } from './trouble';
import { filled, PROTOCOL } from './wire';

/** `message` is what it says in words */
export type Ack = { ok: true; rev: number } | { ok: false; code: string; message: string };
/** A command, and its answer; it is repeated under one id. */
export type Send = (name: string, body: object, id?: string) => Promise<Ack>;
export type State = 'connecting' | 'online' | 'offline' | 'gone';
/** Which audience a namespace is of. */
type Audiences = { '/delegate': 'delegate'; '/facilitator': 'facilitator'; '/screen': 'screen' };

export type Connection<R extends Role = Role> = {
  parts: Signal<Partial<Parts[R]>>;
  state: Signal<State>;
  /** The server's, as its last full frame said. */
  protocol: Signal<number>;
  /** "" or what to tell the person when there has been no room for a while. */
  trouble: Signal<string>;
  send: Send;
  /** Nobody is connected whose page says nothing: a page begins when it can be read. */
  begin: () => void;
  close: () => void;
};

export const AGAIN = new Set(['saving', 'too_fast', 'failed', 'timeout']);

/** A random operation id: 128 bits. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** `open` makes a line. */
export function connect<N extends keyof Audiences>({
  namespace,
  session = '',
  care = false,
  onEpoch = () => {},
  open,
}: {
  namespace: N;
  session?: string;
  /** A desk that cannot move the room, whoever sits at it. */
  care?: boolean;
  onEpoch?: (epoch: string) => void;
  open?: Opens;
}): Connection<Audiences[N]> {
  type R = Audiences[N];
  const parts = signal<Partial<Parts[R]>>({});
  const state = signal<State>('connecting');
  const protocol = signal(PROTOCOL);
  const trouble = signal('');
  let known: Known<R> = NOTHING;
  const told = troubles(trouble);
  const onFrame = (frame: Frame) => {
    const fresh = frame.epoch !== known.epoch;
    known = after(known, frame as Frame<R>);
    clock.heard(frame.now);
    batch(() => {
      parts.value = known.parts;
      state.value = 'online';
      if (frame.full) protocol.value = frame.protocol ?? 1;
    });
    told.over();
    lookForMissing();
    if (fresh) onEpoch(frame.epoch);
  };
  const onState = (now: State) => {
    state.value = now;
  };
  const lines = new Lines({
    namespace,
    auth: { session, protocol: PROTOCOL, ...(care && { care }) },
    onFrame,
    onState,
    told,
    open,
  });
  const send = sender({ lines, namespace, state, protocol });
  const askAnew = () => {
    if (state.peek() === 'online') send('session.view', {});
  };
  const lookForMissing = asksForMissing(() => known.lacks.size > 0, askAnew);
  clock.ask = askAnew;
  const close = () => {
    lines.close();
    state.value = 'offline';
  };
  return { parts, state, protocol, trouble, send, begin: () => lines.begin(), close };
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
const inWords = (ack: Ack | (Refusal & { code: string })): Ack =>
  'why' in ack ? { ok: false, code: ack.code, message: refusal(ack) } : ack;

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
      if (!line) throw new Error('nobody is there');
      const message = isFilled ? filled(namespace, line.socket.ids, plain) : plain;
      return inWords(await line.ask(message, ANSWER_WITHIN));
    } catch {
      return { ok: false, code: 'timeout', message: '' };
    }
  };
}
