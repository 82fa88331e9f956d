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
import { Sheet } from '../../shared/ui/sheet';
import { BackButton, Chip, Chips, Numbers, SendState, Steps, Top } from '../controls';
import { StageTargets } from '../stage-targets';
import { Again } from './again';
import { Beforehand } from './beforehand';
import { firstOpen, from, modeWords, placed, sheetOf, standsAt } from './cards';
import type { OfCard, OfPlaced } from './cards';
import { CareNote, Onward } from './care-note';
import { useCardKeys } from './keys';
import { Waiting } from './waiting';
import { isWide, Wide } from './wide';

export function Placing({ room }: { room: Phone }) {
  const sheet = sheetOf(room);
  const open = firstOpen(sheet);
  const at = useSignal(open < 0 ? sheet.cards.length : open);
  const asking = useSignal(''); // the card whose reasons are asked
  const meant = useSignal<StageShown | null>(null);
  useEffect(() => () => room.occasions.leave(), []);
  const go = (to: number) => {
    room.occasions.leave();
    asking.value = '';
    at.value = to;
  };
  const card = sheet.cards[at.value];
  useCardKeys({
    at: at.value,
    answered: !!card && !!sheet.placed[card.id],
    go,
    view: `${card?.id} ${asking.value}`,
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
  const next = () => go(at.value + 1);
  const choose = (stage: string | null) => {
    room.occasions.tap(sheet.round, card.id, placed(sheet, stood, stage, mine));
    asking.value = card.id;
  };
  const skip = () => {
    room.occasions.skip(sheet.round, card.id);
    next();
  };
  const parts = { room, sheet, card, at: at.value, mine, stood, choose, skip, next, go, meant };
  const asks = asking.value === card.id && mine && !mine.skipped;
  const View = asks ? (stood ? Again : Why) : isWide.value ? Wide : Where;
  return (
    <>
      <View
        key={card.id}
        {...parts}
        change={() => {
          asking.value = '';
        }}
      />
      {meant.value && (
        <Meaning
          stage={meant.value}
          board={sheet.board}
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
function Why({ room, sheet, card, at, mine, next, go, change }: OfPlaced) {
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

/** What a stage means, with its neighbours, since the question is always "why not the next one?". */
function Meaning({ stage, board, onClose }: { stage: StageShown; board: BoardPart; onClose: () => void }) {
  const { stages, acknowledgement } = board.scale;
  const at = stages.indexOf(stage);
  const beside = [stages[at - 1], stages[at + 1]].filter(Boolean);
  return (
    <Sheet title={stage.name} onClose={onClose}>
      <p class="def">{stage.definition}</p>
      <p class="faint small">{say('phone.board.neighbours')}</p>
      <dl class={`beside of${stages.length}`}>
        {beside.map((s) => (
          <div class={`s${stages.indexOf(s) + 1}`}>
            <dt>
              <span class="n">{stages.indexOf(s) + 1}</span>
              {s.name}
            </dt>
            <dd>{s.definition}</dd>
          </div>
        ))}
      </dl>
      <button class="button button--wide" type="button" onClick={onClose}>
        {say('phone.board.ack')}
      </button>
      <p class="aid">{acknowledgement}</p>
    </Sheet>
  );
}
