// Setting up: three choices with defaults made, and one without; the agenda draws itself to scale. Then the lobby opens.

import { Icon } from '../elements/icons.js';
import { classes, html, useEffect, useSignal } from '../helpers/html.js';
import { pageData, post } from '../helpers/post.js';
import { say, spelt } from '../helpers/say.js';
import { show } from '../helpers/show.js';
import { tidy } from '../helpers/words.js';

const LEAST = 5;
const MOST = 20;
const { scenarios } = pageData();

/** @typedef {{id: string, title: string, minutes: number, steps: {activity: string, title: string, minutes: number}[]}} Agenda */
/** @typedef {{id: string, title: string, opening: string, content_note: string, reviewed: boolean, stages: number, agendas: Agenda[]}} Scenario */

/** "90 minutes", "3 hours", "3 hours 20". @param {number} minutes */
function hours(minutes) {
  if (minutes < 120) return say('office.setup.minutes', { n: minutes });
  const [n, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest ? say('office.setup.hours_and', { n, minutes: rest }) : say('office.setup.hours', { n });
}

/** How long, and in how many steps; not said twice when the name says it. @param {Agenda} agenda */
const lasting = ({ title, minutes, steps }) => [hours(minutes), say('office.setup.steps', { n: steps.length })].filter((words) => words !== title).join(' · ');

function Setup() {
  const scenario = useSignal(/** @type {Scenario} */ (scenarios[0]));
  const length = useSignal('half');
  const k = useSignal(LEAST);
  const title = useSignal('');
  const before = useSignal(/** @type {boolean | null} */ (null)); // whether anybody here has placed this case before
  const said = useSignal('');
  const busy = useSignal('');
  useEffect(() => addEventListener('pageshow', (event) => { if (event.persisted) busy.value = ''; }), []); // Back, after it went on
  const { agendas } = scenario.value;
  const agenda = agendas.find((a) => a.id === length.value) ?? agendas[0];
  /** @param {string} path @param {object} body @param {string} which */
  const go = async (path, body, which) => {
    busy.value = which;
    said.value = '';
    const answer = await post(path, body);
    if (answer.ok) location.assign(answer.next);
    else { busy.value = ''; said.value = answer.message; }
  };
  const open = () => go('/facilitate/sessions', { scenario: scenario.value.id, agenda: agenda.id, k: k.value, title: tidy(title.value), placed_before: before.value }, 'open');
  return html`<div class="setup-choices"><h1>${say('office.setup.title')}</h1><p class="quiet">${say('office.setup.lead')}</p>
    <fieldset><legend>${say('office.setup.scenario')}</legend><div class="opts">${scenarios.map((/** @type {Scenario} */ s) => html`<label class="opt" key=${s.id}><input type="radio" name="scenario" checked=${scenario.value.id === s.id} onChange=${() => { scenario.value = s; before.value = null; }} /><span><b>${s.title}</b><small>${s.opening}</small></span></label>`)}</div></fieldset>
    <${Before} before=${before} />
    <fieldset><legend>${say('office.setup.length')}</legend><div class="seg-opts">${agendas.map((a) => html`<label class="opt" key=${a.id}><input type="radio" name="agenda" checked=${agenda.id === a.id} onChange=${() => { length.value = a.id; }} /><span><b>${a.title}</b><small>${lasting(a)}</small></span></label>`)}</div></fieldset>
    <div class="pair"><div class="field"><label for="title">${say('office.setup.name')} <span class="faint">${say('office.setup.optional')}</span></label><input class="input" id="title" autocomplete="off" placeholder=${scenario.value.title} value=${title.value} onInput=${(/** @type {any} */ e) => { title.value = e.target.value; }} /><p class="aid">${say('office.setup.name_more')}</p></div><${Least} k=${k} /></div></div>
  <${Summary} ...${{ scenario: scenario.value, agenda, said: said.value, busy: busy.value, open, lacks: before.value === null ? say('office.setup.unsaid') : before.value ? say('office.setup.another') : '' }} onRehearse=${() => go('/facilitate/rehearse', { scenario: scenario.value.id, agenda: agenda.id }, 'rehearse')} />`;
}

/** From how many people on anything is shown: never fewer than five. @param {{k: {value: number}}} props */
function Least({ k }) {
  return html`<fieldset class="least"><legend>${say('office.setup.k')}</legend><div class="stepper"><button class="button button--second" type="button" aria-label=${say('office.setup.less')} disabled=${k.value <= LEAST} onClick=${() => { k.value -= 1; }}>−</button><output aria-live="polite">${k.value}</output><button class="button button--second" type="button" aria-label=${say('office.setup.more')} disabled=${k.value >= MOST} onClick=${() => { k.value += 1; }}>+</button><span>${say('office.setup.people')}</span></div><p class="aid">${say('office.setup.k_more')}</p></fieldset>`;
}

/** The same person's placings of one case in two rooms could tell of that person. @param {{before: {value: boolean | null}}} props */
function Before({ before }) {
  return html`<fieldset><legend>${say('office.setup.before')}</legend><div class="seg-opts">${/** @type {[boolean, string][]} */ ([[false, say('office.setup.no')], [true, say('office.setup.yes')]]).map(([said, words]) => html`<label class="opt"><input type="radio" name="placed_before" required checked=${before.value === said} onChange=${() => { before.value = said; }} /><span><b>${words}</b></span></label>`)}</div>
    <p class=${before.value ? 'state state--refused' : 'aid'} role="status">${before.value ? html`<${Icon} name="refused" />${say('office.setup.another')}` : say('office.setup.before_more')}</p></fieldset>`;
}

/** @param {any} props */
function Summary({ scenario, agenda, said, busy, open, lacks, onRehearse }) {
  return html`<aside class="sheet" aria-label=${`${scenario.title}, ${agenda.title}`}><h2>${scenario.title}, ${agenda.title.toLowerCase()}</h2><p class="quiet small">${hours(agenda.minutes)} · ${say('office.setup.stages', { n: spelt(scenario.stages) })}</p>
    <ol class="to-scale">${agenda.steps.map((/** @type {any} */ s) => html`<li class=${classes(s.activity === 'break' && 'break')} style=${{ '--m': (100 * s.minutes) / agenda.minutes }}><i></i><span>${s.title}</span><small>${s.minutes} ${say('office.setup.min')}</small></li>`)}</ol>
    ${!scenario.reviewed && html`<p class="beware"><${Icon} name="refused" /><span>${say('office.setup.unreviewed')}.</span></p>`}
    <p class="beware"><${Icon} name="info" /><span>${say('office.setup.content')} ${scenario.content_note}</span></p>
    ${said && html`<p class="state state--refused" role="alert"><${Icon} name="refused" />${said}</p>`}
    ${lacks === say('office.setup.unsaid') && html`<p class="aid" id="lacks">${lacks}.</p>`}
    <button class="button button--wide button--big" type="button" disabled=${!!busy} aria-disabled=${!!lacks} aria-describedby=${lacks === say('office.setup.unsaid') ? 'lacks' : undefined} onClick=${() => !lacks && open()}>${busy === 'open' ? say('office.setup.opening') : say('office.setup.open')}</button>
    <button class="button button--plain button--wide" type="button" disabled=${!!busy} onClick=${onRehearse}><${Icon} name="play" />${busy === 'rehearse' ? say('office.starting.joining') : say('office.setup.rehearse')}</button></aside>`;
}

show(() => (scenarios.length ? html`<${Setup} />` : html`<p>${say('office.setup.none')}</p>`), 'main');
