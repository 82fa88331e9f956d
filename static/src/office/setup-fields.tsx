// What comes first on the page that begins a session: which case study, how long; and a field with its label.

import type { ComponentChildren } from 'preact';
import { say } from '../shared/ui/say';
import type { Agenda, Scenario } from './choices';
import { hours } from './setup-parts';

/** How long, and in how many steps; not said twice when the name says it. */
const lasting = ({ title, minutes, steps }: Agenda) =>
  [hours(minutes), say('office.setup.steps', { n: steps.length })]
    .filter((words) => words !== title)
    .join(' · ');

/** Each can be read whole before it is chosen. */
export function Case({
  scenarios,
  scenario,
  onChoose,
}: {
  scenarios: Scenario[];
  scenario: Scenario;
  onChoose: (scenario: Scenario) => void;
}) {
  return (
    <fieldset>
      <legend>{say('office.setup.scenario')}</legend>
      <div class="opts">
        {scenarios.map((s) => (
          <div key={s.id} class="opt-row">
            <label class="opt">
              <input
                type="radio"
                name="scenario"
                checked={scenario.id === s.id}
                onChange={() => onChoose(s)}
              />
              <span>
                <b>{s.title}</b>
                <small>{s.opening}</small>
              </span>
            </label>
            <a href={`/facilitate/cases/${s.id}`} target="_blank" rel="noopener">
              {say('office.setup.read')}
              <span class="sr"> {s.title}</span>
            </a>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export function Length({
  scenario,
  agenda,
  onChoose,
}: {
  scenario: Scenario;
  agenda: Agenda;
  onChoose: (agenda: Agenda) => void;
}) {
  return (
    <fieldset>
      <legend>{say('office.setup.length')}</legend>
      <div class="seg-opts">
        {scenario.agendas.map((a) => (
          <label key={a.id} class="opt">
            <input type="radio" name="agenda" checked={agenda.id === a.id} onChange={() => onChoose(a)} />
            <span>
              <b>{a.title}</b>
              <small>{lasting(a)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Field({
  id,
  label,
  aid,
  children,
}: {
  id: string;
  label: string;
  aid: string;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={id}>
        {label} <span class="faint">{say('office.setup.optional')}</span>
      </label>
      {children}
      <p class="aid">{aid}</p>
    </div>
  );
}
