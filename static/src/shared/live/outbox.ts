// What a delegate sends: kept on the phone until the round closes, sent in order, repeated until it is answered,
// and sent again when the server has lost its memory (a new epoch). Operation ids make a repeat harmless.
//
// What was stored is kept until a later one about the same is stored, not only sent: the later one may be refused by a
// server with an older memory, and the next one may have the round open again. Of two about the same that both may have
// arrived only the later one goes out; the earlier, sent after it, would win.

import { signal } from '@preact/signals';
import { AGAIN, newId } from './connection';
import type { Ack } from './connection';
import type { Store } from './storage';

export type Operation = {
  id: string;
  name: string;
  body: any;
  /**
   * What it answers. A later one about the same replaces it: what has not gone out at once, what is under way when
   * it is answered (on a connection that was cut it may still arrive, and would then win over the later one), and
   * what is stored when the later one is.
   */
  about: string;
  /** Until when it is kept; "" for until sent. */
  round: string;
  state: 'waiting' | 'sent' | 'refused';
  message: string;
  /** It has gone out, or may have; until then it can be taken back. */
  tried?: boolean;
  /** It went out without an answer, or was stored under an earlier epoch: it may count although a later no was said. */
  lost?: boolean;
};
export type Send = (name: string, body: object, id: string) => Promise<Ack>;

const SHORTEST = 300; // ms before an unanswered operation is sent again; doubles up to LONGEST
const LONGEST = 5000;
const MAY_HAVE_ARRIVED = new Set(['timeout', 'failed']);
/** What somebody typed, in an operation's body. */
export const wordsIn = (body: any): string =>
  ['text', 'action', 'why', 'who', 'by_when', 'known', 'step_up', 'step_down', 'review']
    .map((name) => body[name])
    .filter((said) => typeof said === 'string' && said)
    .join(' · ');
const underWay = (operation: Operation) => operation.tried && operation.state === 'waiting';
/** In an open round, as far as this phone knows: a new epoch is asked again. */
const mayCount = (o: Operation) => o.state === 'sent' || (o.state === 'refused' && o.lost && o.round);
const newest = (operations: Operation[], about: string) => operations.filter((o) => o.about === about).at(-1);
const sleep = (ms: number) =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

export class Outbox {
  store: Store<Operation[]>;
  send: Send;
  ready: () => Promise<unknown> | null;
  pause: (ms: number) => Promise<unknown>;
  onSettled: (operation: Operation, ok: boolean) => void;
  running = false;
  operations: { value: Operation[] };
  /** ms before the next attempt */
  private wait = SHORTEST;
  /** Ends a pause before its time. */
  private wake: (now?: unknown) => void = () => {};

  /** `ready`: until there is a connection, null when there is one */
  constructor({
    store,
    send,
    ready = () => null,
    pause = sleep,
    onSettled = () => {},
  }: {
    store: Store<Operation[]>;
    send: Send;
    ready?: () => Promise<unknown> | null;
    pause?: (ms: number) => Promise<unknown>;
    onSettled?: (operation: Operation, ok: boolean) => void;
  }) {
    this.store = store;
    this.send = send;
    this.ready = ready;
    this.pause = pause;
    this.onSettled = onSettled;
    // What waited when the page went may have gone out with it.
    const left = (store.read() ?? []).map((o) =>
      o.state === 'waiting' && o.tried !== false ? { ...o, tried: true, lost: true } : o,
    );
    this.operations = signal(left);
  }

  /**
   * Keep and send. `apart`: it goes out beside what still waits about the same, not in its place, so that a
   * line tells nobody what was answered.
   */
  post(
    name: string,
    body: any,
    { about = '', round = '', apart = false }: { about?: string; round?: string; apart?: boolean } = {},
  ) {
    const rest = this.operations.value.flatMap((o) => {
      if (!about || o.about !== about || underWay(o) || (apart && o.state === 'waiting')) return [o];
      return mayCount(o) ? [{ ...o, state: 'sent' as const }] : [];
    });
    this.keep([
      ...rest,
      { id: newId(), name, body, about, round, state: 'waiting', message: '', tried: false },
    ]);
    this.run();
  }

  /** Not to be sent after all. What has gone out already stays. Returns what was taken back. */
  takeBack(id: string): Operation | null {
    const found = this.operations.value.find((o) => o.id === id && !underWay(o) && o.state !== 'sent');
    if (found) this.drop(id);
    return found ?? null;
  }

  /** What answers `about`, and how far it has come. */
  stateOf(about: string) {
    return newest(this.operations.value, about);
  }

  /** What would be sent again if this one, the newest about the same, came to nothing. */
  before({ about }: Operation) {
    return this.operations.value.filter((o) => o.about === about).at(-2);
  }

  /** How many answers are still to be sent; what is sent twice is one. */
  waiting() {
    return new Set(this.operations.value.filter((o) => o.state === 'waiting').map((o) => o.about || o.id))
      .size;
  }

  /**
   * The server has a new epoch: what it had acknowledged for open rounds is sent again, and soon, for it closes no
   * round only so long. A pause that grew in the epoch before is over.
   */
  again() {
    this.keep(
      this.operations.value.map((o) => (mayCount(o) ? { ...o, state: 'waiting' as const, lost: true } : o)),
    );
    this.wait = SHORTEST;
    this.wake();
    this.run();
  }

  /** Rounds that have closed need nothing of this phone any more, but for words that came too late. */
  forgetClosed(isOpen: (round: string) => boolean) {
    const late = (o: Operation) => o.state === 'refused' && wordsIn(o.body) !== '';
    const rest = this.operations.value.filter(
      (o) => !o.round || o.state === 'waiting' || late(o) || isOpen(o.round),
    );
    if (rest.length !== this.operations.value.length) this.keep(rest);
  }

  /** One that was refused is read and put away. */
  drop(id: string) {
    this.keep(this.operations.value.filter((o) => o.id !== id));
  }

  clear() {
    this.operations.value = [];
    this.store.clear();
  }

  /** Send what waits, one after the other, until nothing does. */
  async run() {
    if (this.running) return;
    this.running = true;
    this.wait = SHORTEST;
    while (this.first()) {
      const connection = this.ready();
      if (connection) await connection;
      const next = this.first();
      if (!next) break;
      if (!next.tried) {
        next.tried = true;
        this.keep([...this.operations.value]); // a page that goes now may have sent it; and nobody can take it back
      }
      const ack = await this.send(next.name, next.body, next.id);
      if (!ack.ok && AGAIN.has(ack.code)) {
        next.lost ||= MAY_HAVE_ARRIVED.has(ack.code);
        await this.rest();
        continue;
      }
      this.wait = SHORTEST;
      this.settle(next.id, ack);
    }
    this.running = false;
  }

  /** What goes out next; where one about the same may have arrived after it, the newest of those. */
  private first() {
    const all = this.operations.value;
    const next = all.find((o) => o.state === 'waiting');
    const { about } = next ?? {};
    return about ? all.filter((o) => o === next || (o.about === about && underWay(o))).at(-1) : next;
  }

  /** Until the next attempt: longer each time, and no longer than until somebody wakes it. */
  private rest() {
    const woken = new Promise((done) => {
      this.wake = done;
    });
    const { wait } = this;
    this.wait = Math.min(LONGEST, wait * 2);
    return Promise.race([this.pause(wait), woken]);
  }

  settle(id: string, ack: Ack) {
    const done = this.operations.value.find((o) => o.id === id);
    if (!done) return; // replaced meanwhile
    const { about, round, lost } = done;
    this.onSettled(done, ack.ok);
    const all = this.operations.value;
    const replaced = about && newest(all, about) !== done;
    const refused = replaced ? lost && round : about || wordsIn(done.body); // else nothing to read, nothing to do
    const state: Operation['state'] = ack.ok || replaced ? 'sent' : 'refused';
    const message = ack.ok ? '' : ack.message;
    const at = all.indexOf(done);
    this.keep(
      all.flatMap((o, i) => {
        if (o === done) return (ack.ok ? round : refused) ? [{ ...o, state, message }] : [];
        return ack.ok && about && o.about === about && i < at ? [] : [o];
      }),
    );
  }

  keep(next: Operation[]) {
    this.operations.value = next;
    if (next.length || this.store.isNewer?.()) this.store.write(next);
    else this.store.clear();
  }
}
