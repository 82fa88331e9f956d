// Whose an action is, and by when: in the plan on a phone and at the desk.

import type { ComponentProps } from 'preact';
import type { ActionShown } from '../../contract';
import { Icon } from './icons';

/** `review`: when it is looked at again, where that is shown. */
export function Whose({ who, by_when, review }: Partial<Pick<ActionShown, 'who' | 'by_when' | 'review'>>) {
  return (
    <div class="owner">
      <Part icon="person" words={who} />
      <Part icon="calendar" words={by_when} />
      <Part icon="waiting" words={review} />
    </div>
  );
}

const Part = ({ icon, words }: { icon: ComponentProps<typeof Icon>['name']; words?: string }) =>
  words ? (
    <span>
      <Icon name={icon} />
      <span class="typed">{words}</span>
    </span>
  ) : null;
