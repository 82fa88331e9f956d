// A facilitator's command: asked again under the same id while the workshop is busy, then told in a sentence.

import { AGAIN, newId } from '../shared/live/connection';
import type { Ack } from '../shared/live/connection';
import { say } from '../shared/ui/say';

const TRIES = 5;
const FIRST_PAUSE = 300; // ms, doubles

const sleep = (ms: number) =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

/** Sends until it is answered for good. A repeat is harmless: the workshop knows an operation by its id. */
export function steadily(
  send: (name: string, body: object, id: string) => Promise<Ack>,
  pause: (ms: number) => Promise<any> = sleep,
): (name: string, body: object) => Promise<Ack> {
  return async (name, body) => {
    const id = newId();
    for (let left = TRIES, wait = FIRST_PAUSE; ; left -= 1, wait *= 2) {
      const ack = await send(name, body, id);
      if (ack.ok || !AGAIN.has(ack.code)) return ack;
      if (left === 1) return { ...ack, message: ack.message || say('console.unanswered') };
      await pause(wait);
    }
  };
}
