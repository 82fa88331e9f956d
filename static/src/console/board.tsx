// The board beneath the preview: counts before the reveal and nothing else; after it the queue.

import type { BoardPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { Ready } from './parts';
import type { Row } from './parts';
import { Queue } from './queue';
import { Talk } from './talk';
import { useWait } from './waits';

const LOOK = 'button button--second button--slim';

/** The preview is large while there is nothing to talk about yet. */
export const isTall = (room: Desk) => !room.part('board')?.results;

export function Console({ room }: { room: Desk }) {
  const board = room.part('board');
  if (!board) return null;
  if (board.talk) return <Talk room={room} />;
  if (board.results) return <Queue room={room} />;
  const state = board.round?.state;
  if (state === 'open' || state === 'closing') return <Placing room={room} />;
  return state === 'closed' ? <Closed room={room} /> : <Opening room={room} board={board} />;
}

/** Before the round is open: what they will place. */
function Opening({ room, board }: { room: Desk; board: BoardPart }) {
  const { devices, k } = room.part('session');
  return (
    <div class="ready">
      <h2>{say('console.board.ready')}</h2>
      {board.information && <p class="quote">{board.information.text}</p>}
      <h3 class="eyebrow">{say('console.board.cards')}</h3>
      <ol class="plain-list">
        {board.cards.map((c) => (
          <li>{c.text}</li>
        ))}
      </ol>
      {devices < k && board.cards.length > 0 && (
        <button class={LOOK} type="button" onClick={() => room.post('board.open', {})}>
          {say('console.board.open_anyway')}
        </button>
      )}
    </div>
  );
}

function Placing({ room }: { room: Desk }) {
  const { round } = room.part('board');
  if (!round) return null;
  const progress = room.part('progress') ?? { answered: 0, finished: 0, devices: 0, enough: false };
  const { k } = room.part('session');
  const waits = useWait(room.part('notes_private').opened);
  const rows: Row[] = [
    progress.enough
      ? ['check', say('console.board.possible'), say('console.board.possible_more', { k: spelt(k) })]
      : progress.devices < k
        ? [
            'waiting',
            say('console.board.too_few', { k: spelt(k) }),
            say('console.board.too_few_more', { k: spelt(k) }),
          ]
        : ['waiting', say('console.board.not_yet'), say('console.board.not_yet_more')],
    [
      'people',
      say(progress.finished ? 'console.board.finished' : 'console.board.finished_few', {
        n: progress.finished,
        of: progress.devices,
      }),
      say('console.board.still_more'),
    ],
    ['lock', say('console.board.closes'), say('console.board.closes_more')],
  ];
  const idle = round.state === 'open' && !progress.enough && !waits;
  return (
    <Ready title={say('console.board.before')} rows={rows}>
      {idle && (
        <p class="small">
          {say('console.board.idle_more', { k: spelt(k) })}{' '}
          <Sure
            words={say('console.board.idle')}
            sure={say('console.board.idle_sure')}
            yes={say('console.board.idle_yes')}
            no={say('console.board.keep_open')}
            onYes={() => room.post('board.reveal', { round: round.id, idle_out: true })}
          />
        </p>
      )}
      {round.state === 'open' && (
        <Sure
          words={say('console.board.close_quietly')}
          sure={progress.enough ? say('console.board.close_sure') : say('console.board.close_early')}
          yes={say('console.board.close_it')}
          no={say('console.board.keep_open')}
          onYes={() => room.post('board.close', { round: round.id })}
        />
      )}
    </Ready>
  );
}

/** Closed without being shown; it can still be shown when enough had finished. */
function Closed({ room }: { room: Desk }) {
  const { round } = room.part('board');
  if (!round) return null;
  return (
    <div class="ready">
      <h2>{say('console.board.closed')}</h2>
      <p class="quiet small">
        {round.showable ? say('console.board.closed_more') : say('console.board.closed_early')}
      </p>
      <p class="row">
        {round.showable && (
          <Sure
            look={LOOK}
            words={say('console.board.show_now')}
            sure={say('console.board.show_sure')}
            yes={say('console.board.show_now')}
            no={say('console.board.open_no')}
            onYes={() => room.post('board.reveal', { round: round.id })}
          />
        )}
        <Sure
          look={LOOK}
          words={say('console.board.open_again')}
          sure={say('console.board.open_sure')}
          yes={say('console.board.open_again')}
          no={say('console.board.open_no')}
          onYes={() => room.post('board.again', { round: round.id })}
        />
        {round.cause !== 'warm_up' && (
          <button class={LOOK} type="button" onClick={() => room.open('again')}>
            {say('console.board.again')}
          </button>
        )}
      </p>
    </div>
  );
}
