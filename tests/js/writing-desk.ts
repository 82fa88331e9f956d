// A workshop that holds one text, and a desk that writes it, for the tests of what is saved as one types.

import { Writing } from '../../static/src/console/writing';
import { memory } from '../../static/src/shared/live/memory';

export const LOST = { ok: false, code: 'timeout', message: '' };
export const soon = () =>
  new Promise((done) => {
    setTimeout(done, 0);
  });

/** A workshop with one part of the explanation: it knows operations by their ids until it is restarted. */
export function workshop() {
  const held = { text: '', version: 0, done: new Set(), answers: [] as any[], asked: [] as any[] };
  return {
    held,
    now: () => ({ text: held.text, version: held.version }),
    async send(_name: string, body: any, id: string) {
      held.asked.push({ ...body, id });
      await soon();
      const how = held.answers.shift();
      if (how === 'never came') return LOST;
      if (!held.done.has(id)) {
        if (body.base !== held.version)
          return { ok: false, code: 'changed_meanwhile', message: 'Somebody changed this meanwhile.' };
        Object.assign(held, { text: body.text.trim(), version: held.version + 1 });
        held.done.add(id);
      }
      return how === 'answer lost' ? LOST : { ok: true, rev: 1 };
    },
  };
}

/** A browser's desk, whose storage outlives it. */
export function desk(room: ReturnType<typeof workshop>, storage: { value: any } = { value: null }) {
  const store = {
    read: () => structuredClone(storage.value),
    write: (value: any) => {
      storage.value = structuredClone(value);
    },
    clear: () => {
      storage.value = null;
    },
  };
  const timers: (() => void)[] = [];
  const writing = new Writing({
    memory: memory(store),
    send: room.send,
    now: room.now,
    later: (act) => {
      timers.push(act);
      return act;
    },
    never: (act) => {
      if (timers.includes(act)) timers.splice(timers.indexOf(act), 1);
    },
  });
  /** Time goes by until nothing is left to do. */
  const rest = async () => {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      if (timers.length) {
        quiet = 0;
        timers.splice(0).forEach((act) => act());
      }
      await soon();
    }
  };
  return { writing, rest, timers, storage };
}
