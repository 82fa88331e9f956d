// The discussion queue: cards by disagreement, each with its strip, label and reasons from both ends. A click brings one up.

import type { BoardPart, CardShown, ResponseShown, ScaleShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { Axis } from '../shared/strip/around';
import { Strip } from '../shared/strip/strip';
import { movementParts } from '../shared/strip/words';
import { classes } from '../shared/ui/classes';
import { Agreement } from '../shared/ui/icons';
import { useRoving } from '../shared/ui/roving';
import { named, say, sayEach } from '../shared/ui/say';
import { Told, whyWords } from '../shared/ui/told';
import { Ledger } from './ledger';
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
          <Shows room={room} board={board} />
        </div>
        <Ledger room={room} ledger={ledger} />
      </div>
    );
  return (
    <div class="queue">
      {now?.next?.missing_first && <Wanted room={room} />}
      <div class="qh">
        <div>
          <h2>{say('console.board.queue')}</h2>
          <p class="small quiet">{say('console.board.order')}</p>
        </div>
        <Shows room={room} board={board} />
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

/** What the screen shows, and placing again. */
function Shows({ room, board }: { room: Desk; board: BoardPart }) {
  const now = board.results?.find((r) => r.card === board.focus);
  const moved = !!room.part('what_moved')?.rows.length;
  const can = { all: true, focus: !!board.focus, response: !!now?.response, shift: !!now?.before, ledger: moved };
  const showing = board.show === 'shift' && !can.shift ? 'focus' : board.show; // the picture stands: there is no before
  const turn = (show: BoardPart['show']) =>
    show === 'all' ? room.post('discussion.focus', { card: null }) : room.post('discussion.show', { show });
  const warm = board.round?.cause === 'warm_up';
  return (
    <>
      <div class="shows" role="group" aria-label={say('console.board.label')}>
        {(Object.entries(sayEach('console.board.shows')) as [BoardPart['show'], string][])
          .filter(([id]) => id !== 'response' || board.second)
          .map(([id, words]) => (
            <button
              type="button"
              aria-pressed={showing === id}
              disabled={!can[id as 'all']}
              onClick={() => turn(id)}
            >
              {words}
            </button>
          ))}
      </div>
      {!warm && (
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
            <Told found={found} look="small quiet" />
          </span>
          <span class="small quiet">{found.compared ? say(`common.compared.${found.compared}`) : ''}</span>
        </>
      )}
    </>
  );
}

/** Since it was placed before, in a few words. */
function Moved({ r }: { r: CardShown }) {
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
