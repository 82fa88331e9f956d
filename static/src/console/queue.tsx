// The discussion queue: cards by disagreement, each with its strip, label and reasons from both ends. A click brings one up.

import type { BoardPart, CardShown, ResponseShown, ScaleShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { Axis } from '../shared/strip/around';
import { Strip } from '../shared/strip/strip';
import { movementParts } from '../shared/strip/words';
import { classes } from '../shared/ui/classes';
import { Agreement } from '../shared/ui/icons';
import { useRoving } from '../shared/ui/roving';
import { named, say } from '../shared/ui/say';
import { Told, whyWords } from '../shared/ui/told';
import { Ledger } from './ledger';
import { showable, showing, turning, VIEW_KEYS } from './shows';
import { Wanted } from './wanted';

const WIDTH = 210;

export function Queue({ room }: { room: Desk }) {
  const board = room.part('board');
  const shown = board.queue.flatMap((id) => board.results?.find((r) => r.card === id) ?? []);
  const shut = (board.results ?? []).filter((r) => !board.queue.includes(r.card));
  const among = shown.map((r) => [...(r.tallies ?? []), r.need_to_know ?? 0]);
  const row = useRoving<HTMLOListElement>('li > button');
  const ledger = room.part('what_moved');
  const now = shown.find((r) => r.card === board.focus);
  if (ledger && board.show === 'ledger')
    return (
      <div class="queue">
        <div class="qh">
          <Shows room={room} />
        </div>
        <Ledger room={room} ledger={ledger} />
      </div>
    );
  return (
    <div class="queue">
      {(now?.next?.missing_first || board.show === 'wanted') && <Wanted room={room} />}
      <div class="qh">
        <div>
          <h2>{say('console.board.queue')}</h2>
          <p class="small quiet">{say('console.board.order')}</p>
        </div>
        <Shows room={room} />
      </div>
      <div class="queue-cols eyebrow" aria-hidden="true">
        <span>{say('console.board.card')}</span>
        <Axis stages={board.scale.stages.length} />
        <span>{say('console.board.agreement')}</span>
        <span class="two-ends">
          <span>{say('console.board.low')}</span>
          <span>{say('console.board.high')}</span>
        </span>
      </div>
      <ol {...row}>
        {[...shown, ...shut].map((r) => (
          <Row key={r.card} room={room} board={board} r={r} among={among} />
        ))}
      </ol>
    </div>
  );
}

/** What the screen shows, of all that there is to show, and placing again. */
function Shows({ room }: { room: Desk }) {
  const [board, notes, moved] = [room.part('board'), room.part('notes_private'), room.part('what_moved')];
  const known = { board, notes_private: notes, what_moved: moved };
  const can = showable(known);
  return (
    <>
      <div class="shows" role="group" aria-label={say('console.board.label')}>
        {VIEW_KEYS.filter(({ show }) => can.includes(show)).map(({ show, key }) => (
          <button
            type="button"
            aria-pressed={showing(known) === show}
            aria-keyshortcuts={key.toUpperCase()}
            onClick={() => room.post(...turning(show))}
          >
            {say(`console.board.shows.${show}`)}
          </button>
        ))}
      </div>
      {board.round?.cause !== 'warm_up' && (
        <button class="linkish" type="button" onClick={() => room.open('again')}>
          {say('console.board.again')}
        </button>
      )}
    </>
  );
}

function Row({ room, board, r, among }: { room: Desk; board: BoardPart; r: CardShown; among: number[][] }) {
  const card = board.cards.find((c) => c.id === r.card);
  const now = board.focus === r.card;
  const bring = () => room.post('discussion.focus', { card: r.card });
  return (
    <li class={classes(now && 'now')}>
      <button type="button" aria-current={now} title={card?.text} onClick={bring}>
        <span class="name">
          {card?.short ?? r.card}
          {now && <small>{say('console.board.on')}</small>}
        </span>
        {r.withheld ? (
          <span class="small quiet withheld">{whyWords(r)}</span>
        ) : (
          <>
            <Strip
              size="list"
              width={WIDTH}
              scale={board.scale}
              tallies={r.tallies}
              needToKnow={r.need_to_know ?? 0}
              label={r.label}
              among={among}
            />
            <span class="said-label">
              <Agreement label={r.label} />
              <Moved r={r} />
              <Told found={r} look="small quiet" />
            </span>
            <Ends r={r} />
          </>
        )}
        {now && r.response && board.second && <Would scale={board.second} found={r.response} among={among} />}
      </button>
    </li>
  );
}

/** What people would do, beneath where they placed it: by itself, and in a look of its own. */
function Would({ scale, found, among }: { scale: ScaleShown; found: ResponseShown; among: number[][] }) {
  return (
    <>
      <span class="would small quiet">{say('common.second.response')}</span>
      {found.withheld ? (
        <span class="small quiet withheld">{whyWords(found)}</span>
      ) : (
        <>
          <Strip
            size="list"
            width={WIDTH}
            scale={scale}
            tallies={found.tallies}
            needToKnow={found.need_to_know ?? 0}
            label={found.label}
            among={among}
            levels={true}
          />
          <span class="said-label">
            <Agreement label={found.label} />
            <Moved r={found} />
            <Told found={found} look="small quiet" />
          </span>
          <span class="small quiet">{found.compared ? say(`common.compared.${found.compared}`) : ''}</span>
        </>
      )}
    </>
  );
}

/** Since it was placed before, in a few words. */
function Moved({ r }: { r: Pick<CardShown, 'before' | 'movement'> }) {
  const parts = movementParts(r.movement, ['', '']).filter((p) => p.side !== 'same'); // to and from need to know more too
  const n = parts.reduce((sum, p) => sum + (p.n ?? 0), 0);
  return r.before && r.movement ? <small>{n ? say('console.board.moved', { n }) : ''}</small> : null;
}

/** The commonest reasons of each end, two at most. */
function Ends({ r }: { r: CardShown }) {
  const words = (reasons: readonly string[]) => named('reason', reasons.slice(0, 2)).join(' · ');
  const { below, above, all } = r.reasons;
  return (
    <span class="two-ends">
      <span>{words(r.camps?.low.reasons ?? (below.length ? below : all))}</span>
      <span>{words(r.camps?.high.reasons ?? above)}</span>
    </span>
  );
}
