// Looking ahead: a step of the agenda with its cards, its notes and what phones will be asked, while the room stays where
// it is. All of it came with the page: a look sends nothing. Moving the room is a button of its own.

import { useEffect, useRef } from 'preact/hooks';
import type { CardAhead, StepAhead, StepShown } from '../contract';
import { onTheWall, useNow } from '../shared/live/now';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { say, sayEach } from '../shared/ui/say';
import { EvidenceOf, Range, Tips, tips } from './private';
import { begins, minutes } from './schedule';
import { passed, undone } from './skips';

export function Ahead({ room, step }: { room: Desk; step: StepShown }) {
  const title = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => title.current?.focus(), []);
  const { steps, cards } = room.part('ahead');
  const found = steps.find((s) => s.id === step.id);
  return (
    <section class="ahead" aria-labelledby="ahead-title">
      <p class="eyebrow">
        <Icon name="eye" />
        {say('console.ahead.looking', { title: roomAt(room).title })}
      </p>
      <div class="ahead-head">
        <div>
          <h2 id="ahead-title" ref={title} tabindex={-1}>
            {step.title}
          </h2>
          <When room={room} step={step} />
        </div>
        <Ways room={room} step={step} />
      </div>
      {found && (
        <Brought
          room={room}
          step={step}
          found={found}
          cards={found.cards.flatMap((id) => cards.find((card) => card.id === id) ?? [])}
        />
      )}
    </section>
  );
}

/** The step where the room is. */
function roomAt(room: Desk) {
  const { steps, position } = room.part('agenda');
  return steps[position];
}

/** "12 minutes, begins about 11:20" */
function When({ room, step }: { room: Desk; step: StepShown }) {
  const now = useNow();
  const going = { agenda: room.part('agenda'), clock: room.part('clock') };
  const at = begins(going, going.agenda.steps.indexOf(step), now);
  return (
    <p class="small quiet">
      {say('console.ahead.minutes', { n: minutes(going, step) })}
      {at !== null && ` · ${say('console.ahead.begins', { clock: onTheWall(at) })}`}
    </p>
  );
}

/** Back to where the room is; or the room comes here, and what that leaves out is said before. */
function Ways({ room, step }: { room: Desk; step: StepShown }) {
  const agenda = room.part('agenda');
  const known = { parts: room.connection.parts.value, seen: room.seen() };
  const skips = [...passed(agenda, agenda.steps.indexOf(step)), ...undone(known)];
  const leave = () => {
    room.looking.value = '';
  };
  const move = async () => {
    const ack = await room.post('session.go', { step: step.id });
    if (ack.ok) leave();
  };
  return (
    <div class="ahead-ways">
      <p class="row">
        <button class="button button--second button--slim" type="button" onClick={leave}>
          {say('console.ahead.back')} <kbd aria-hidden="true">{say('console.keys.names.escape')}</kbd>
        </button>
        <button class="button button--slim" type="button" aria-describedby="ahead-skips" onClick={move}>
          {say('console.ahead.move')}
        </button>
      </p>
      <ul class="skips small" id="ahead-skips">
        {skips.map((text) => (
          <li>{text}</li>
        ))}
        {!skips.length && <li>{say('console.ahead.skips_none')}</li>}
      </ul>
    </div>
  );
}

type What = { room: Desk; step: StepShown; found: StepAhead; cards: CardAhead[] };

function Brought({ room, step, found, cards }: What) {
  const asks = sayEach('console.ahead.asks')[found.asks];
  const given = room.part('notes_private').information.find((i) => i.id === found.information);
  return (
    <div class="ahead-what">
      {asks && (
        <>
          <h3 class="t">{say('console.ahead.asked')}</h3>
          <p class="small quiet">{asks}</p>
        </>
      )}
      {found.lines.map((text) => (
        <p class="small quote">{text}</p>
      ))}
      {given && (
        <>
          <h3 class="t">{say('console.ahead.information')}</h3>
          <p class="small quote">{given.text}</p>
          <h3 class="t">{say('console.notes.why')}</h3>
          <p class="small quiet">{given.why}</p>
        </>
      )}
      {cards.length > 0 && <Cards cards={cards} talk={step.activity === 'discussion'} />}
      <Tips tips={tips(TIPS[found.asks] ?? step.activity)} />
    </div>
  );
}

/** What helps in a board, by what it asks. */
const TIPS: Record<string, string> = {
  board_warm_up: 'warm_up',
  board_first: 'ready',
  board_information: 'ready',
};

/** Each card opens to its notes. */
const Cards = ({ cards, talk }: { cards: CardAhead[]; talk: boolean }) => (
  <>
    <h3 class="t">{say(talk ? 'console.ahead.talk' : 'console.ahead.cards', { n: cards.length })}</h3>
    <ol class="ahead-cards">
      {cards.map((card) => (
        <li>
          <details>
            <summary>{card.text}</summary>
            {card.range.length > 0 && <Range ends={card.range} />}
            {card.prompts.length > 0 && (
              <>
                <h4 class="t">{say('console.notes.ask')}</h4>
                <ul>
                  {card.prompts.map((text) => (
                    <li>{text}</li>
                  ))}
                </ul>
              </>
            )}
            <EvidenceOf evidence={card.evidence} />
          </details>
        </li>
      ))}
    </ol>
  </>
);
