// After the stage, and apart from it: what would you do? Passed over with one tap; sent with the stage, when the card is left.

import type { StageShown } from '../../contract';
import { letter } from '../../shared/strip/hatch';
import { say } from '../../shared/ui/say';
import { BackButton, Steps, Top } from '../controls';
import { StageTargets } from '../stage-targets';
import { responded } from './cards';
import type { OfPlaced } from './cards';

export const levelOf = (levels: StageShown[], id: string | null) => {
  const at = levels.findIndex((s) => s.id === id);
  return at < 0 ? say('common.strip.level.lane') : `${letter(at)} ${levels[at].name}`;
};

export function Second({ room, sheet, card, at, mine, responds, change, askMore, meant }: OfPlaced) {
  const { second, scale } = sheet.board;
  if (!second || responds === undefined) return null;
  const stage = scale.stages.find((s) => s.id === mine.stage);
  const keep = (response: OfPlaced['mine']['response']) => {
    room.occasions.add(sheet.round, card.id, { ...mine, response });
    askMore();
  };
  return (
    <>
      <Top
        left={<BackButton onClick={change} />}
        title={say('phone.board.card', { at: at + 1, of: sheet.cards.length })}
        right={
          <button type="button" onClick={() => keep(null)}>
            {say('phone.skip')}
          </button>
        }
      />
      <Steps of={sheet.cards.length} at={at} done={(i: number) => !!sheet.placed[sheet.cards[i].id]} />
      <main id="main" tabindex={-1}>
        <h1>{say('phone.board.second.title')}</h1>
        <div class="quote second-about">
          <p>{card.text}</p>
          <span class="yours">
            <i />
            {say('phone.board.second.placed', { stage: stage?.name ?? say('phone.board.know') })}
          </span>
        </div>
        <StageTargets
          scale={second}
          chosen={mine.response ? mine.response.level : undefined}
          earlier={responds?.stood}
          onChoose={(level) => keep(responded(second.stages, responds, level))}
          onMore={(level) => {
            meant.value = level;
          }}
          levels={true}
          name={say('phone.board.second.title')}
        />
        <p class="aid end">
          {say('phone.board.second.aid')} {say('common.page.aid')}
        </p>
      </main>
    </>
  );
}

/** What was said of it, beneath the stage, and the way back to it. */
export function Responded({ sheet, mine, responds, askSecond }: OfPlaced) {
  const { second } = sheet.board;
  if (!second || responds === undefined) return null;
  const said = mine.response && levelOf(second.stages, mine.response.level);
  return (
    <p class="was-row responded">
      <span>{said ? say('phone.board.second.you', { level: said }) : say('phone.board.second.title')}</span>
      <button class="change" type="button" onClick={askSecond}>
        {said ? say('phone.board.change') : say('phone.board.second.answer')}
      </button>
    </p>
  );
}
