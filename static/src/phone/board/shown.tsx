// The reveal on a phone: the line upright, the room's dots, one's own marked by this phone alone.

import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { BoardPart, CampShown, CardShown } from '../../contract';
import type { Phone } from '../../shared/live/room';
import { Movement } from '../../shared/strip/around';
import { Strip } from '../../shared/strip/strip';
import { BothEnds } from '../../shared/strip/upright';
import { Agreement, Glyph } from '../../shared/ui/icons';
import { nextWords } from '../../shared/ui/next-move';
import { named, say } from '../../shared/ui/say';
import { certaintyWords, Told, whyWords } from '../../shared/ui/told';
import { BackButton, Top } from '../controls';
import { Would } from './would';

export function Shown({ room }: { room: Phone }) {
  const board = room.part('board');
  const picked = useSignal<string | null>(null);
  const card = board.focus ?? picked.value;
  const found = board.results?.find((r) => r.card === card);
  if (!found)
    return (
      <All
        board={board}
        onPick={(id: string) => {
          picked.value = id;
        }}
      />
    );
  const back = board.focus ? null : (
    <BackButton
      words={say('phone.board.all')}
      onClick={() => {
        picked.value = null;
      }}
    />
  );
  return <One room={room} board={board} found={found} back={back} />;
}

/** One card with both ends' reasons. */
function One({
  room,
  board,
  found,
  back,
}: {
  room: Phone;
  board: BoardPart;
  found: CardShown;
  back: VNode | null;
}) {
  const text = board.cards.find((c) => c.id === found.card)?.text ?? '';
  return (
    <>
      <Top left={back} title={board.focus ? say('phone.board.focus') : ''} />
      <main id="main" tabindex={-1}>
        <h1 class="card card--review">{text}</h1>
        {found.withheld ? (
          <Withheld room={room} board={board} found={found} />
        ) : (
          <Picture room={room} board={board} found={found} />
        )}
      </main>
    </>
  );
}

/** No figures: why, and what those who need to know more would ask. */
function Withheld({ room, board, found }: { room: Phone; board: BoardPart; found: CardShown }) {
  const topics = named(
    'topic',
    found.missing.map((m) => m.topic),
  );
  return (
    <>
      <p class="quiet">{whyWords(found)}</p>
      {topics.length > 0 && (
        <p class="small">
          {say('phone.board.would_ask')} {topics.join(' · ')}
        </p>
      )}
      <Would board={board} found={found} mine={room.memory.latest(found.card)} />
    </>
  );
}

function Picture({ room, board, found }: { room: Phone; board: BoardPart; found: CardShown }) {
  const mine = room.memory.latest(found.card);
  const stage = board.scale.stages.find((s) => s.id === mine?.stage);
  const camps = found.camps && { low: side(found.camps.low), high: side(found.camps.high) };
  const shift = board.show === 'shift' && found.before;
  const topics = named(
    'topic',
    found.missing.map((m) => m.topic),
  );
  return (
    <>
      <Strip
        size="phone"
        scale={board.scale}
        tallies={found.tallies}
        needToKnow={found.need_to_know ?? 0}
        own={mine ? (mine.stage ?? '') : null}
        label={found.label}
        median={found.median}
        camps={camps}
        before={shift || null}
        topics={topics}
        motion={shift ? 'shift' : 'reveal'}
      />
      <p class="upright-meta">
        <Agreement label={found.label} />
        {mine && (
          <span class="yours">
            <i />
            {say('phone.board.yours', { stage: stage ? stage.name : say('phone.board.know') })}
          </span>
        )}
      </p>
      <p class="quiet small">{certaintyWords(found.certainty)}</p>
      <Told found={found} />
      {shift && found.movement && <Movement movement={found.movement} ends={board.scale.ends} page={true} />}
      {camps && !shift && <BothEnds camps={camps} placed={found.placed ?? 0} />}
      <Would board={board} found={found} mine={mine} />
      <div class="room-prompt">
        <Prompt board={board} found={found} />
        <span class="aid">{say('common.page.aid')}</span>
      </div>
    </>
  );
}

/** The facilitator's prompt, or what the kind of the card makes the room ask itself. */
function Prompt({ board, found }: { board: BoardPart; found: CardShown }) {
  const talked = board.round?.cause !== 'warm_up' && board.show !== 'shift';
  const prompt = board.prompt || (talked && nextWords(found, board.scale.ends));
  return prompt && <p>{prompt}</p>;
}

const side = (camp: CampShown) => ({ ...camp, reasons: named('reason', camp.reasons) });

/** All cards, most disagreement first. */
function All({ board, onPick }: { board: BoardPart; onPick: (id: string) => void }) {
  const others = (board.results ?? []).map((r) => r.card).filter((card) => !board.queue.includes(card));
  const order = [...board.queue, ...others];
  return (
    <>
      <Top title={say('phone.board.all')} />
      <main id="main" tabindex={-1}>
        <div class="sheet rows">
          {order.map((id) => {
            const found = board.results?.find((r) => r.card === id);
            const card = board.cards.find((c) => c.id === id);
            return (
              <button type="button" onClick={() => onPick(id)}>
                <Glyph label={found?.label} />
                <span>
                  {card?.short ?? id}
                  <small>
                    {found?.withheld
                      ? whyWords(found)
                      : found?.label
                        ? say(`common.labels.${found.label}`)
                        : ''}
                  </small>
                </span>
              </button>
            );
          })}
        </div>
        <p class="aid">{say('common.page.aid')}</p>
      </main>
    </>
  );
}
