// A limit of a field in a form, counted as the workshop counts: nothing is cut off, and what is too long is not sent.

import { say } from '../helpers/say.js';
import { lengthOf } from '../helpers/words.js';

/** What an input of at most `limit` characters needs. The browser says the sentence when somebody sends. @param {number} limit */
export const within = (limit) => ({
  /** @param {any} event */
  onInput: ({ target }) => {
    const over = lengthOf(target.value) - limit;
    target.setCustomValidity?.(over > 0 ? say('common.over', { n: over }) : '');
  },
});
