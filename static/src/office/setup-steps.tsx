// Which cards and which new information the steps ask, where the template's choice is not one's own.

import type { Signal } from '@preact/signals';
import { say } from '../shared/ui/say';
import { askedIn, informed, toggled, unplaced } from './choices';
import type { Agenda, Asked, Scenario, Steps } from './choices';

export function StepChoices({
  scenario,
  agenda,
  steps,
}: {
  scenario: Scenario;
  agenda: Agenda;
  steps: Signal<Steps>;
}) {
  const asking = agenda.steps.map((_, at) => at).filter((at) => agenda.steps[at].asks);
  if (!asking.length) return null;
  return (
    <fieldset>
      <legend>{say('office.setup.steps_ask')}</legend>
      {asking.map((at) => (
        <OneStep
          key={`${scenario.id} ${agenda.id} ${at}`}
          scenario={scenario}
          title={agenda.steps[at].title}
          asked={askedIn(agenda, at, steps.value) as Asked}
          first={unplaced(agenda, at, steps.value)}
          onChange={(asked) => {
            steps.value = { ...steps.value, [at]: asked };
          }}
        />
      ))}
    </fieldset>
  );
}

/** `first`: cards that this step would be the first to ask. */
function OneStep({
  scenario,
  title,
  asked,
  first,
  onChange,
}: {
  scenario: Scenario;
  title: string;
  asked: Asked;
  first: string[];
  onChange: (asked: Asked) => void;
}) {
  const of = { n: asked.cards.length, of: scenario.cards.length };
  const told = scenario.information.find((i) => i.id === asked.information);
  return (
    <details class="choose">
      <summary>
        <b>{title}</b>
        <small>
          {told ? `${told.text} · ` : ''}
          {say('office.setup.cards_of', of)}
        </small>
      </summary>
      {told && (
        <div class="opts choose-information" role="radiogroup" aria-label={say('office.setup.information')}>
          {scenario.information.map((i) => (
            <label class="opt">
              <input
                type="radio"
                name={`information ${title}`}
                checked={i.id === asked.information}
                onChange={() => onChange(informed(scenario, i.id))}
              />
              <span>{i.text}</span>
            </label>
          ))}
        </div>
      )}
      <div role="group" aria-label={say('office.setup.cards')}>
        {scenario.cards.map((card) => (
          <label class="tick">
            <input
              type="checkbox"
              checked={asked.cards.includes(card.id)}
              onChange={(e) => {
                const next = toggled(scenario, asked, card.id);
                e.currentTarget.checked = next.cards.includes(card.id);
                onChange(next);
              }}
            />
            <span>
              {card.text}
              {told && first.includes(card.id) && <small> {say('office.setup.first_here')}</small>}
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}
