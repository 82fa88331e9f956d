// One card in focus: the strip, both ends and their reasons, one question; or before and after.

import { useMemo } from 'preact/hooks';
import type { BoardPart, CampShown, CardShown, Parts } from '../../contract';
import { Key, Movement } from '../../shared/strip/around';
import { Strip } from '../../shared/strip/strip';
import { lowered } from '../../shared/strip/words';
import { classes } from '../../shared/ui/classes';
import { Agreement } from '../../shared/ui/icons';
import { nextWords } from '../../shared/ui/next-move';
import { named, say } from '../../shared/ui/say';
import { certaintyWords, Told, whyWords } from '../../shared/ui/told';
import { Foot, Head } from '../parts';
import { linesOf, measure, useWidth } from '../units';
import { Information } from './placing';
import { Sides } from './sides';
import { ClosedBand, Wanted } from './wanted';

const CARD = 65; // units: the size of a card's text, where it takes two lines at most

export function Focus({ parts, found }: { parts: Parts['screen']; found: CardShown }) {
  const { board, session } = parts;
  const at = board.cards.findIndex((c) => c.id === found.card);
  const text = board.cards[at]?.text ?? '';
  const room = Math.min(1500, useWidth() - 192);
  const wide = useMemo(() => measure(650), []);
  const shift = board.show === 'shift' && Boolean(found.before) && !found.withheld;
  const where = (
    <>
      {board.round?.cause === 'warm_up' ? say('screen.board.warm_up') : session.scenario_title} ·{' '}
      {say('screen.board.card_of', { at: at + 1, of: board.cards.length })}
    </>
  );
  return (
    <main id="main" class={classes('screen', shift ? 'shift' : 'focus')}>
      <Head left={where} right={<Label found={found} shift={shift} />} />
      <h1 class={linesOf(text, CARD, room, wide) > 2 ? 'is-long' : ''}>{text}</h1>
      {found.withheld ? (
        <Withheld board={board} found={found} />
      ) : shift ? (
        <Shift board={board} found={found} />
      ) : (
        <Picture board={board} found={found} />
      )}
      {!shift && found.next?.missing_first && <Wanted wanted={board.wanted} />}
      <Prompt board={board} found={found} shift={shift} />
      <Foot
        parts={parts}
        left={shift ? <Key before={say('screen.board.before')} now={say('screen.board.now')} /> : null}
      />
    </main>
  );
}

/** The room's label; after a shift the old one, an arrow, the new one. */
function Label({ found, shift }: { found: CardShown; shift: boolean }) {
  const now = <Agreement label={found.label} pill={true} />;
  if (!shift || !found.before?.label || found.before.label === found.label) return now;
  return (
    <span class="agree-from">
      <Agreement label={found.before.label} />
      <svg viewBox="0 0 44 24" role="img" aria-label={say('screen.board.then')}>
        <path d="M3 12h37M31 4l9 8-9 8" />
      </svg>
      {now}
    </span>
  );
}

/** No figures: why; of a card of which most need to know more, under the line that is closed. */
function Withheld({ board, found }: { board: BoardPart; found: CardShown }) {
  if (found.next) return <ClosedBand scale={board.scale} words={whyWords(found)} />;
  return <p class="focus-none">{whyWords(found)}</p>;
}

function Picture({ board, found }: { board: BoardPart; found: CardShown }) {
  const camps = found.camps && { low: side(found.camps.low), high: side(found.camps.high) };
  return (
    <>
      <Strip
        size="screen"
        fills={true}
        motion="reveal"
        scale={board.scale}
        tallies={found.tallies}
        needToKnow={found.need_to_know ?? 0}
        label={found.label}
        median={found.median}
        camps={camps}
        topics={topics(found)}
      />
      {!camps && <Sides found={found} scale={board.scale} />}
      <p class="focus-said">{certaintyWords(found.certainty)}</p>
      <Told found={found} look="focus-said focus-why" />
    </>
  );
}

function Shift({ board, found }: { board: BoardPart; found: CardShown }) {
  return (
    <>
      <Information information={board.information} />
      <Strip
        size="screen"
        fills={true}
        motion="shift"
        scale={board.scale}
        tallies={found.tallies}
        needToKnow={found.need_to_know ?? 0}
        before={found.before}
        label={found.label}
      />
      <Movement movement={found.movement} ends={board.scale.ends} />
      <Told found={found} look="focus-said" />
      {found.whys.length > 0 && (
        <p class="screen-whys">
          {say('screen.board.why')} <b>{whys(found).join(' · ')}</b>
        </p>
      )}
    </>
  );
}

/** What people say moved them, or did not: commonest first, no counts. */
const whys = (found: CardShown) =>
  named(
    'why',
    found.whys.slice(0, 3).map((w) => w.why),
  );

const side = (camp: CampShown) => ({ ...camp, reasons: named('reason', camp.reasons) });

const topics = (found: CardShown) =>
  named(
    'topic',
    found.missing.map((m) => m.topic),
  ).map((word, at) => (at ? lowered(word) : word));

/** The facilitator's prompt; else what the kind of the card makes the room ask itself. */
function Prompt({ board, found, shift }: { board: BoardPart; found: CardShown; shift: boolean }) {
  const talked = !shift && board.round?.cause !== 'warm_up';
  const words = board.prompt || (talked ? nextWords(found, board.scale.ends) : '');
  return words ? <p class="screen-prompt">{words}</p> : null;
}
