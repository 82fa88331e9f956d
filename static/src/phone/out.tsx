// Stepped out, and coming back: what was missed, and three ways on, none better than another. The phone says that it is
// out; what it missed it works out itself.

import { useSignal } from '@preact/signals';
import type { CasePart } from '../contract';
import type { Phone } from '../shared/live/room';
import { useBack } from '../shared/ui/back';
import { Icon, Line } from '../shared/ui/icons';
import { say, spelt } from '../shared/ui/say';
import { Worded } from '../shared/ui/the-case';
import { isBack, join } from './away';
import { missed } from './missed';
import type { Missed, Then } from './missed';

const MOST = 2; // rows of cards; more are one row

export function Out({ room, then }: { room: Phone; then: Then }) {
  const turn = () => {
    isBack.value = !isBack.value;
  };
  useBack(true, turn);
  if (isBack.value) return <Back room={room} then={then} />;
  return (
    <main id="main" tabindex={-1} class="calm">
      <Line />
      <h1>{say('phone.out.title')}</h1>
      <p class="quiet lead">{say('phone.out.text')}</p>
      <button class="button button--wide" type="button" onClick={turn}>
        {say('phone.out.back')}
      </button>
      <Plain words={say('phone.out.quiet')} onClick={() => room.open('quiet')} />
      <Plain words={say('phone.out.leave')} onClick={room.leave} />
    </main>
  );
}

const Plain = ({ words, onClick }: { words: string; onClick: () => void }) => (
  <button class="button button--plain button--wide" type="button" onClick={onClick}>
    {words}
  </button>
);

const counted = (n: number) => ({ n, many: spelt(n) });

/** How much it was, in a sentence. */
export function summary({ information, cards }: Missed): string {
  const n = [
    cards.length && say('phone.back_in.cards', counted(cards.length)),
    information.length && say('phone.back_in.pieces', counted(information.length)),
  ].filter(Boolean) as string[];
  if (n.length === 2) return say('phone.back_in.both', { cards: n[0], pieces: n[1] });
  return n.length ? say('phone.back_in.one_kind', { what: n[0] }) : say('phone.back_in.none');
}

function Back({ room, then }: { room: Phone; then: Then }) {
  const now = room.part('case');
  const found = missed(then, now, room.part('board')?.round ?? null, room.memory.placed);
  const wrote = Object.values(room.memory.held.value.drafts).some(Boolean);
  return (
    <main id="main" tabindex={-1} class="back-in">
      <Line />
      <h1>{say('phone.back_in.title')}</h1>
      <p class="quiet lead">
        {summary(found)} {say('phone.back_in.nobody')}
      </p>
      {found.information.length + found.cards.length > 0 && (
        <ul class="sheet missed">
          {found.information.map((one) => (
            <Piece
              key={one.id}
              title={say('phone.back_in.information', { number: one.number })}
              text={one.text}
              now={now}
            />
          ))}
          <Cards cards={found.cards} onPlace={() => join(room)} />
        </ul>
      )}
      {wrote && <p class="aid">{say('phone.back_in.written')}</p>}
      <div class="end">
        <button class="button button--wide" type="button" onClick={() => join(room)}>
          {say('phone.back_in.join')}
        </button>
        <Plain words={say('phone.back_in.quiet')} onClick={() => room.open('quiet')} />
        <Plain
          words={say('phone.back_in.stay')}
          onClick={() => {
            isBack.value = false;
          }}
        />
      </div>
    </main>
  );
}

/** Read where it stands; the room does not wait for it. */
function Piece({ title, text, now }: { title: string; text: string; now: CasePart }) {
  const open = useSignal(false);
  return (
    <li>
      <button
        type="button"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name="info" />
        <span>
          {title}
          <small>{say('phone.back_in.read')}</small>
        </span>
        <Icon name="next" />
      </button>
      {open.value && (
        <p class="text">
          <Worded text={text} terms={now.terms} />
        </p>
      )}
    </li>
  );
}

function Cards({ cards, onPlace }: { cards: Missed['cards']; onPlace: () => void }) {
  const [first, rest] = [cards.slice(0, MOST), cards.slice(MOST)];
  return (
    <>
      {first.map((card) => (
        <Row
          key={card.id}
          title={card.short}
          open={card.open}
          place={say('phone.back_in.place')}
          onPlace={onPlace}
        />
      ))}
      {rest.length > 0 && (
        <Row
          title={say('phone.back_in.more', counted(rest.length))}
          open={rest.some((card) => card.open)}
          place={say('phone.back_in.place_all')}
          onPlace={onPlace}
        />
      )}
    </>
  );
}

function Row({
  title,
  open,
  place,
  onPlace,
}: {
  title: string;
  open: boolean;
  place: string;
  onPlace: () => void;
}) {
  const words = (
    <span>
      {title}
      <small>{open ? place : say('phone.back_in.gone_by')}</small>
    </span>
  );
  return (
    <li>
      {open ? (
        <button type="button" onClick={onPlace}>
          <Icon name="open" />
          {words}
          <Icon name="next" />
        </button>
      ) : (
        <p>
          <Icon name="open" />
          {words}
        </p>
      )}
    </li>
  );
}
