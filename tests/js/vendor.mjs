// Loaded by `node --import` before the tests: bare names lead to static/vendor, as what the pages are sent does,
// so that the tests run on the very files that phones get. The words are there too, as on a page; here an id that has no
// message, and a message that lacks a value, are faults.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

import { give } from '../../static/js/helpers/say.js';

const hooks = `
const vendored = new Map(Object.entries(${JSON.stringify({
  preact: 'preact.js',
  'preact/hooks': 'preact-hooks.js',
  '@preact/signals': 'preact-signals.js',
  '@preact/signals-core': 'preact-signals-core.js',
  htm: 'htm.js',
  'socket.io-client': 'socket.io-client.js',
})}));
const folder = ${JSON.stringify(new URL('../../static/vendor/', import.meta.url).href)};
export function resolve(specifier, context, next) {
  const file = vendored.get(specifier);
  return file ? { url: new URL(file, folder).href, shortCircuit: true } : next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);

/** @type {any} */
const english = JSON.parse(readFileSync(new URL('../../words/en.json', import.meta.url), 'utf8'));
give(english, 'en-GB', (id) => { throw new Error(`nothing is said by ${id}`); });
