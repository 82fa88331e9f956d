// Placing on a laptop: drag, click, 1–5 and 0, or arrows and Enter. One radio group beneath all four.

import { signal, useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { TargetedPointerEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { StageShown } from '../../contract';
import { classes } from '../../shared/ui/classes';
import { Icon } from '../../shared/ui/icons';
import { useRoving } from '../../shared/ui/roving';
import { say, sayAll } from '../../shared/ui/say';
import { Steps } from '../controls';
import { Earlier } from '../stage-targets';
import { Beforehand } from './beforehand';
import { from, modeWords } from './cards';
import type { OfCard } from './cards';
import { CareNote } from './care-note';
import { isTaken } from './keys';

const media = matchMedia('(min-width: 900px)');
export const isWide = signal(media.matches);
media.addEventListener('change', () => {
  isWide.value = media.matches;
});

export function Wide({ room, sheet, card, at, mine, stood, choose, skip, go }: OfCard) {
  const { scale, information } = sheet.board;
  const chosen = mine && !mine.skipped ? mine.stage : undefined;
  const over = useSignal(undefined as string | null | undefined);
  const lanes = [...scale.stages, { id: null, name: say('phone.board.know'), definition: '' }];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const digit = Number.parseInt(event.key, 10);
      if (digit === 0) choose(null);
      else if (scale.stages[digit - 1]) choose(scale.stages[digit - 1].id);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const drag = useDrag(over, choose);
  const placed = useRoving('.mini');
  return (
    <main id="main" class="place-wide" tabindex={-1}>
      <div class="row">
        {at > 0 ? (
          <button class="button button--plain" type="button" onClick={() => go(at - 1)}>
            <Icon name="back" />
            {say('phone.back')}
          </button>
        ) : (
          <span />
        )}
        <div class="prog">
          <b>{say('phone.board.card', { at: at + 1, of: sheet.cards.length })}</b>
          <Steps of={sheet.cards.length} at={at} done={(i: number) => !!sheet.placed[sheet.cards[i].id]} />
        </div>
        <button class="button button--plain" type="button" onClick={skip}>
          {say('phone.skip')}
          <Icon name="next" />
        </button>
      </div>
      {information && (
        <p class="quote">
          <b>{say('phone.board.information')}</b>
          {information.text}
        </p>
      )}
      <CareNote card={card} />
      <div class="stagearea">
        <div class="from" />
        <div class="lifted" {...drag}>
          <Icon name="grip" />
          <div>
            <p class="eyebrow">{modeWords(card)}</p>
            <h1>{card.text}</h1>
          </div>
        </div>
        <Beforehand room={room} sheet={sheet} card={card} stood={stood} />
        <div class="keys" aria-hidden="true">
          {sayAll('phone.board.keys', { stages: scale.stages.length }).map((k) => (
            <span>{k}</span>
          ))}
        </div>
      </div>
      <div
        class={`cols of${scale.stages.length}`}
        role="radiogroup"
        aria-label={sheet.again ? say('phone.board.now') : say('phone.board.place_it')}
        style={{ '--stages': scale.stages.length }}
        {...placed}
      >
        {lanes.map((lane, i) => (
          <Column
            sheet={sheet}
            lane={lane}
            i={i}
            chosen={chosen}
            earlier={from(stood)?.stood}
            choose={choose}
            go={go}
            over={over}
            last={i === lanes.length - 1}
            count={lanes.length}
          />
        ))}
      </div>
      <p class="aid">{from(stood) ? say('phone.board.only') : say('common.page.aid')}</p>
    </main>
  );
}

function Column({
  sheet,
  lane,
  i,
  last,
  chosen,
  earlier,
  choose,
  go,
  over,
  count,
}: Pick<OfCard, 'sheet' | 'choose' | 'go'> & {
  lane: Omit<StageShown, 'id'> & { id: string | null };
  i: number;
  last: boolean;
  chosen: string | null | undefined;
  earlier: string | null | undefined;
  over: Signal<string | null | undefined>;
  count: number;
}) {
  const here = sheet.cards
    .map((c, n) => ({ ...c, n }))
    .filter((c) => sheet.placed[c.id] && !sheet.placed[c.id].skipped && sheet.placed[c.id].stage === lane.id);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const all = [
      ...((event.currentTarget as HTMLElement).closest('.cols') as HTMLElement).querySelectorAll(
        '[role="radio"]',
      ),
    ] as HTMLElement[];
    all[(i + step + count) % count]?.focus();
  };
  return (
    <div
      class={classes('col', last ? 'off' : `s${i + 1}`, over.value === lane.id && 'is-over')}
      data-stage={lane.id ?? ''}
    >
      <button
        class="tabb"
        type="button"
        role="radio"
        aria-checked={chosen === lane.id}
        tabindex={(chosen === undefined ? i === 0 : chosen === lane.id) ? 0 : -1}
        onClick={() => choose(lane.id)}
        onKeyDown={onKeyDown}
      >
        <span class="n">{last ? <Icon name="know" /> : i + 1}</span>
        <span class="name">
          {lane.name}
          {earlier === lane.id && Earlier()}
        </span>
        <span class="d">{lane.definition}</span>
      </button>
      <div class="pile">
        {over.value === lane.id && <div class="drop">{lane.name}</div>}
        {here.map((c) => (
          <button class="mini" type="button" onClick={() => go(c.n)}>
            <Icon name="grip" />
            {c.short}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Pointer dragging of the card onto a column. */
function useDrag(over: Signal<string | null | undefined>, choose: (stage: string | null) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const laneAt = (event: PointerEvent): string | null | undefined => {
    const column = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((e) => e.classList.contains('col'));
    return column instanceof HTMLElement ? column.dataset.stage || null : undefined;
  };
  const end = (event: TargetedPointerEvent<HTMLElement>) => {
    const lane = from.current ? laneAt(event) : undefined;
    event.currentTarget.style.transform = '';
    event.currentTarget.classList.remove('is-held');
    from.current = null;
    over.value = undefined;
    if (lane !== undefined && event.type === 'pointerup') choose(lane);
  };
  return {
    onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => {
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.classList.add('is-held');
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => {
      if (!from.current) return;
      event.currentTarget.style.transform = `translate(${event.clientX - from.current.x}px, ${event.clientY - from.current.y}px)`;
      over.value = laneAt(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
