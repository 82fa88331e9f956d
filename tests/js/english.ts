// In every test before all else (bundle.mjs): the words are there, as on a page; here an id that has no message, and a
// message that lacks a value, are faults.

import { readFileSync } from 'node:fs';
import { give } from '../../static/src/shared/ui/say';

give(JSON.parse(readFileSync('words/en.json', 'utf8')), 'en-GB', (id) => {
  throw new Error(`nothing is said by ${id}`);
});
