// Questions at the desk: show the room, answered, park, keep, hide. And the questions step, where they have the middle.

import type { Commands, QuestionAtDesk, QuestionsPart } from '../contract';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { namesIn, say, spelt } from '../shared/ui/say';

/** What can be done with a question, by its state: the state that it gets, and what is said of that. */
const MARKS: Record<string, [state: Commands['questions.mark']['state'], mark: string][]> = {
  inbox: [
    ['shown', 'show'],
    ['parked', 'park'],
    ['hidden', 'hide'],
  ],
  shown: [
    ['answered', 'answered'],
    ['parked', 'park'],
    ['hidden', 'hide'],
  ],
  parked: [
    ['shown', 'show'],
    ['answered', 'answered'],
    ['hidden', 'hide'],
  ],
  answered: [['shown', 'show']],
  hidden: [['inbox', 'back']],
};
const OPEN = ['shown', 'inbox', 'parked'];

export function Questions({ room }: { room: Desk }) {
  const part = room.part('questions');
  if (!part) return null;
  const open = OPEN.flatMap((state) => part.inbox.filter((q) => q.state === state));
  const done = part.inbox.filter((q) => !OPEN.includes(q.state));
  const fresh = part.inbox.filter((q) => q.state === 'inbox').length;
  return (
    <section class="qs" aria-labelledby="questions-head">
      <h2 id="questions-head">
        {say('console.questions.title')}{' '}
        <span class="quiet" role="status">
          {fresh ? say('console.questions.fresh', { n: fresh }) : ''}
        </span>
      </h2>
      <ul>
        {open.map((q) => (
          <Question key={q.id} room={room} question={q} />
        ))}
      </ul>
      {!part.inbox.length && <p class="small quiet">{say('console.questions.none')}</p>}
      {done.length > 0 && (
        <details>
          <summary>{say('console.questions.done', { n: done.length })}</summary>
          <ul>
            {done.map((q) => (
              <Question key={q.id} room={room} question={q} />
            ))}
          </ul>
        </details>
      )}
      {part.asking && <Gather room={room} part={part} />}
      <p class="aid">{part.asking ? say('console.questions.aid_asking') : say('console.questions.aid')}</p>
    </section>
  );
}

/** Everybody is asked: how many have answered, in steps, and the button once enough have. */
function Gather({ room, part }: { room: Desk; part: QuestionsPart }) {
  return (
    <>
      <p class="small">
        {part.answered
          ? say('console.questions.heard', { n: part.answered })
          : say('console.questions.few', { k: spelt(room.part('session').k) })}{' '}
        {!part.gather && say('console.questions.more')}
      </p>
      <button
        class="button button--slim"
        type="button"
        disabled={!part.gather}
        onClick={() => room.post('questions.gather', {})}
      >
        {say('console.questions.gather')}
      </button>
    </>
  );
}

/** What a kept question is about, for the report and the organisation's overview; it may be left open. */
function Theme({ room, question: { id, text, theme } }: { room: Desk; question: QuestionAtDesk }) {
  return (
    <select
      class="input slim"
      aria-label={`${say('console.questions.theme')}: ${text}`}
      value={theme}
      onChange={(e) => {
        const chosen = e.currentTarget.value as QuestionAtDesk['theme'];
        void room.post('questions.keep', { question: id, kept: true, theme: chosen });
      }}
    >
      <option value="">{say('console.questions.theme')}</option>
      {namesIn('names.theme').map((one) => (
        <option value={one}>{say(`names.theme.${one}`)}</option>
      ))}
    </select>
  );
}

function Question({ room, question }: { room: Desk; question: QuestionAtDesk }) {
  const { id, text, state, kept } = question;
  return (
    <li class={classes(state === 'shown' && 'is-shown')}>
      <p class="typed">{text}</p>
      {state !== 'inbox' && <p class="tiny faint">{say(`console.questions.states.${state}`)}</p>}
      <div>
        {MARKS[state].map(([to, mark]) => (
          <button
            class="linkish"
            type="button"
            onClick={() => room.post('questions.mark', { question: id, state: to })}
          >
            {say(`console.questions.marks.${mark}`)}
          </button>
        ))}
        <button
          class="linkish"
          type="button"
          aria-pressed={kept}
          onClick={() => room.post('questions.keep', { question: id, kept: !kept })}
        >
          {kept ? say('console.questions.kept') : say('console.questions.keep')}
        </button>
      </div>
      {kept && <Theme room={room} question={question} />}
    </li>
  );
}

export function Console({ room }: { room: Desk }) {
  return (
    <div class="qs-wide">
      <Questions room={room} />
    </div>
  );
}
