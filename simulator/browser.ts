// What a browser gives a page, as far as a phone asks for it, without a window, a network or a clock of its own: time is
// set from outside, what is kept lies in this device's own storage, and chance comes from a seed.

type Timer = { due: number; order: number; device: Device; act: () => void };

/** One phone, or the browser of a desk: it outlives its page. */
export class Device {
  kept = new Map<string, string>();
  constructor(public name: number) {}
}

/** Milliseconds since the beginning. */
let now = 0;
let order = 0;
let chance = 1;
let timers = new Map<number, Timer>();
let here = new Device(-1);

/** Everything anew. */
export function reset(seed: number) {
  now = 0;
  order = 0;
  chance = seed >>> 0 || 1;
  timers = new Map();
}

/** From here on this is the device that speaks. */
export const be = (device: Device, ms: number) => {
  here = device;
  now = ms;
};
export const device = () => here;

/** The page of a device is gone, and its timers with it. */
export function stop(gone: Device) {
  for (const [id, timer] of timers) if (timer.device === gone) timers.delete(id);
}

const first = () => {
  let found: [number, Timer] | null = null;
  for (const entry of timers)
    if (!found || entry[1].due < found[1].due || (entry[1].due === found[1].due && entry[0] < found[0]))
      found = entry;
  return found;
};

/** When the next timer is due, in ms; -1 for never. */
export const due = () => first()?.[1].due ?? -1;

/** Fires one timer that is due. */
export function fire(ms: number) {
  const found = first();
  if (!found || found[1].due > ms) return;
  timers.delete(found[0]);
  be(found[1].device, Math.max(now, ms));
  found[1].act();
}

function random() {
  chance = (chance + 0x6d2b79f5) | 0;
  let t = Math.imul(chance ^ (chance >>> 15), 1 | chance);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const nothing = () => {};

/** Base64, of a multiple of three characters. */
const btoa = (text: string) =>
  (text.match(/[^]{3}/g) ?? [])
    .map((three) => {
      const bits = (three.charCodeAt(0) << 16) | (three.charCodeAt(1) << 8) | three.charCodeAt(2);
      return [18, 12, 6, 0].map((by) => LETTERS[(bits >> by) & 63]).join('');
    })
    .join('');

Object.assign(globalThis, {
  setTimeout: (act: () => void, ms: number = 0) => {
    order += 1;
    // whole ms, as a browser has it: the world's clock has no others, and what is due between two would never come
    timers.set(order, { due: now + Math.max(0, Math.trunc(ms)), order, device: here, act });
    return order;
  },
  clearTimeout: (id: number) => timers.delete(id),
  performance: { now: () => now },
  crypto: {
    getRandomValues: (into: Uint8Array) => {
      for (let at = 0; at < into.length; at += 1) into[at] = Math.floor(random() * 256);
      return into;
    },
  },
  btoa,
  TextEncoder: class {
    encode = (text: string) => ({
       
      length: /^[\0-\x7f]*$/.test(text) ? text.length : unescape(encodeURIComponent(text)).length,
    });
  },
  localStorage: {
    getItem: (key: string) => here.kept.get(key) ?? null,
    setItem: (key: string, value: string) => here.kept.set(key, value),
    removeItem: (key: string) => here.kept.delete(key),
  },
  Intl: {
    PluralRules: class {
      select = () => 'other';
    },
    NumberFormat: class {
      format = String;
    },
  },
  AbortController: class {
    signal = {};
    abort = nothing;
  },
  fetch: () => new Promise(nothing), // nobody answers: a page that asks why there is no room goes on asking
  addEventListener: nothing,
  document: { addEventListener: nothing, hidden: false },
  navigator: {},
});
Date.now = () => now;
Math.random = random;
