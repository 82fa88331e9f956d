// The talk-only way: cards and prompts, no figures. For a room of fewer than k, which could show none.

import type { BoardPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { useRoving } from '../shared/ui/roving';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import type { Next } from './next';
import type { Row } from './parts';

const SLIM = 'button button--second button--slim';

/** What comes next while the room talks: the card after the one it is at. Nothing after the last. */
export function nextTalk(board: BoardPart): Partial<Next> | null {
  const at = board.cards.findIndex((c) => c.id === board.focus);
  const card = board.cards[at + 1];
  if (!card) return null;
  return {
    label: at < 0 ? say('console.next.first_card') : say('console.next.next_card'),
    about: say('console.talk.about'),
    title: card.short,
    name: 'board.talk_about',
    body: { card: card.id },
  };
}

/** The card before the one that the room is at; before the first, none. */
export const talkBefore = (board: BoardPart) => {
  const at = board.cards.findIndex((c) => c.id === board.focus);
  return { name: 'board.talk_about', body: { card: board.cards[at - 1]?.id ?? null } };
};

/** Where too few are here, or have finished, for anything to be shown: talking is what comes next. */
export function insteadOfPlacing(board: BoardPart, k: number): Partial<Next> | null {
  const state = board.round?.state;
  if (!board.cards.length || (state !== 'ready' && state !== 'open')) return null;
  return {
    label: say('console.talk.instead'),
    title: say(state === 'open' ? 'console.talk.few_finished' : 'console.talk.few', { k: spelt(k) }),
    name: 'board.talk',
    body: { talk: true },
    asks: state === 'open' ? 'again' : '',
    sure: say('console.talk.sure'),
    yes: say('console.talk.yes'),
  };
}

/** In the lobby: that the room is small, what will not be shown then, and the way through. */
export function smallRoom(room: Desk): Row[] {
  const { devices, k, talk } = room.part('session');
  if (talk)
    return [
      [
        'people',
        say('console.talk.is_on'),
        <>
          {say('console.talk.is_on_more')}{' '}
          <button class="linkish" type="button" onClick={() => room.post('board.talk', { talk: false })}>
            {say('console.talk.off')}
          </button>
        </>,
      ],
    ];
  if (devices >= k) return [];
  return [
    [
      'refused',
      say('console.talk.small', { k: spelt(k) }),
      <>
        {say('console.talk.small_more')}{' '}
        <Sure
          words={say('console.talk.on')}
          sure={say('console.talk.on_sure')}
          yes={say('console.talk.on')}
          no={say('console.next.not_now')}
          onYes={() => room.post('board.talk', { talk: true })}
        />
      </>,
    ],
  ];
}

/** The cards of this step, and back to placing once enough are here. */
export function Talk({ room }: { room: Desk }) {
  const board = room.part('board');
  const { devices, k } = room.part('session');
  const row = useRoving<HTMLOListElement>('li > button');
  return (
    <div class="ready">
      <h2>{say('console.talk.title')}</h2>
      <p class="small quiet">{say('console.talk.more')}</p>
      <ol class="choices" {...row}>
        {board.cards.map((c) => (
          <li key={c.id}>
            <button
              type="button"
              aria-pressed={c.id === board.focus}
              onClick={() => room.post('board.talk_about', { card: c.id === board.focus ? null : c.id })}
            >
              {c.text}
            </button>
          </li>
        ))}
      </ol>
      {!board.cards.length && <p class="quiet">{say('console.talk.none')}</p>}
      {devices >= k && (
        <Sure
          look={SLIM}
          words={say('console.talk.off')}
          sure={say('console.talk.off_sure')}
          yes={say('console.talk.off')}
          no={say('console.talk.stay')}
          onYes={() => room.post('board.talk', { talk: false })}
        />
      )}
    </div>
  );
}
