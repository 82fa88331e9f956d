// The key that a phone makes for itself before it first asks for a seat. Whatever gets lost then, it asks with the same.

import { kept } from './storage.js';

const TABS = 60; // ms, until another tab of this browser has seen what this one wrote
/** @type {Map<string, {read: () => any, write: (value: any) => void}>} Memory for where nothing may be stored. */
const stores = new Map();

/** 256 random bits. */
function make() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** This browser's key for a code: one for all its tabs. The room's page takes it out of the storage. @param {string} code */
export async function seatToken(code) {
  const store = stores.get(code) ?? kept(`cw join ${code}`);
  stores.set(code, store);
  if (!store.read()) store.write(make());
  await new Promise((done) => { setTimeout(done, TABS); });
  return store.read();
}
