// What a phone shows of the step that the room is in, and when its owner steps out, leaves, or the session has ended.

import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Activity, StepShown } from '../contract';
import type { Left } from '../shared/live/left';
import type { Phone } from '../shared/live/room';
import { useBack } from '../shared/ui/back';
import { LeftLine } from '../shared/ui/left';
import { say, sayEach } from '../shared/ui/say';
import { Calm } from './always';
import { thenOf } from './away';
import { Guard } from './guard';
import { caughtUp, isLate } from './late';
import { BEFORE, Coming, later } from './rest';
import { taking } from './taking';
import { VIEWS } from './views';

type View = { Delegate: ComponentType<{ room: Phone }> };

type Views = Partial<Record<Activity, View>>;

/** What a phone draws of an activity: from this file, or from the second one once that is here. */
function viewOf(step: StepShown): View {
  const [first, second]: Views[] = [VIEWS, later.value?.VIEWS ?? {}];
  return first[step.activity] ?? second[step.activity] ?? (later.value ? TITLE : { Delegate: Coming });
}

/** Where an activity has no view for phones: what the step is called. */
const TITLE: View = {
  Delegate({ room }) {
    const { steps, position } = room.part('agenda');
    return (
      <main id="main" tabindex={-1}>
        <h1>{steps[position].title}</h1>
      </main>
    );
  },
};

/** What this page gives its views, and the way out. */
export interface Stay extends Phone {
  /** The seat is given back, and then everything on this phone goes. */
  leaveForGood: () => Promise<void>;
}

/** What one takes along, before a phone is cleared. */
function take(room: Stay) {
  taking.value = true;
  room.open('');
}

function Ended({ room, left }: { room: Stay; left: Left[] }) {
  const { LeftBehind } = later.value ?? BEFORE;
  return (
    <Calm
      {...sayEach('phone.ended')}
      action={say('phone.ended.clear')}
      onAction={room.leave}
      other={later.value ? say('phone.reflection.takeaway') : ''}
      onOther={() => take(room)}
    >
      <LeftBehind list={left} />
    </Calm>
  );
}

/** Asks before a seat is given back, or before a phone is cleared. */
function Leaving({ room, said }: { room: Stay; said: string }) {
  const { state } = room.part('session');
  const leaving = sayEach<{ title: string; text: string; action: string; other: string }>(
    state === 'ended' ? 'phone.clear' : 'phone.leave',
  );
  return (
    <Calm {...leaving} text={said || leaving.text} onAction={() => room.open('')} onOther={room.leaveForGood}>
      {later.value && (
        <button class="button button--second button--wide" type="button" onClick={() => take(room)}>
          {say('phone.reflection.takeaway')}
        </button>
      )}
    </Calm>
  );
}

/** `left`: what was not sent when it was over. `said`: why a seat could not be given back. */
export function Now({ room, step, left, said }: { room: Stay; step: StepShown; left: Left[]; said: string }) {
  useBack(room.opened.value === 'leave', () => room.open(''));
  useEffect(() => caughtUp(room), [step.id]);
  const { curtain, state, offer } = room.part('session');
  const { Out, Quiet, ReadFirst } = later.value ?? BEFORE;
  if (room.opened.value === 'leave') return <Leaving room={room} said={said} />;
  if (later.value && taking.value) return <later.value.Taking room={room} />;
  if (state === 'ended') return <Ended room={room} left={left} />;
  if (room.opened.value === 'quiet') return <Quiet room={room} />;
  const then = thenOf(room);
  if (then) return <Out room={room} then={then} />;
  if (isLate(room)) return <ReadFirst room={room} />;
  const { Delegate } = viewOf(step);
  return (
    <>
      <LeftLine room={room} />
      {offer !== 'none' && (
        <p class="banner banner--do offer">
          <span />
          <span>{say(`phone.offers.${offer}`)}</span>
          {offer === 'quiet' && (
            <button class="linkish" type="button" onClick={() => room.open('quiet')}>
              {say('phone.quiet.title')}
            </button>
          )}
        </p>
      )}
      <div class="view" hidden={curtain !== 'none'}>
        <Guard key={step.id}>
          <Delegate room={room} />
        </Guard>
      </div>
      {curtain !== 'none' && (
        <Calm title={say(`phone.curtain.${curtain}`)} text={say('phone.curtain.text')} />
      )}
    </>
  );
}
