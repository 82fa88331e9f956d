// One line to the room: one attempt by one way, with a deadline until the room is there and a heartbeat from then on.
// It ends once, for whatever reason, and says why; it never tries again by itself.

import { io } from 'socket.io-client';
import { refusal } from '../ui/say';
import { Heartbeat, SINCE } from './heartbeat';
import type { Frame } from './parts';
import type { Way } from './ways';

const NO_REQUEST_LONGER = 25_000; // ms: what hangs must not hold one of the browser's few connections for ever

export type End = {
  /** `asked`: the workshop closed it in order; `refused`: it said not now. */
  why: 'late' | 'silent' | 'closed' | 'asked' | 'failed' | 'refused' | 'gone';
  /** A sentence of the workshop's, or "". */
  words: string;
};

/** What a connection failed of, as the library tells. */
type Fault = { message: string; context?: { responseText?: string } };

/** What the workshop said, where it refused by HTTP. */
function wordsOf(error: Fault): string {
  try {
    const said = JSON.parse(error.context?.responseText ?? '');
    return said.code === 'origin' ? refusal(said) : '';
  } catch {
    return ''; // no answer of ours
  }
}

function endOf(error: Fault): End {
  if (error.message === 'gone' || error.message === 'refused') return { why: 'gone', words: '' };
  if (error.message === 'saving') return { why: 'refused', words: '' };
  return { why: 'failed', words: wordsOf(error) };
}

/** What a line is made of. `within`: ms until the room has to be there. */
export type Options = {
  namespace: string;
  auth: object;
  way: Way;
  within: number;
  onFrame: (frame: Frame, line: Line) => void;
  onEnd: (end: End, line: Line) => void;
};

export class Line {
  way: Way;
  now: () => number;
  onEnd: (end: End, line: Line) => void;
  asking = 0; // commands without an answer
  arrived: number | null = null;
  over = false;
  socket: any;
  heart: Heartbeat;
  deadline: NodeJS.Timeout;

  constructor({
    namespace,
    auth,
    way,
    within,
    onFrame,
    onEnd,
    make = io,
    now = () => performance.now(),
  }: Options & { make?: any; now?: () => number }) {
    this.way = way;
    this.now = now;
    this.onEnd = onEnd;
    this.socket = make(namespace, {
      auth,
      transports: [way],
      upgrade: false,
      forceNew: true,
      reconnection: false,
      timeout: false,
      requestTimeout: NO_REQUEST_LONGER,
    });
    this.heart = new Heartbeat({
      ask: () => this.socket.emit('beat'),
      onSilence: () => this.end({ why: 'silent', words: '' }),
      now,
    });
    this.deadline = setTimeout(() => this.end({ why: 'late', words: '' }), within);
    this.socket.on('beat', () => this.heart.answered());
    this.socket.on('frame', (frame: Frame) => this.heard(frame, onFrame));
    this.socket.on('disconnect', (why: string) =>
      this.end({ why: why === 'io server disconnect' ? 'asked' : 'closed', words: '' }),
    );
    this.socket.on('connect_error', (error: Fault) => this.end(endOf(error)));
  }

  heard(frame: Frame, onFrame: (frame: Frame, line: Line) => void) {
    if (this.over) return;
    if (this.arrived === null) {
      clearTimeout(this.deadline);
      this.arrived = this.now();
      if ((frame.protocol ?? 1) >= SINCE) this.heart.start();
    }
    onFrame(frame, this);
  }

  /** How long the room has been there by this line, in ms; null when it has not. */
  get lived() {
    return this.arrived === null ? null : this.now() - this.arrived;
  }

  /** Send a command and wait for its answer. Rejects when none comes. `patience`: ms. */
  async ask(message: object, patience: number) {
    this.asking += 1;
    try {
      const answer = await this.socket.timeout(patience).emitWithAck('command', message);
      this.heart.answered();
      return answer;
    } finally {
      this.asking -= 1;
    }
  }

  /** Ask at once whether it is still there. */
  check() {
    this.heart.check();
  }

  end(end: End) {
    if (this.over) return;
    this.close();
    this.onEnd(end, this);
  }

  /** Put away without a word. What waits for an answer is told that none comes. */
  close() {
    this.over = true;
    clearTimeout(this.deadline);
    this.heart.stop();
    this.socket.off();
    this.socket.disconnect();
  }

  /** Put away when what was sent by it is answered, or cannot be any more. `patience`: ms. */
  retire(patience: number) {
    this.over = true;
    const look = (left: number) =>
      this.asking && left > 0 ? setTimeout(() => look(left - 200), 200) : this.close();
    look(patience);
  }
}
