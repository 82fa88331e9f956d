// Somebody else wrote over what is being changed here: their words, and that one's own become another of its kind.

import { say } from './say';

export const Changed = ({ words }: { words: string }) => (
  <p class="state" role="alert">
    {say('common.changed_to')} “<span class="typed">{words}</span>” {say('common.left.own')}
  </p>
);
