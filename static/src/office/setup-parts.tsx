// The pieces of the page that begins a session: from how many people on, own ground rules, what it comes to.

import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { named, say, spelt } from '../shared/ui/say';
import { byRegion, LEAST, MOST, MOST_RULES, placeOf } from './choices';
import type { Agenda, Scenario } from './choices';

const RULES = ['stays_here', 'ideas', 'nothing_own', 'pass', 'made_up'];

/** "90 minutes", "3 hours", "3 hours 20". */
export function hours(minutes: number) {
  if (minutes < 120) return say('office.setup.minutes', { n: minutes });
  const [n, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest ? say('office.setup.hours_and', { n, minutes: rest }) : say('office.setup.hours', { n });
}

/** From how many people on anything is shown: never fewer than five. */
export function Least({ k }: { k: { value: number } }) {
  const by = (step: number, label: string, words: string, off: boolean) => (
    <button
      class="button button--second"
      type="button"
      aria-label={label}
      disabled={off}
      onClick={() => {
        k.value += step;
      }}
    >
      {words}
    </button>
  );
  return (
    <fieldset class="least">
      <legend>{say('office.setup.k')}</legend>
      <div class="stepper">
        {by(-1, say('office.setup.less'), '−', k.value <= LEAST)}
        <output aria-live="polite">{k.value}</output>
        {by(1, say('office.setup.more'), '+', k.value >= MOST)}
        <span>{say('office.setup.people')}</span>
      </div>
      <p class="aid">{say('office.setup.k_more')}</p>
    </fieldset>
  );
}

/** Where the room is: it is held on the day that it is there. */
export function Zone({ zones, zone }: { zones: string[]; zone: Signal<string> }) {
  return (
    <div class="field">
      <label for="zone">{say('office.setup.zone')}</label>
      <select
        class="input"
        id="zone"
        value={zone.value}
        onChange={(e) => {
          zone.value = e.currentTarget.value;
        }}
      >
        {byRegion(zones, zone.value).map(([region, there]) => (
          <optgroup key={region} label={region}>
            {there.map((z) => (
              <option key={z} value={z} selected={z === zone.value}>
                {placeOf(z)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p class="aid">{say('office.setup.zone_more')}</p>
    </div>
  );
}

/** The workshop's ground rules, and this session's own. */
export function Rules({ rules }: { rules: Signal<string[]> }) {
  const put = (at: number, text: string) => {
    rules.value = rules.value.map((rule, n) => (n === at ? text : rule));
  };
  return (
    <details class="choose">
      <summary>
        <b>{say('office.setup.rules')}</b>
        <small>
          {rules.value.length
            ? say('office.setup.rules_own', { n: rules.value.length })
            : say('office.setup.rules_ours')}
        </small>
      </summary>
      <ul class="setup-rules">
        {named('rule', RULES).map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
      {rules.value.map((rule, at) => (
        <div class="own-rule">
          <input
            class="input"
            aria-label={say('office.setup.rule', { n: at + 1 })}
            maxLength={120}
            value={rule}
            onInput={(e) => put(at, e.currentTarget.value)}
          />
          <button
            class="x"
            type="button"
            aria-label={say('office.setup.rule_away', { n: at + 1 })}
            onClick={() => {
              rules.value = rules.value.filter((_, n) => n !== at);
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {rules.value.length < MOST_RULES && (
        <button
          class="linkish"
          type="button"
          onClick={() => {
            rules.value = [...rules.value, ''];
          }}
        >
          <Icon name="plus" />
          {say('office.setup.rule_more')}
        </button>
      )}
      <p class="aid">{say('office.setup.name_more')}</p>
    </details>
  );
}

/** The agenda to scale, what to beware of, and (as children) the ways on. */
export function Summary({
  scenario,
  agenda,
  said,
  children,
}: {
  scenario: Scenario;
  agenda: Agenda;
  said: string;
  children: ComponentChildren;
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
      {children}
    </aside>
  );
}
