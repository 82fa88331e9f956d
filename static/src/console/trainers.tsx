// The other desks of this session: that somebody is there, by an account or by a link, and who moved the room just now.
// Screen and phones are told nothing of it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DesksPart } from '../contract';
import { clock } from '../shared/live/clock';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

const SAID_FOR = 20; // seconds
const KINDS = ['account', 'link', 'care'] as const;

/** Whoever is at another desk of this session. */
export const others = ({ here }: DesksPart, you: string) => here.filter(({ who }) => who !== you);

/** For how many seconds it is still said who moved the room. */
export const saidFor = ({ moved }: DesksPart, now: number = clock.now()) =>
  moved ? Math.min(SAID_FOR, Math.max(0, moved.at + SAID_FOR - now)) : 0;

/** In the bar: that one is not alone; and for a moment, who moved the room. */
export function Trainers({ room }: { room: Desk }) {
  const desks = room.part('desks');
  const n = others(desks, room.data.you).length;
  const isFresh = useFresh(desks);
  if (!n) return null;
  return (
    <button class="cell trainers" type="button" onClick={() => room.open('trainers')}>
      <Icon name="people" />
      {isFresh ? movedWords(desks, room.data.you, n) : say('console.trainers.others', { n })}
    </button>
  );
}

function movedWords({ moved }: DesksPart, you: string, n: number) {
  if (moved?.who === you) return say('console.trainers.moved_you');
  return n > 1 ? say('console.trainers.moved_many') : say('console.trainers.moved');
}

/** Whether the room was moved just now; drawn again when that is over. */
function useFresh(desks: DesksPart) {
  const again = useSignal(0);
  const left = saidFor(desks);
  useEffect(() => {
    if (!left) return undefined;
    const due = setTimeout(() => {
      again.value += 1;
    }, left * 1000);
    return () => clearTimeout(due);
  }, [desks.moved?.at, again.value]);
  return left > 0;
}

export function TrainersHere({ room, onClose }: { room: Desk; onClose: () => void }) {
  const found = others(room.part('desks'), room.data.you);
  return (
    <Sheet title={say('console.trainers.title')} onClose={onClose}>
      <ul class="plain-list">
        <li>
          <b>{say('console.trainers.you')}</b>{' '}
          {say(`console.trainers.${room.data.own ? 'you_account' : 'you_link'}`)}
        </li>
        {KINDS.map((kind) => [kind, found.filter((desk) => desk.kind === kind).length] as const)
          .filter(([, n]) => n)
          .map(([kind, n]) => (
            <li>
              <b>{say(`console.trainers.${kind}`, { n })}</b> {say(`console.trainers.${kind}_more`)}
            </li>
          ))}
      </ul>
      <p class="small quiet">{say('console.trainers.unseen')}</p>
      {room.data.own && (
        <p>
          <a class="linkish" href={`/facilitate/${room.session}/trainers`} target="_blank" rel="noopener">
            {say('console.trainers.page')}
          </a>
        </p>
      )}
    </Sheet>
  );
}
