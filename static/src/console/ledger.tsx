// What moved us, at the desk: by cause, in the order in which it was given; a click shows it to the room.

import type { LedgerPart, MovedCardShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { Strip } from '../shared/strip/strip';
import { classes } from '../shared/ui/classes';
import { causeWords, expectedWords, happenedWords, ledgerLines, ledgerPiles } from '../shared/ui/moved';
import { say } from '../shared/ui/say';

const WIDTH = 136;

export function Ledger({ room, ledger }: { room: Desk; ledger: LedgerPart }) {
  const board = room.part('board');
  const { k } = room.part('session');
  const lines = ledgerLines(ledger);
  const among = ledgerPiles(lines);
  const strip = (of: MovedCardShown['before']) =>
    of && (
      <Strip
        size="list"
        width={WIDTH}
        scale={board.scale}
        tallies={of.tallies}
        needToKnow={of.need_to_know}
        label={of.label}
        among={among}
      />
    );
  return (
    <section class="moved-us">
      <h2>
        {say('console.ledger.title')} <span class="small quiet">{say('console.ledger.more')}</span>
      </h2>
      <ol>
        {lines.map(({ row, card }) => (
          <li key={`${row.round} ${card.card}`}>
            <span>
              <small>{causeWords(row)}</small>
              {card.name}
            </span>
            <span>{strip(card.before)}</span>
            <span class="arrow" aria-hidden="true" />
            <span>{strip(card.after ?? card.before)}</span>
            <span class={classes('happened', card.expected === 'none' && 'is-news')}>
              <small>{expectedWords(card, board.scale.ends)}</small>
              {happenedWords(card, board.scale.ends, k)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
