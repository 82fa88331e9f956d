// A hard card says so before it is read, the first time and whenever it is placed again: on the page before, where one
// goes on to it, and above its words.

import type { CardText } from '../../contract';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import type { OfCard } from './cards';

/** Above a card. */
export function CareNote({ card }: { card: CardText }) {
  return (
    card.content_note !== '' && (
      <p class="care-note small">
        <Icon name="info" />
        <span>
          <b>{say('phone.care.title')}</b> {card.content_note}
        </span>
      </p>
    )
  );
}

/** On to the next card, with what has to be known before it is there. */
export function Onward({ sheet, at, next }: Pick<OfCard, 'sheet' | 'at' | 'next'>) {
  const card = sheet.cards[at + 1];
  return (
    <div class="end">
      {card?.content_note && (
        <p class="care-note small">
          <Icon name="info" />
          <span>
            <b>{say('phone.care.next')}</b> {card.content_note} {say('phone.care.skip')}
          </span>
        </p>
      )}
      <button class="button button--wide" type="button" onClick={next}>
        {card ? say('phone.board.next_card') : say('phone.done')}
      </button>
    </div>
  );
}
