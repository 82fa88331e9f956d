// Both questions of a card, one beneath the other, each drawn and named by itself: nothing leads from one to the other.

import type { BoardPart, CardShown, Parts, ResponseShown, ScaleShown } from '../../contract';
import { Key } from '../../shared/strip/around';
import { Strip } from '../../shared/strip/strip';
import { movementParts } from '../../shared/strip/words';
import { Agreement } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { toldWords, whyWords } from '../../shared/ui/told';
import { Foot, Head } from '../parts';
import { linesOf, measure, useWidth } from '../units';

const CARD = 52; // units: the size of a card's text, on one line

export function Response({ parts, found }: { parts: Parts['screen']; found: CardShown }) {
  const { board, session } = parts;
  const at = board.cards.findIndex((c) => c.id === found.card);
  const text = board.cards[at]?.text ?? '';
  const long = linesOf(text, CARD, useWidth() - 192, measure(650)) > 1;
  const shifted = [found, found.response].some((told) => told?.before && !told.withheld);
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
      <Foot
        parts={parts}
        left={shifted ? <Key before={say('screen.board.before')} now={say('screen.board.now')} /> : null}
      />
    </main>
  );
}

/** By itself: its kind, and since it was answered before who moved, or why its picture stands. */
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
  const before = found.withheld ? null : found.before;
  return (
    <>
      <p class="question">
        <span>{title}</span>
        <span class="since">{sinceWords(found, scale, levels)}</span>
        <Agreement label={found.label} />
      </p>
      {found.tallies ? (
        <Strip
          size="screen"
          motion={before ? 'shift' : 'reveal'}
          before={before}
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

/** "5 moved towards immediate · 9 stayed"; where that is not told, why not; "" where it was answered once. */
function sinceWords(found: CardShown | ResponseShown, scale: ScaleShown, levels: boolean) {
  const moved = found.before ? movementParts(found.movement, scale.ends, levels) : [];
  return moved.map(({ n, text }) => (n === null ? text : `${n} ${text}`)).join(' · ') || toldWords(found);
}

/** The facilitator's prompt; else what their kinds say side by side. */
function Prompt({ board, found }: { board: BoardPart; found: CardShown }) {
  const compared = found.response?.compared;
  const words = board.prompt || (compared ? say(`common.compared.${compared}`) : '');
  return words ? <p class="screen-prompt">{words}</p> : null;
}
