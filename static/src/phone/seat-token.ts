// The key that a phone makes for itself before it first asks for a seat. Whatever gets lost then, it asks with the same.

import { kept } from '../shared/live/storage';

const TABS = 60; // ms, until another tab of this browser has seen what this one wrote

/** 256 random bits. */
function make() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** A tab's way to its keys. `stores` are remembered for where nothing may be stored. */
export function seatTokens(stores = new Map<string, ReturnType<typeof kept>>()) {
  /** This browser's key for a code: one for all its tabs. The room's page takes it out of the storage. */
  return async (code: string): Promise<string> => {
    const store = stores.get(code) ?? kept(`cw join ${code}`);
    stores.set(code, store);
    if (!store.read()) store.write(make());
    await new Promise((done) => setTimeout(done, TABS));
    return store.read();
  };
}

export const seatToken = seatTokens();
