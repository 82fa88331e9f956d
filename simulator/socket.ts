// Stands where the page imports socket.io-client: the same calls, carried by the simulated network. What a line says
// lies in `said` until the simulator takes it.

import { device } from './browser';

export const said: unknown[] = [];
const open = new Map<string, Socket>();
let lines = 0;

/** All lines of before are forgotten. */
export function forget() {
  said.length = 0;
  open.clear();
  lines = 0;
}

export class Socket {
  ids = 0;
  private line = `l${(lines += 1)}`;
  private heard: Record<string, (data: any) => void> = {};
  private asked = new Map<number, { done: (ack: any) => void; fail: (why: Error) => void }>();

  constructor(
    private namespace: string,
    options: { auth: object; transports: string[] },
  ) {
    open.set(this.line, this);
    said.push(['open', device().name, this.line, namespace, options.auth, options.transports[0]]);
  }

  on(event: string, act: (data: any) => void) {
    this.heard[event] = act;
  }

  off() {
    this.heard = {};
  }

  emit(event: string) {
    said.push(['up', this.line, `2${this.namespace},["${event}"]`]);
  }

  timeout(ms: number) {
    return {
      emitWithAck: (event: string, message: object) =>
        new Promise((done, fail) => {
          const number = this.ids;
          this.ids += 1;
          this.asked.set(number, { done, fail });
          setTimeout(() => fail(new Error('operation has timed out')), ms);
          said.push(['up', this.line, `2${this.namespace},${number}${JSON.stringify([event, message])}`]);
        }),
    };
  }

  disconnect() {
    if (open.delete(this.line)) said.push(['close', this.line]);
    this.forsake();
  }

  /** As the library does: what waits for an answer is told that none comes. */
  private forsake() {
    for (const { fail } of this.asked.values()) fail(new Error('socket has been disconnected'));
    this.asked.clear();
  }

  /** A packet came: an event, or an ack. */
  hear(packet: string) {
    const [, kind, number, data] = /^([23])[^,]*,(\d*)(.*)$/.exec(packet) as RegExpExecArray;
    const found = JSON.parse(data);
    if (kind === '2') this.tell(found[0], found[1]);
    else {
      this.asked.get(Number(number))?.done(found[0]);
      this.asked.delete(Number(number));
    }
  }

  tell(event: string, data?: unknown) {
    this.heard[event]?.(data);
  }

  /** The line was cut, or refused. */
  end(event: string, why: unknown) {
    open.delete(this.line);
    this.forsake();
    this.tell(event, why);
  }
}

export const io = (namespace: string, options: { auth: object; transports: string[] }) =>
  new Socket(namespace, options);

/** The socket of a line that this side still holds. */
export const socketOf = (line: string) => open.get(line);
