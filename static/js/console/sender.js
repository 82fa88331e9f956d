// A facilitator's command: asked again under the same id while the workshop is busy, then told in a sentence.

import { say } from '../helpers/say.js';
import { AGAIN, newId } from '../live/connection.js';

const TRIES = 5;
const FIRST_PAUSE = 300; // ms, doubles

/** @typedef {import('../live/connection.js').Ack} Ack */
const sleep = (/** @type {number} */ ms) => new Promise((done) => { setTimeout(done, ms); });

/**
 * Sends until it is answered for good. A repeat is harmless: the workshop knows an operation by its id.
 * @param {(name: string, body: object, id: string) => Promise<Ack>} send @param {(ms: number) => Promise<any>} [pause]
 * @returns {(name: string, body: object) => Promise<Ack>}
 */
export function steadily(send, pause = sleep) {
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
