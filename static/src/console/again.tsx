// Placing cards again: what has happened since, and which cards.

import { useSignal } from '@preact/signals';
import type { BoardPart, Commands, InformationShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { listed, say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

/** Cards to begin with: the one in focus, else none. */
const chosenFirst = (board: BoardPart) => (board?.focus ? [board.focus] : []);

/** Again is for what the room has placed before. */
const placedOnce = (board: BoardPart) =>
  new Set(board?.results?.map((r) => r.card) ?? board?.cards.map((c) => c.id));

export function Again({ room, onClose }: { room: Desk; onClose: () => void }) {
  const cause = useSignal<Commands['board.reopen']['cause']>('discussion');
  const information = useSignal('');
  const cards = useSignal<string[]>(chosenFirst(room.part('board')));
  const given = room.part('notes_private').information;
  const offered = room.data.scenario.filter((c) => placedOnce(room.part('board')).has(c.id));
  const take = (item: InformationShown) => {
    information.value = item.id;
    cards.value = item.cards.filter((c) => offered.some((s) => s.id === c));
  };
  const about = given.find((i) => i.id === information.value)?.cards ?? [];
  const without = room.data.scenario.filter((c) => about.includes(c.id) && !offered.includes(c));
  const toggle = (id: string) => {
    cards.value = cards.value.includes(id) ? cards.value.filter((c) => c !== id) : [...cards.value, id];
  };
  const lacks = !cards.value.length
    ? say('console.again.none')
    : cause.value === 'information' && !information.value
      ? say('console.again.choose')
      : '';
  const open = async () => {
    if (lacks) return;
    const ack = await room.post('board.reopen', {
      cards: cards.value,
      cause: cause.value,
      information: cause.value === 'information' ? information.value : null,
    });
    if (ack.ok) onClose();
  };
  return (
    <Sheet title={say('console.again.title')} onClose={onClose}>
      <fieldset class="causes">
        <legend>{say('console.again.cause')}</legend>
        <div class="opts">
          {(
            [
              ['discussion', say('console.again.discussion'), say('console.again.discussion_more')],
              ['information', say('console.again.information'), say('console.again.information_more')],
            ] as [Commands['board.reopen']['cause'], string, string][]
          ).map(([id, words, more]) => (
            <label class="opt">
              <input
                type="radio"
                name="cause"
                checked={cause.value === id}
                onChange={() => {
                  cause.value = id;
                }}
              />
              <span>
                <b>{words}</b>
                <small>{more}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {cause.value === 'information' && (
        <fieldset>
          <legend>{say('console.again.choose')}</legend>
          <div class="opts">
            {given.map((i) => (
              <label class="opt">
                <input
                  type="radio"
                  name="information"
                  checked={information.value === i.id}
                  onChange={() => take(i)}
                />
                <span>
                  {i.text}
                  <small>{i.why}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend>{say('console.again.cards')}</legend>
        <div class="ticks">
          {offered.map((c) => (
            <label class="tick">
              <input type="checkbox" checked={cards.value.includes(c.id)} onChange={() => toggle(c.id)} />
              <span>{c.short}</span>
            </label>
          ))}
        </div>
        {without.length > 0 && cause.value === 'information' && (
          <p class="small quiet">
            {say('console.again.without', { cards: listed(without.map((c) => c.short)) })}
          </p>
        )}
      </fieldset>
      {room.said.value && (
        <p class="state state--refused" role="alert">
          {room.said.value}
        </p>
      )}
      <button class="button button--wide" type="button" aria-disabled={!!lacks} onClick={open}>
        {lacks || say('console.again.open', { n: cards.value.length })}
      </button>
    </Sheet>
  );
}
