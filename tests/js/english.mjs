// Loaded by `node --import` before the tests: the words are there, as on a page; here an id that has no message, and a
// message that lacks a value, are faults.
import { readFileSync } from 'node:fs';

import { give } from '../../static/js/helpers/say.js';

/** @type {any} */
const english = JSON.parse(readFileSync(new URL('../../words/en.json', import.meta.url), 'utf8'));
give(english, 'en-GB', (id) => { throw new Error(`nothing is said by ${id}`); });
