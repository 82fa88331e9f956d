// The pace of the room: three large answers, one of which may be chosen; afterwards what everybody is told.

import type { OwnPace, PacePart } from '../contract';
import type { Phone } from '../shared/live/room';
import { Icon, Line } from '../shared/ui/icons';
import { useRoving } from '../shared/ui/roving';
import { say } from '../shared/ui/say';
import { SendState, Top } from './controls';

const PACES = ['too_fast', 'right', 'too_slow'] as const;

export function Delegate({ room }: { room: Phone }) {
  const part = room.part('pace');
  return (
    <>
      <Top title="" />
      <main id="main" tabindex={-1}>
        {part?.state === 'open' ? (
          <Asked room={room} part={part} />
        ) : (
          part && <Told room={room} part={part} />
        )}
      </main>
    </>
  );
}

function Asked({ room, part }: { room: Phone; part: PacePart }) {
  const mine = answer(room, part.round);
  const tell = (pace: (typeof PACES)[number]) => {
    room.memory.note(`pace ${part.round}`, pace);
    room.post('pace.say', { round: part.round, pace }, { about: `${part.round} pace`, round: part.round });
  };
  return (
    <>
      {part.reopens && (
        <p class="state" role="status">
          {say('phone.pace.again')}
        </p>
      )}
      <h1>{say('phone.pace.title')}</h1>
      <p class="quiet lead">{say('phone.pace.private')}</p>
      <div class="stages" role="radiogroup" aria-label={say('phone.pace.title')} {...useRoving()}>
        {PACES.map((pace) => (
          <div class="stage">
            <button
              class="pick"
              type="button"
              role="radio"
              aria-checked={mine === pace}
              onClick={() => tell(pace)}
            >
              <span class="n">{mine === pace && <Icon name="check" />}</span>
              <span class="name">{say(`names.pace.${pace}`)}</span>
            </button>
          </div>
        ))}
      </div>
      <SendState operation={room.outbox.stateOf(`${part.round} pace`)} sent={say('phone.sent_short')} />
    </>
  );
}

function Told({ room, part }: { room: Phone; part: PacePart }) {
  const { told } = part;
  if (!told || told === 'divided')
    return (
      <>
        <Line />
        <h1>{say(told ? 'phone.pace.divided' : 'phone.confidence.done_title')}</h1>
        <p class="quiet lead">
          {told
            ? say('phone.pace.divided_more')
            : part.few
              ? say('phone.pace.few', { k: room.part('session').k })
              : say('phone.confidence.closed')}
        </p>
      </>
    );
  return (
    <>
      <Line />
      <p class="eyebrow">{say('phone.pace.closed')}</p>
      <h1>{say('phone.pace.told', { pace: say(`names.pace.${told}`) })}</h1>
    </>
  );
}

/** What this phone has said; else what the server holds for it. */
function answer(room: Phone, round: string): OwnPace['pace'] {
  const own = room.part('own_pace');
  return room.memory.held.value.kept[`pace ${round}`] ?? (own?.round === round ? own.pace : null);
}
