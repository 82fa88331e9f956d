// After placing again: what changed, or why not? Staying and moving look alike and take as many taps; so does looking on.

import type { BoardPart, StageShown } from '../../contract';
import type { Placement } from '../../shared/live/memory';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Chip, Chips, SendState, Top } from '../controls';
import { from } from './cards';
import type { OfCard, OfPlaced } from './cards';
import { Onward } from './care-note';
import { Responded } from './second';

const STAYED = ['not_relevant', 'not_enough', 'already'];

/** A stage's name; null is need to know more. */
const nameOf = (stages: StageShown[], id: string | null) =>
  stages.find((s) => s.id === id)?.name ?? say('phone.board.know');

export function Again(of: OfPlaced) {
  const { room, sheet, card, at, mine, stood, next, change } = of;
  const { board, round } = sheet;
  const { stages } = board.scale;
  const was = from(stood)?.stood;
  const moved = was !== undefined && was !== mine.stage;
  return (
    <>
      <Top title={say('phone.board.again')} />
      <main id="main" tabindex={-1}>
        <p class="cardline">{card.text}</p>
        {moved && (
          <p class="was-row">
            <span class="faint">{say('phone.board.you')}</span>
            <span>{nameOf(stages, was)}</span>
          </p>
        )}
        <Chosen stages={stages} stage={mine.stage} yours={was === mine.stage} change={change} />
        {mine.own ? (
          <p class="clear small">
            <Icon name="phone" />
            <span>{say('phone.board.kept_here')}</span>
          </p>
        ) : (
          <>
            <Responded {...of} />
            <SendState operation={room.outbox.stateOf(`${round} ${card.id}`)} />
            <WhyOr room={room} board={board} round={round} card={card} mine={mine} />
            <p class="clear small">
              <Icon name="phone" />
              {say('phone.board.only')}
            </p>
          </>
        )}
        <Onward sheet={sheet} at={at} next={next} />
      </main>
    </>
  );
}

/** Where it stands now. */
function Chosen({
  stages,
  stage,
  yours,
  change,
}: {
  stages: StageShown[];
  stage: string | null;
  yours: boolean;
  change: () => void;
}) {
  const n = stages.findIndex((s) => s.id === stage) + 1;
  const mark = yours && (
    <span class="yours">
      <i />
      {say('phone.board.you')}
    </span>
  );
  const again = (
    <button class="change" type="button" onClick={change}>
      {say('phone.board.change')}
    </button>
  );
  if (!n)
    return (
      <div class="know is-chosen">
        <Icon name="know" />
        <span>
          {say('phone.board.know')}
          {mark}
        </span>
        {again}
      </div>
    );
  return (
    <div class={`stages of${stages.length}`}>
      <div class={`stage is-chosen s${n}`}>
        <span class="pick">
          <span class="n">{n}</span>
          <span class="name">
            {nameOf(stages, stage)}
            {mark}
          </span>
        </span>
        {again}
      </div>
    </div>
  );
}

/** What changed, or why not; kept until the card is left. */
function WhyOr({
  room,
  board,
  round,
  card,
  mine,
}: Pick<OfCard, 'room' | 'card'> & { board: BoardPart; round: string; mine: Placement }) {
  const stayed = mine.direction === 'same';
  const options = board.whys.filter((id) => STAYED.includes(id) === stayed);
  const chosen = mine.why ?? [];
  const toggle = (id: string) => {
    const why = chosen.includes(id) ? chosen.filter((x) => x !== id) : [...chosen, id];
    room.occasions.add(round, card.id, { ...mine, why });
  };
  const title = stayed ? say('phone.board.stayed') : say('phone.board.moved');
  return (
    <>
      <h2>
        {title} <span class="faint">{say('phone.board.later')}</span>
      </h2>
      <Chips name={title}>
        {options.map((id) => (
          <Chip on={chosen.includes(id)} onClick={() => toggle(id)}>
            {say(`names.why.${id}`)}
          </Chip>
        ))}
      </Chips>
    </>
  );
}
