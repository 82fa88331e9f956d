// "Only you see this": the card's range, prompts and evidence; between cards, what helps in this step.

import type { BoardPart, EvidenceShown, PrivateNotes, StepShown } from '../contract';
import { clock as workshop } from '../shared/live/clock';
import type { Desk } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { nextWords } from '../shared/ui/next-move';
import { endWords, topicWords } from '../shared/ui/panel';
import { say, sayEach } from '../shared/ui/say';
import { isOver, month } from './days';
import { Nudges } from './nudges';

export function Private({ room, step }: { room: Desk; step: StepShown }) {
  const notes = room.part('notes_private');
  if (!notes) return null;
  return (
    <section class="private" tabindex={0} aria-labelledby="only-you">
      <h2 class="eyebrow" id="only-you">
        <Icon name="eye" />
        {say('console.only')}
      </h2>
      {!notes.reviewed && (
        <p class="unreviewed small">
          <Icon name="refused" />
          {say('console.reviewed')}
        </p>
      )}
      {notes.card ? <OfCard room={room} notes={notes} /> : <OfStep room={room} notes={notes} step={step} />}
    </section>
  );
}

function OfCard({ room, notes }: { room: Desk; notes: PrivateNotes }) {
  const board = room.part('board');
  const shown = board?.prompt;
  const found = board?.results?.find((r) => r.card === notes.card);
  const missing = found?.next?.missing_first && found.label !== 'unsure';
  const next = found && board.round?.cause !== 'warm_up' ? nextWords(found, board.scale.ends) : '';
  return (
    <>
      {next && (
        <>
          <h3 class="t">{say('console.notes.next')}</h3>
          <p class="small">
            {missing && `${say('common.next.missing')} `}
            {next}
          </p>
        </>
      )}
      {notes.range.length > 0 && <Range ends={notes.range} />}
      {notes.prompts.length > 0 && (
        <>
          <h3 class="t">{say('console.notes.ask')}</h3>
          <ul class="prompts">
            {notes.prompts.map((text) => (
              <li>
                <button
                  type="button"
                  aria-pressed={shown === text}
                  title={say('console.notes.show')}
                  onClick={() => room.post('discussion.prompt', { text: shown === text ? '' : text })}
                >
                  <Icon name="screen" />
                  <span>
                    {text}
                    {shown === text && <small>{say('console.notes.showing')}</small>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.panel.length > 0 && <PanelOf room={room} notes={notes} />}
      <EvidenceOf evidence={notes.evidence} />
    </>
  );
}

/** How practitioners reasoned, to read before it is shown. */
function PanelOf({ room, notes }: { room: Desk; notes: PrivateNotes }) {
  const board = room.part('board');
  const shown = board.show === 'panel';
  return (
    <>
      <h3 class="t">{say('console.panel.title')}</h3>
      <ul>
        {notes.panel.map(({ topic, text, end }) => (
          <li>
            <b>{topicWords(topic, board)}</b> {text}{' '}
            <span class="faint">{endWords(end, board.scale.ends)}</span>
          </li>
        ))}
      </ul>
      {board.results && (
        <button
          class="linkish"
          type="button"
          aria-pressed={shown}
          aria-keyshortcuts="P"
          onClick={() => room.post('discussion.show', { show: shown ? 'focus' : 'panel' })}
        >
          {shown ? say('console.panel.hide') : say('console.panel.show')}
        </button>
      )}
    </>
  );
}

/** What is known, with its source. */
export const EvidenceOf = ({ evidence }: { evidence: EvidenceShown[] }) => (
  <>
    <h3 class="t">{say('console.notes.evidence')}</h3>
    {evidence.map((e) => (
      <p class="small quiet">
        {e.text}{' '}
        <span class="faint">
          {e.source}.{' '}
          {isOver(e.review_by, workshop.now()) ? (
            say('console.notes.stale', { when: month(e.checked), by: month(e.review_by) })
          ) : (
            <span class="nowrap">{say('console.notes.checked', { when: month(e.checked) })}</span>
          )}
        </span>
      </p>
    ))}
    {!evidence.length && <p class="small quiet">{say('console.notes.no_evidence')}</p>}
  </>
);

/** From which stage to which the card may be talked about. */
export function Range({ ends: [from, to] }: { ends: { number: number; name: string }[] }) {
  return (
    <>
      <h3 class="t">
        {say('console.notes.range')}{' '}
        <b>{to ? say('console.notes.numbers', { from: from.number, to: to.number }) : from.number}</b>
      </h3>
      <p class="small quiet">
        {to ? say('console.notes.stages', { from: from.name, to: to.name }) : from.name}.{' '}
        {say('console.notes.range_more')}
      </p>
    </>
  );
}

function OfStep({ room, notes, step }: { room: Desk; notes: PrivateNotes; step: StepShown }) {
  const [board, formulation, plan] = [room.part('board'), room.part('formulation'), room.part('plan')];
  const given = notes.information.find((i) => i.id === board?.information?.id);
  const lacking = formulation ? [] : (plan?.nudges ?? []).map(nudge);
  return (
    <>
      {given && (
        <>
          <h3 class="t">{say('console.notes.why')}</h3>
          <p class="small quiet">{given.why}</p>
        </>
      )}
      {formulation && <Nudges room={room} part={formulation} />}
      {lacking.length > 0 && (
        <>
          <h3 class="t">{say('console.formulation.lacking')}</h3>
          <ul>
            {lacking.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      )}
      <Tips tips={tipsFor(step, board)} />
    </>
  );
}

/** A title, and what is under it. */
export const Tips = ({ tips }: { tips: string[][] }) => (
  <>
    {tips.map(([title, ...lines]) => (
      <>
        <h3 class="t">{title}</h3>
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    ))}
  </>
);

/** What the plan lacks. */
const nudge = ({ id, n }: { id: string; n: number }) => say(`names.nudge.plan.${id}`, { n });

/** What helps, in a list of lists: a title, and what is under it. */
export const tips = (id: string): string[][] => Object.values(sayEach(`console.tips.${id}`));

/** What helps in a step while no card is in focus. */
function tipsFor(step: StepShown, board: BoardPart | undefined) {
  if (board?.talk) return tips('discussion');
  const state = board?.round?.state;
  if (state === 'ready' && board?.round?.cause === 'warm_up') return tips('warm_up');
  if (state === 'open' || state === 'ready') return tips(state);
  if (state === 'closing' || state === 'closed') return [];
  return board || step.activity !== 'board' ? tips(board ? 'discussion' : step.activity) : [];
}
