// Say it: one sentence at a time. Wordings that were gathered, of which this phone may prefer one; and a field for its own,
// which stays here until the facilitator gathers.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OfferShown } from '../contract';
import { LIMITS } from '../limits';
import { SHOWN } from '../shared/live/left';
import type { Phone } from '../shared/live/room';
import { isDone } from '../shared/ui/another';
import { Words } from '../shared/ui/asking';
import { useRoving } from '../shared/ui/roving';
import { say } from '../shared/ui/say';
import { BackButton, SendState, Steps, Top } from './controls';
import { prefer, preferred, wordings } from './offered';
import type { Said } from './offered';

const SENTENCES: Said[] = ['because', 'kept_going', 'eased', 'unsure'];

/** Whether this is the time for it: not while the room looks at what was said of it. */
export function says(room: Phone) {
  const { phase } = room.part('formulation');
  return (phase === 'say' || phase === 'another') && !room.part('agreed')?.on_screen;
}

export function Statement({ room, onNotes }: { room: Phone; onNotes: () => void }) {
  const part = room.part('formulation');
  const { phase, phases, explanation } = part;
  const last: Said[] = phases.includes('another') ? [] : ['rival'];
  const parts: Said[] = phase === 'another' ? ['rival'] : [...SENTENCES, ...last];
  const turned = useSignal(0);
  const at = Math.min(turned.value, parts.length - 1);
  const id = parts[at];
  const phaseAt = phases.indexOf(phase);
  const go = (to: number) => {
    turned.value = to;
    scrollTo(0, 0);
  };
  const title = say(`names.phase.${phase}`);
  const next = at + 1 < parts.length && (
    <button type="button" onClick={() => go(at + 1)}>
      {say('phone.next')}
    </button>
  );
  return (
    <>
      <Top
        left={at > 0 ? <BackButton onClick={() => go(at - 1)} /> : null}
        title={
          parts.length > 1 ? say('phone.statement.at', { phase: title, at: at + 1, of: parts.length }) : title
        }
        right={next || null}
      />
      <Steps
        of={phases.length}
        at={phaseAt}
        done={(index) => index < phaseAt && isDone(part, phases[index])}
      />
      <main id="main" tabindex={-1} class="statement">
        <h1 class="asks">{say(`names.offered.${id}`)}</h1>
        {explanation[id].text && (
          <p class="quote small">
            <b>{say('phone.statement.so_far')}</b> <span class="typed">{explanation[id].text}</span>
          </p>
        )}
        <Shown key={id} room={room} id={id} />
        <Mine key={`mine ${id}`} room={room} id={id} />
        <button class="linkish" type="button" onClick={onNotes}>
          {say('phone.statement.notes')}
        </button>
      </main>
    </>
  );
}

/** What was gathered for a sentence; while it is open, one may be chosen, and none again. */
function Shown({ room, id }: { room: Phone; id: Said }) {
  const { state, choosing, parts } = room.part('offers');
  const told = !parts[id].length ? (state === 'few' ? 'few' : 'offer') : choosing ? 'choose' : 'told';
  return (
    <>
      <p class="quiet">{say(`phone.statement.${told}`)}</p>
      {choosing ? (
        <Choosing room={room} id={id} of={parts[id]} />
      ) : (
        <ul class="wordings">
          {parts[id].map((one) => (
            <li key={one.id} class="wording">
              <One one={one} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Choosing({ room, id, of }: { room: Phone; id: Said; of: OfferShown[] }) {
  const mine = preferred(room)[id];
  return (
    <>
      <div class="wordings" role="group" aria-label={say(`names.offered.${id}`)} {...useRoving()}>
        {of.map((one) => (
          <button
            key={one.id}
            class="wording"
            type="button"
            aria-pressed={mine === one.id}
            onClick={() => prefer(room, id, mine === one.id ? '' : one.id)}
          >
            <One one={one} />
          </button>
        ))}
      </div>
      <SendState operation={room.outbox.stateOf(`prefer ${id}`)} sent={say('phone.sent_short')} />
    </>
  );
}

const One = ({ one }: { one: OfferShown }) => (
  <>
    <span class="typed">{one.text}</span>
    <small>
      {say(one.made ? 'phone.statement.made' : 'phone.statement.offered')}
      {one.support ? ` · ${say('phone.statement.support', { n: one.support })}` : ''}
    </small>
  </>
);

/** One's own wording: in the field, or kept here until it is gathered. */
function Mine({ room, id }: { room: Phone; id: Said }) {
  const { state } = room.part('offers');
  const kept = wordings(room)[id];
  useEffect(() => room.memory.shows(SHOWN.wordings), []);
  const keep = (text: string | undefined) => {
    const others = Object.fromEntries(Object.entries(wordings(room)).filter(([part]) => part !== id));
    room.memory.note('wordings', text === undefined ? others : { ...others, [id]: { text, sent: 0 } });
  };
  const change = () => {
    if (kept) room.memory.draft(`offer-${id}`, kept.text, null);
    keep(undefined);
  };
  if (kept)
    return (
      <section class="kept-here">
        <p class="small">{say('phone.statement.mine')}</p>
        <p class="typed">{kept.text}</p>
        {state !== 'called' && (
          <button class="linkish" type="button" onClick={change}>
            {say('phone.statement.change')}
          </button>
        )}
      </section>
    );
  return (
    <Words
      room={room}
      where={`offer-${id}`}
      label={say('phone.statement.field')}
      limit={LIMITS['formulation.offer'][id]}
      long={true}
      button={say('phone.statement.button')}
      aid={`${say('phone.statement.aid')} ${say('common.no_names')}`}
      onSend={keep}
    />
  );
}
