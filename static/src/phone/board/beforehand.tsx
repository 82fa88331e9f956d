// What somebody should know before placing a card: who is in the room, that their own place is not counted, or a refusal.

import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { SendState } from '../controls';
import type { OfCard } from './cards';

export function Beforehand({ room, sheet, card, stood }: Pick<OfCard, 'room' | 'sheet' | 'card' | 'stood'>) {
  const operation = room.outbox.stateOf(`${sheet.round} ${card.id}`);
  const isFirst = !sheet.again && Object.keys(sheet.placed).length === 0;
  return (
    <>
      {typeof stood === 'string' && (
        <p class="clear small">
          <Icon name="phone" />
          <span>
            {say(`phone.board.looks_on.${stood}`)} {say('phone.board.yourself')}
          </span>
        </p>
      )}
      {isFirst && <p class="quiet small">{say('phone.welcome.look', { n: room.part('session').devices })}</p>}
      {operation?.state === 'refused' && <SendState operation={operation} />}
    </>
  );
}
