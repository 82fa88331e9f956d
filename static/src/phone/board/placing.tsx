// One card at a time: where it sits, then what led there. Optional after the tap; the next card works at once.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BoardPart, StageShown } from '../../contract';
import type { Placement } from '../../shared/live/memory';
import type { Phone } from '../../shared/live/room';
import { classes } from '../../shared/ui/classes';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { BackButton, Chip, Chips, Numbers, SendState, Steps, Top } from '../controls';
import { StageTargets } from '../stage-targets';
import { Again } from './again';
import { Beforehand } from './beforehand';
import { firstOpen, from, modeWords, placed, respondsAt, sheetOf, standsAt } from './cards';
import type { OfCard, OfPlaced } from './cards';
import { CareNote, Onward } from './care-note';
import { useCardKeys } from './keys';
import { Meaning } from './meaning';
import { Responded, Second } from './second';
import { Waiting } from './waiting';
import { isWide, Wide } from './wide';

export function Placing({ room }: { room: Phone }) {
  const sheet = sheetOf(room);
  const open = firstOpen(sheet);
  const at = useSignal(open < 0 ? sheet.cards.length : open);
  const asking = useSignal(''); // the card whose reasons are asked
  const second = useSignal(''); // the card of which it is asked first what one would do
  const meant = useSignal<StageShown | null>(null);
  useEffect(() => () => room.occasions.leave(), []);
  const go = (to: number) => {
    room.occasions.leave();
    asking.value = '';
    second.value = '';
    at.value = to;
  };
  const card = sheet.cards[at.value];
  useCardKeys({
    at: at.value,
    answered: !!card && !!sheet.placed[card.id],
    go,
    view: `${card?.id} ${asking.value} ${second.value}`,
  });
  if (!card)
    return (
      <Waiting
        room={room}
        onChange={(i: number) => {
          at.value = i;
        }}
      />
    );

  const stood = standsAt(room, sheet, card);
  const mine = sheet.placed[card.id];
  const responds = respondsAt(room, sheet, card);
  const next = () => go(at.value + 1);
  const askSecond = () => {
    second.value = card.id;
  };
  const askMore = () => {
    second.value = '';
  };
  const choose = (stage: string | null) => {
    room.occasions.tap(sheet.round, card.id, placed(sheet, stood, stage, mine));
    asking.value = card.id;
    if (responds !== undefined) askSecond();
  };
  const skip = () => {
    room.occasions.skip(sheet.round, card.id);
    next();
  };
  const more = { responds, askSecond, askMore };
  const parts = { room, sheet, card, at: at.value, mine, stood, choose, skip, next, go, meant, ...more };
  const asks = asking.value === card.id && mine && !mine.skipped;
  const after = second.value === card.id ? Second : stood ? Again : Why;
  const View = asks ? after : isWide.value ? Wide : Where;
  return (
    <>
      <View
        key={card.id}
        {...parts}
        change={() => {
          asking.value = '';
          second.value = '';
        }}
      />
      {meant.value && (
        <Meaning
          stage={meant.value}
          scale={second.value && sheet.board.second ? sheet.board.second : sheet.board.scale}
          levels={!!second.value}
          onClose={() => {
            meant.value = null;
          }}
        />
      )}
    </>
  );
}

function Head({ sheet, at, go, right }: Pick<OfCard, 'sheet' | 'at' | 'go'> & { right?: ComponentChildren }) {
  const title = sheet.again
    ? say('phone.board.again')
    : say('phone.board.card', { at: at + 1, of: sheet.cards.length });
  return (
    <>
      <Top left={at > 0 ? <BackButton onClick={() => go(at - 1)} /> : null} title={title} right={right} />
      <Steps of={sheet.cards.length} at={at} done={(i: number) => !!sheet.placed[sheet.cards[i].id]} />
    </>
  );
}

/** Whether the stages stand lower, to leave room above them. */
const isLow = (board: BoardPart, stood: OfCard['stood']) =>
  Boolean(board.information || stood || board.scale.stages.length > 4);

/** Where would you place this? */
function Where({ room, sheet, card, at, mine, stood, choose, skip, go, meant }: OfCard) {
  const chosen = mine && !mine.skipped ? mine.stage : undefined;
  const { information, question } = sheet.board;
  return (
    <>
      <Head
        sheet={sheet}
        at={at}
        go={go}
        right={
          <button type="button" onClick={skip}>
            {say('phone.skip')}
          </button>
        }
      />
      <main id="main" tabindex={-1}>
        {information && (
          <p class="quote small">
            <b>{say('phone.board.information')}</b>
            {information.text}
          </p>
        )}
        <div class="card-place">
          <CareNote card={card} />
          {!information && <p class="eyebrow">{sheet.warm ? question : modeWords(card)}</p>}
          <h1
            class={classes(
              'card',
              card.text.length > 70 && 'card--long',
              (information || typeof stood === 'string') && 'card--again',
            )}
          >
            {card.text}
          </h1>
          <Beforehand room={room} sheet={sheet} card={card} stood={stood} />
          <StageTargets
            scale={sheet.board.scale}
            chosen={chosen}
            onChoose={choose}
            onMore={(s) => {
              meant.value = s;
            }}
            earlier={from(stood)?.stood}
            lower={isLow(sheet.board, stood)}
            name={sheet.again ? say('phone.board.now') : say('phone.board.place_it')}
          />
        </div>
        <p class="aid">{from(stood) ? say('phone.board.only') : sheet.warm ? '' : say('common.page.aid')}</p>
      </main>
    </>
  );
}

/** What led you there? Or, off the line: what would you need to know? */
function Why(of: OfPlaced) {
  const { room, sheet, card, at, mine, next, go, change } = of;
  const { board, round } = sheet;
  const unsure = mine.stage === null;
  const index = board.scale.stages.findIndex((s) => s.id === mine.stage);
  const field = unsure ? 'missing' : 'reasons';
  const asked = unsure ? say('phone.board.missing') : say('phone.board.led');
  const offered: readonly string[] = board[unsure ? 'topics' : 'reasons']; // the warm-up offers none
  const tell = (changed: Partial<Placement>) => room.occasions.add(round, card.id, { ...mine, ...changed });
  const toggle = (id: string) =>
    tell({
      [field]: mine[field].includes(id) ? mine[field].filter((x) => x !== id) : [...mine[field], id],
    });
  return (
    <>
      <Head sheet={sheet} at={at} go={go} />
      <main id="main" tabindex={-1}>
        <p class="cardline">{card.text}</p>
        {unsure ? (
          <div class="know is-chosen">
            <Icon name="know" />
            <span>{say('phone.board.know')}</span>
            <button class="change" type="button" onClick={change}>
              {say('phone.board.change')}
            </button>
          </div>
        ) : (
          <div class={`stages of${board.scale.stages.length}`}>
            <div class={`stage is-chosen s${index + 1}`}>
              <span class="pick">
                <span class="n">{index + 1}</span>
                <span class="name">{board.scale.stages[index]?.name}</span>
              </span>
              <button class="change" type="button" onClick={change}>
                {say('phone.board.change')}
              </button>
            </div>
          </div>
        )}
        <Responded {...of} />
        <SendState operation={room.outbox.stateOf(`${round} ${card.id}`)} />
        {offered.length > 0 && (
          <>
            <h2>
              {asked} <span class="faint">{say('phone.board.later')}</span>
            </h2>
            <Chips name={asked}>
              {offered.map((id) => (
                <Chip on={mine[field].includes(id)} onClick={() => toggle(id)}>
                  {say(`names.${unsure ? 'topic' : 'reason'}.${id}`)}
                </Chip>
              ))}
            </Chips>
          </>
        )}
        {!unsure && (
          <>
            <h2>{say('phone.board.certain')}</h2>
            <Numbers
              wrap="one-to-five"
              name={say('phone.board.certain')}
              values={[1, 2, 3, 4, 5]}
              chosen={mine.certainty}
              onChoose={(v: number) => tell({ certainty: v })}
            />
            <div class="ends">
              <span>{say('phone.board.not_at_all')}</span>
              <span>{say('phone.board.very')}</span>
            </div>
          </>
        )}
        <Onward sheet={sheet} at={at} next={next} />
      </main>
    </>
  );
}
