// Confidence, one item at a time: 0 to 10, or skip. At the end "now" comes before "looking back".

import { useSignal } from '@preact/signals';
import type { Commands } from '../contract';
import type { Phone } from '../shared/live/room';
import { say } from '../shared/ui/say';
import { BackButton, Numbers, SendState, Steps, Top } from './controls';

type Asked = Commands['confidence.answer']['asked'];

const TENS = Array.from({ length: 11 }, (_, i) => i);

export function Delegate({ room }: { room: Phone }) {
  const part = room.part('confidence');
  const at = useSignal(0);
  if (!part || part.state !== 'open')
    return (
      <>
        <Top title="" />
        <main id="main" tabindex={-1}>
          <h1>{say('phone.confidence.done_title')}</h1>
          <p class="quiet lead">
            {say('phone.confidence.closed')}{' '}
            {part?.few
              ? say('phone.confidence.few', { k: room.part('session').k })
              : say('phone.confidence.counted')}
          </p>
        </main>
      </>
    );
  const item = part.items[at.value];
  if (!item)
    return (
      <>
        <Top title="" />
        <main id="main" tabindex={-1}>
          <h1>{say('phone.confidence.done_title')}</h1>
          <p class="quiet lead">{say('phone.confidence.done')}</p>
          <button
            class="button button--second"
            type="button"
            onClick={() => {
              at.value = 0;
            }}
          >
            {say('phone.confidence.change')}
          </button>
        </main>
      </>
    );
  const mine = answers(room, part.round)[item] ?? {};
  const asks: Asked[] = part.asking === 'after' ? ['now', 'looking_back'] : ['now'];
  const tell = (asked: Asked, value: number | null) => {
    const all = answers(room, part.round);
    room.memory.note(`confidence ${part.round}`, { ...all, [item]: { ...all[item], [asked]: value } });
    room.post(
      'confidence.answer',
      { round: part.round, item, asked, value },
      { about: `${part.round} ${item} ${asked}`, round: part.round },
    );
  };
  return (
    <>
      <Top
        left={
          at.value > 0 ? (
            <BackButton
              onClick={() => {
                at.value -= 1;
              }}
            />
          ) : null
        }
        title=""
      />
      <Steps
        of={part.items.length}
        at={at.value}
        done={(i: number) => !!answers(room, part.round)[part.items[i]]}
      />
      <main id="main" tabindex={-1} class="wide">
        {part.reopens && (
          <p class="state" role="status">
            {say('phone.confidence.again')}
          </p>
        )}
        <p class="eyebrow">{say('phone.confidence.title', { at: at.value + 1, of: part.items.length })}</p>
        <h1>{say(`names.item.${item}`)}</h1>
        {asks.map((asked) => (
          <>
            {asks.length > 1 && (
              <h2>{asked === 'now' ? say('phone.confidence.now') : say('phone.confidence.back')}</h2>
            )}
            <Numbers
              key={item + asked}
              name={asked === 'now' ? say('phone.confidence.now') : say('phone.confidence.back')}
              values={TENS}
              chosen={mine[asked] ?? null}
              onChoose={(v: number) => tell(asked, v)}
            >
              <button class="skip" type="button" onClick={() => tell(asked, null)}>
                {say('phone.skip')}
              </button>
            </Numbers>
          </>
        ))}
        <div class="ends">
          <span>{say('phone.confidence.low')}</span>
          <span>{say('phone.confidence.high')}</span>
        </div>
        <SendState
          operation={room.outbox.stateOf(`${part.round} ${item} now`)}
          sent={say('phone.sent_short')}
        />
        <p class="small quiet">{say('phone.confidence.kept')}</p>
        <div class="end">
          <button
            class="button button--wide"
            type="button"
            onClick={() => {
              at.value += 1;
            }}
          >
            {at.value + 1 < part.items.length ? say('phone.next') : say('phone.done')}
          </button>
        </div>
      </main>
    </>
  );
}

/** What this phone has said; else what the server holds for it. */
function answers(room: Phone, round: string): Record<string, Partial<Record<Asked, number | null>>> {
  const own = room.part('own_confidence');
  return room.memory.held.value.kept[`confidence ${round}`] ?? (own?.round === round ? own.answers : {});
}
