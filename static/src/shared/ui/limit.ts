// A limit of a field in a form, counted as the workshop counts: nothing is cut off, and what is too long is not sent.

import type { TargetedEvent } from 'preact';
import { say } from './say';
import { lengthOf } from './words';

/** What an input of at most `limit` characters needs. The browser says the sentence when somebody sends. */
export const within = (limit: number) => ({
  onInput: ({ currentTarget: field }: TargetedEvent<HTMLInputElement>) => {
    const over = lengthOf(field.value) - limit;
    field.setCustomValidity?.(over > 0 ? say('common.over', { n: over }) : '');
  },
});
