// The pieces of the page that begins a session: from how many people on, whether they know the case, what it comes to.

import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { say, spelt } from '../shared/ui/say';

export const LEAST = 5;
const MOST = 20;

export type Agenda = {
  id: string;
  title: string;
  minutes: number;
  steps: { activity: string; title: string; minutes: number }[];
};
export type Scenario = {
  id: string;
  title: string;
  opening: string;
  content_note: string;
  reviewed: boolean;
  stages: number;
  agendas: Agenda[];
};

/** "90 minutes", "3 hours", "3 hours 20". */
export function hours(minutes: number) {
  if (minutes < 120) return say('office.setup.minutes', { n: minutes });
  const [n, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest ? say('office.setup.hours_and', { n, minutes: rest }) : say('office.setup.hours', { n });
}

/** From how many people on anything is shown: never fewer than five. */
export function Least({ k }: { k: { value: number } }) {
  return (
    <fieldset class="least">
      <legend>{say('office.setup.k')}</legend>
      <div class="stepper">
        <button
          class="button button--second"
          type="button"
          aria-label={say('office.setup.less')}
          disabled={k.value <= LEAST}
          onClick={() => {
            k.value -= 1;
          }}
        >
          −
        </button>
        <output aria-live="polite">{k.value}</output>
        <button
          class="button button--second"
          type="button"
          aria-label={say('office.setup.more')}
          disabled={k.value >= MOST}
          onClick={() => {
            k.value += 1;
          }}
        >
          +
        </button>
        <span>{say('office.setup.people')}</span>
      </div>
      <p class="aid">{say('office.setup.k_more')}</p>
    </fieldset>
  );
}

/** The same person's placings of one case in two rooms could tell of that person. */
export function Before({ before }: { before: { value: boolean | null } }) {
  return (
    <fieldset>
      <legend>{say('office.setup.before')}</legend>
      <div class="seg-opts">
        {(
          [
            [false, say('office.setup.no')],
            [true, say('office.setup.yes')],
          ] as [boolean, string][]
        ).map(([said, words]) => (
          <label class="opt">
            <input
              type="radio"
              name="placed_before"
              required
              checked={before.value === said}
              onChange={() => {
                before.value = said;
              }}
            />
            <span>
              <b>{words}</b>
            </span>
          </label>
        ))}
      </div>
      <p class={before.value ? 'state state--refused' : 'aid'} role="status">
        {before.value ? (
          <>
            <Icon name="refused" />
            {say('office.setup.another')}
          </>
        ) : (
          say('office.setup.before_more')
        )}
      </p>
    </fieldset>
  );
}

export function Summary({
  scenario,
  agenda,
  said,
  busy,
  open,
  lacks,
  onRehearse,
}: {
  scenario: Scenario;
  agenda: Agenda;
  said: string;
  busy: string;
  open: () => Promise<void>;
  lacks: string;
  onRehearse: () => Promise<void>;
}) {
  return (
    <aside class="sheet" aria-label={`${scenario.title}, ${agenda.title}`}>
      <h2>
        {scenario.title}, {agenda.title.toLowerCase()}
      </h2>
      <p class="quiet small">
        {hours(agenda.minutes)} · {say('office.setup.stages', { n: spelt(scenario.stages) })}
      </p>
      <ol class="to-scale">
        {agenda.steps.map((s) => (
          <li
            class={classes(s.activity === 'break' && 'break')}
            style={{ '--m': (100 * s.minutes) / agenda.minutes }}
          >
            <i />
            <span>{s.title}</span>
            <small>
              {s.minutes} {say('office.setup.min')}
            </small>
          </li>
        ))}
      </ol>
      {!scenario.reviewed && (
        <p class="beware">
          <Icon name="refused" />
          <span>{say('office.setup.unreviewed')}.</span>
        </p>
      )}
      <p class="beware">
        <Icon name="info" />
        <span>
          {say('office.setup.content')} {scenario.content_note}
        </span>
      </p>
      {said && (
        <p class="state state--refused" role="alert">
          <Icon name="refused" />
          {said}
        </p>
      )}
      {lacks === say('office.setup.unsaid') && (
        <p class="aid" id="lacks">
          {lacks}.
        </p>
      )}
      <button
        class="button button--wide button--big"
        type="button"
        disabled={!!busy}
        aria-disabled={!!lacks}
        aria-describedby={lacks === say('office.setup.unsaid') ? 'lacks' : undefined}
        onClick={() => !lacks && open()}
      >
        {busy === 'open' ? say('office.setup.opening') : say('office.setup.open')}
      </button>
      <button class="button button--plain button--wide" type="button" disabled={!!busy} onClick={onRehearse}>
        <Icon name="play" />
        {busy === 'rehearse' ? say('office.starting.joining') : say('office.setup.rehearse')}
      </button>
    </aside>
  );
}
