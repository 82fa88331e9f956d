// Setting up: choices with defaults made; the agenda draws itself to scale. Then the lobby opens, or it is kept for later.
// The same page changes a draft, and of a running session what it still can take.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../shared/ui/icons';
import { pageData, post } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { Sure } from '../shared/ui/sure';
import { tidy } from '../shared/ui/words';
import { agendaOf, LEAST, tomorrow } from './choices';
import type { Agenda, Page, Scenario, Steps } from './choices';
import { PlacedBefore } from './opening';
import { Case, Field, Length } from './setup-fields';
import { Least, Rules, Summary, Zone } from './setup-parts';
import { StepChoices } from './setup-steps';

const page: Page = pageData();
const here = page.session ? `/facilitate/${page.session}` : '';

/** Everything that is chosen, as signals, and as it is sent. */
function useChoices() {
  const { chosen } = page;
  const scenario = useSignal(page.scenarios.find((s) => s.id === page.first) ?? page.scenarios[0]);
  const length = useSignal(chosen?.agenda ?? '');
  const k = useSignal(chosen?.k ?? LEAST);
  const title = useSignal(chosen?.title ?? '');
  const rules = useSignal(chosen?.rules ?? []);
  const steps = useSignal<Steps>(chosen?.steps ?? {});
  const day = useSignal(chosen?.day ?? tomorrow());
  const zone = useSignal(chosen?.zone ?? page.zone);
  const agenda = agendaOf(scenario.value, length.value);
  return {
    scenario,
    agenda,
    k,
    title,
    rules,
    steps,
    day,
    zone,
    choose(next: Scenario, of: Agenda = agendaOf(next, agenda.id)) {
      if (next !== scenario.value || of !== agenda) steps.value = {};
      scenario.value = next;
      length.value = of.id;
    },
    sent: () => ({
      scenario: scenario.value.id,
      agenda: agenda.id,
      k: k.value,
      title: tidy(title.value),
      rules: rules.value.map((rule) => tidy(rule)).filter(Boolean),
      steps: steps.value,
      zone: zone.value,
    }),
  };
}

function Setup() {
  const choices = useChoices();
  const { scenario, agenda } = choices;
  const said = useSignal('');
  const busy = useSignal('');
  const asking = useSignal(false);
  useEffect(
    () =>
      addEventListener('pageshow', (event) => {
        if (event.persisted) busy.value = '';
      }),
    [],
  ); // Back, after it went on
  /** Posts one after the other, and goes where the last one says. */
  const go = async (which: string, ...posts: [string, object][]) => {
    busy.value = which;
    said.value = '';
    let next = '';
    for (const [path, body] of posts) {
      const answer = await post(path, body);
      if (!answer.ok) {
        busy.value = '';
        said.value = answer.message;
        return;
      }
      next = answer.next;
    }
    location.assign(next);
  };
  const draft: [string, object] = [`${here}/setup`, { ...choices.sent(), day: choices.day.value }];
  const open = () =>
    page.state === 'draft'
      ? go('open', draft, [`${here}/open`, { placed_before: false }])
      : page.state === 'running'
        ? go('save', [`${here}/setup`, { ...choices.sent(), placed_before: false }])
        : go('open', ['/facilitate/sessions', { ...choices.sent(), placed_before: false }]);
  const save = () => {
    if (page.state === 'new')
      return go('save', ['/facilitate/drafts', { ...choices.sent(), day: choices.day.value }]);
    if (page.state === 'draft') return go('save', draft);
    asking.value = scenario.value.id !== page.chosen?.scenario;
    return asking.value ? undefined : go('save', [`${here}/setup`, choices.sent()]);
  };
  const running = page.state === 'running';
  return (
    <>
      <div class="setup-choices">
        <h1>{say(`office.setup.head.${page.state}`)}</h1>
        <p class="quiet">{say(page.begun ? 'office.setup.begun' : `office.setup.lead.${page.state}`)}</p>
        {!page.begun && (
          <>
            <Case scenarios={page.scenarios} scenario={scenario.value} onChoose={choices.choose} />
            <Length
              scenario={scenario.value}
              agenda={agenda}
              onChoose={(next) => choices.choose(scenario.value, next)}
            />
            <StepChoices scenario={scenario.value} agenda={agenda} steps={choices.steps} />
          </>
        )}
        <div class="setup-more">
          <Rules rules={choices.rules} />
        </div>
        <div class="pair">
          <Field id="title" label={say('office.setup.name')} aid={say('office.setup.name_more')}>
            <input
              class="input"
              id="title"
              autocomplete="off"
              placeholder={scenario.value.title}
              value={choices.title.value}
              onInput={(e) => {
                choices.title.value = e.currentTarget.value;
              }}
            />
          </Field>
          {!running && (
            <Field id="day" label={say('office.setup.day')} aid={say('office.setup.day_more')}>
              <input
                class="input"
                id="day"
                type="date"
                value={choices.day.value}
                onInput={(e) => {
                  choices.day.value = e.currentTarget.value;
                }}
              />
            </Field>
          )}
          {!running && <Least k={choices.k} />}
          {!running && <Zone zones={page.zones} zone={choices.zone} />}
        </div>
      </div>
      <Summary scenario={scenario.value} agenda={agenda} said={asking.value ? '' : said.value}>
        <Ways
          busy={busy.value}
          onOpen={() => {
            asking.value = true;
          }}
          onSave={save}
          onRehearse={() => go('rehearse', ['/facilitate/rehearse', choices.sent()])}
          onAway={() => go('away', [`${here}/forget`, {}])}
        />
      </Summary>
      {asking.value && (
        <PlacedBefore
          yes={running ? say('office.setup.change_case') : say('office.setup.before_no')}
          said={said.value}
          busy={!!busy.value}
          onGo={open}
          onClose={() => {
            asking.value = false;
          }}
        />
      )}
    </>
  );
}

/** The ways on: to open it, to keep it, to rehearse it, to give it up. */
function Ways({
  busy,
  onOpen,
  onSave,
  onRehearse,
  onAway,
}: {
  busy: string;
  onOpen: () => void;
  onSave: () => void;
  onRehearse: () => void;
  onAway: () => void;
}) {
  const save = say(`office.setup.save.${page.state}`);
  if (page.state === 'running')
    return (
      <button class="button button--wide button--big" type="button" disabled={!!busy} onClick={onSave}>
        {save}
      </button>
    );
  return (
    <>
      <button class="button button--wide button--big" type="button" disabled={!!busy} onClick={onOpen}>
        {say('office.setup.open')}
      </button>
      <button class="button button--second button--wide" type="button" disabled={!!busy} onClick={onSave}>
        {save}
      </button>
      <button class="button button--plain button--wide" type="button" disabled={!!busy} onClick={onRehearse}>
        <Icon name="play" />
        {busy === 'rehearse' ? say('office.starting.joining') : say('office.setup.rehearse')}
      </button>
      {page.state === 'draft' && (
        <Sure
          words={say('office.setup.away')}
          sure={say('office.setup.away_sure')}
          yes={say('office.setup.away_yes')}
          no={say('office.setup.away_no')}
          onYes={onAway}
        />
      )}
    </>
  );
}

show(() => (page.scenarios.length ? <Setup /> : <p>{say('office.setup.none')}</p>), 'main');
