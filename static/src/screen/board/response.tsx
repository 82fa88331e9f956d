// Both questions of a card, one beneath the other, each drawn and named by itself: nothing leads from one to the other.

import type { BoardPart, CardShown, Parts, ResponseShown, ScaleShown } from '../../contract';
import { Strip } from '../../shared/strip/strip';
import { Agreement } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { whyWords } from '../../shared/ui/told';
import { Foot, Head } from '../parts';
import { linesOf, measure, useWidth } from '../units';

const CARD = 52; // units: the size of a card's text, on one line

export function Response({ parts, found }: { parts: Parts['screen']; found: CardShown }) {
  const { board, session } = parts;
  const at = board.cards.findIndex((c) => c.id === found.card);
  const text = board.cards[at]?.text ?? '';
  const long = linesOf(text, CARD, useWidth() - 192, measure(650)) > 1;
  return (
    <main id="main" class="screen response">
      <Head
        left={`${session.scenario_title} · ${say('screen.board.card_of', { at: at + 1, of: board.cards.length })}`}
        right={say('screen.board.two')}
      />
      <h1 class={long ? 'is-long' : ''}>{text}</h1>
      <Question title={say('common.second.stage')} scale={board.scale} found={found} />
      {found.response && board.second && (
        <Question
          title={say('common.second.response')}
          scale={board.second}
          found={found.response}
          levels={true}
        />
      )}
      <Prompt board={board} found={found} />
      <Foot parts={parts} />
    </main>
  );
}

function Question({
  title,
  scale,
  found,
  levels = false,
}: {
  title: string;
  scale: ScaleShown;
  found: CardShown | ResponseShown;
  levels?: boolean;
}) {
  return (
    <>
      <p class="question">
        <span>{title}</span>
        <Agreement label={found.label} />
      </p>
      {found.tallies ? (
        <Strip
          size="screen"
          motion="reveal"
          fills={true}
          scale={scale}
          tallies={found.tallies}
          needToKnow={found.need_to_know ?? 0}
          label={found.label}
          levels={levels}
        />
      ) : (
        <p class="focus-said">{whyWords(found)}</p>
      )}
    </>
  );
}

/** The facilitator's prompt; else what their kinds say side by side. */
function Prompt({ board, found }: { board: BoardPart; found: CardShown }) {
  const compared = found.response?.compared;
  const words = board.prompt || (compared ? say(`common.compared.${compared}`) : '');
  return words ? <p class="screen-prompt">{words}</p> : null;
}
