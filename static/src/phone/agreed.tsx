// Does it hold? One link, sentence or question at a time, in private; one message for each, when it is left. After the
// reveal the same list with what the room said.

import { useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { AgreedPart, AskedShown, Commands, OwnHolds } from '../contract';
import type { Phone } from '../shared/live/room';
import { Both, Joined, counts, notTold, worded } from '../shared/ui/agreed';
import { say } from '../shared/ui/say';
import { progressWords } from './board/waiting';
import { BackButton, Chip, Chips, SendState, Steps, Top } from './controls';

type Said = Commands['formulation.answer'];
const ANSWERS = ['yes', 'partly', 'no', 'cannot'] as const;

/** Whether a phone is asked now. */
export const isAsked = (part: AgreedPart | undefined) => part?.state === 'open';

export function Asking({ room }: { room: Phone }) {
  const part = room.part('agreed');
  const said = saidOf(room, part);
  const open = part.items.findIndex((item) => !said[item.id]);
  const at = useSignal(open < 0 ? part.items.length : open);
  const item = part.items[at.value];
  return item ? <One key={item.id} {...{ room, part, item, at, said }} /> : <Finished {...{ room, at }} />;
}

type Of = {
  room: Phone;
  part: AgreedPart;
  item: AskedShown;
  at: Signal<number>;
  said: Record<string, OwnHolds>;
};

function One({ room, part, item, at, said }: Of) {
  const chosen = useSignal<OwnHolds>(said[item.id] ?? { answer: null, reason: null });
  const { answer, reason } = chosen.value;
  const side = item.what !== 'question' && (answer === 'yes' || answer === 'no') ? answer : null;
  const send = (what: OwnHolds) => {
    tell(room, part, item.id, what);
    at.value += 1;
  };
  const skip = (
    <button type="button" onClick={() => send({ answer: null, reason: null })}>
      {say('phone.skip')}
    </button>
  );
  const back = at.value > 0 ? <BackButton onClick={() => (at.value -= 1)} /> : null;
  return (
    <>
      <Top
        left={back}
        title={say('phone.agreed.at', { at: at.value + 1, of: part.items.length })}
        right={skip}
      />
      <Steps of={part.items.length} at={at.value} done={(i: number) => !!said[part.items[i].id]} />
      <main id="main" tabindex={-1}>
        <h1 class="asks">{say(`phone.agreed.asks.${item.what}`)}</h1>
        <p class="small quiet">{say('phone.agreed.good_case')}</p>
        <Joined item={item} sections={room.part('formulation').sections} />
        <div class="holds" role="group" aria-label={say(`phone.agreed.asks.${item.what}`)}>
          {ANSWERS.map((id) => (
            <button
              type="button"
              aria-pressed={answer === id}
              onClick={() => (chosen.value = { answer: id, reason: null })}
            >
              {say(`names.holds.${id}`)}
            </button>
          ))}
        </div>
        {side && (
          <Reasons {...{ part, side, reason }} onChoose={(id) => (chosen.value = { answer, reason: id })} />
        )}
        <SendState
          operation={room.outbox.stateOf(`${part.round} ${item.id}`)}
          sent={say('phone.sent_short')}
        />
        <p class="aid">{say('phone.agreed.private', { k: room.part('session').k })}</p>
        <div class="end">
          <button
            class="button button--wide"
            type="button"
            disabled={!answer}
            onClick={() => send(chosen.value)}
          >
            {at.value + 1 < part.items.length ? say('phone.next') : say('phone.done')}
          </button>
        </div>
      </main>
    </>
  );
}

/** What led to a yes or a no: one, or none. */
function Reasons({
  part,
  side,
  reason,
  onChoose,
}: {
  part: AgreedPart;
  side: 'yes' | 'no';
  reason: string | null;
  onChoose: (id: OwnHolds['reason']) => void;
}) {
  const asked = say('phone.agreed.why');
  return (
    <>
      <h2>{asked}</h2>
      <Chips name={asked}>
        {part.reasons.map((id) => (
          <Chip on={reason === id} onClick={() => onChoose(reason === id ? null : id)}>
            {say(`names.holds_${side}.${id}`)}
          </Chip>
        ))}
      </Chips>
    </>
  );
}

function Finished({ room, at }: Pick<Of, 'room' | 'at'>) {
  return (
    <>
      <Top title="" />
      <main id="main" tabindex={-1}>
        <h1>{say('phone.agreed.finished')}</h1>
        <p class="quiet lead">{say('phone.agreed.until')}</p>
        <p class="progress-words">{progressWords(room.part('progress'), room.part('session').k)}</p>
        <button class="button button--second" type="button" onClick={() => (at.value = 0)}>
          {say('phone.agreed.change')}
        </button>
      </main>
    </>
  );
}

/** What the room said, for those who do not see the screen. */
export function Shown({ room }: { room: Phone }) {
  const part = room.part('agreed');
  return (
    <section class="agreed-shown">
      <h2>{say(`sureness.${part.about}`)}</h2>
      {worded(part).map(([item, found]) => (
        <div key={item.id} class="sheet">
          <Joined item={item} sections={room.part('formulation').sections} />
          <p class="small">
            <b>{found.tallies ? counts(found) : ''}</b> {notTold(found)}
          </p>
          <Both found={found} />
        </div>
      ))}
    </section>
  );
}

function tell(room: Phone, part: AgreedPart, item: string, what: OwnHolds) {
  const { round } = part;
  room.memory.note(`agreed ${round}`, { ...saidOf(room, part), [item]: what });
  const body = { round, item, ...what } as Said;
  room.post('formulation.answer', body, { about: `${round} ${item}`, round });
}

/** What this phone has said; else what the server holds for it. */
function saidOf(room: Phone, { round }: AgreedPart): Record<string, OwnHolds> {
  const own = room.part('own_agreed');
  return room.memory.held.value.kept[`agreed ${round}`] ?? (own?.round === round ? own.answers : {});
}
