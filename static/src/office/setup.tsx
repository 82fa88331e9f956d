// Setting up: three choices with defaults made, and one without; the agenda draws itself to scale. Then the lobby opens.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { pageData, post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { tidy } from '../shared/ui/words';
import { Before, hours, LEAST, Least, Summary } from './setup-parts';
import type { Agenda, Scenario } from './setup-parts';

const { scenarios } = pageData();

/** How long, and in how many steps; not said twice when the name says it. */
const lasting = ({ title, minutes, steps }: Agenda) =>
  [hours(minutes), say('office.setup.steps', { n: steps.length })]
    .filter((words) => words !== title)
    .join(' · ');

function Setup() {
  const scenario = useSignal<Scenario>(scenarios[0]);
  const length = useSignal('half');
  const k = useSignal(LEAST);
  const title = useSignal('');
  const before = useSignal<boolean | null>(null); // whether anybody here has placed this case before
  const said = useSignal('');
  const busy = useSignal('');
  useEffect(
    () =>
      addEventListener('pageshow', (event) => {
        if (event.persisted) busy.value = '';
      }),
    [],
  ); // Back, after it went on
  const { agendas } = scenario.value;
  const agenda = agendas.find((a) => a.id === length.value) ?? agendas[0];
  const go = async (path: string, body: object, which: string) => {
    busy.value = which;
    said.value = '';
    const answer = await post(path, body);
    if (answer.ok) location.assign(answer.next);
    else {
      busy.value = '';
      said.value = answer.message;
    }
  };
  const open = () =>
    go(
      '/facilitate/sessions',
      {
        scenario: scenario.value.id,
        agenda: agenda.id,
        k: k.value,
        title: tidy(title.value),
        placed_before: before.value,
      },
      'open',
    );
  return (
    <>
      <div class="setup-choices">
        <h1>{say('office.setup.title')}</h1>
        <p class="quiet">{say('office.setup.lead')}</p>
        <fieldset>
          <legend>{say('office.setup.scenario')}</legend>
          <div class="opts">
            {scenarios.map((s: Scenario) => (
              <label key={s.id} class="opt">
                <input
                  type="radio"
                  name="scenario"
                  checked={scenario.value.id === s.id}
                  onChange={() => {
                    scenario.value = s;
                    before.value = null;
                  }}
                />
                <span>
                  <b>{s.title}</b>
                  <small>{s.opening}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Before before={before} />
        <fieldset>
          <legend>{say('office.setup.length')}</legend>
          <div class="seg-opts">
            {agendas.map((a) => (
              <label key={a.id} class="opt">
                <input
                  type="radio"
                  name="agenda"
                  checked={agenda.id === a.id}
                  onChange={() => {
                    length.value = a.id;
                  }}
                />
                <span>
                  <b>{a.title}</b>
                  <small>{lasting(a)}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="pair">
          <div class="field">
            <label for="title">
              {say('office.setup.name')} <span class="faint">{say('office.setup.optional')}</span>
            </label>
            <input
              class="input"
              id="title"
              autocomplete="off"
              placeholder={scenario.value.title}
              value={title.value}
              onInput={(e) => {
                title.value = e.currentTarget.value;
              }}
            />
            <p class="aid">{say('office.setup.name_more')}</p>
          </div>
          <Least k={k} />
        </div>
      </div>
      <Summary
        scenario={scenario.value}
        agenda={agenda}
        said={said.value}
        busy={busy.value}
        open={open}
        lacks={
          before.value === null ? say('office.setup.unsaid') : before.value ? say('office.setup.another') : ''
        }
        onRehearse={() =>
          go('/facilitate/rehearse', { scenario: scenario.value.id, agenda: agenda.id }, 'rehearse')
        }
      />
    </>
  );
}

show(() => (scenarios.length ? <Setup /> : <p>{say('office.setup.none')}</p>), 'main');
