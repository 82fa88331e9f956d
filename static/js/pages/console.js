// The facilitator's page: joins connection, keys, the next thing and the current step's view.

import { Alone } from '../console/addresses.js';
import * as board from '../console/board.js';
import { Bar, Insecure } from '../console/bar.js';
import * as pause from '../console/break.js';
import * as confidence from '../console/confidence.js';
import { Desk } from '../console/desk.js';
import * as discussion from '../console/discussion.js';
import * as formulation from '../console/formulation.js';
import { listen } from '../console/keys.js';
import { nextThing, seenSoFar, talkOf, thingBefore } from '../console/next.js';
import * as plan from '../console/plan.js';
import { Preview } from '../console/preview.js';
import { pressing } from '../console/pressing.js';
import { Private } from '../console/private.js';
import * as questions from '../console/questions.js';
import { Rail } from '../console/rail.js';
import * as reflection from '../console/reflection.js';
import { steadily } from '../console/sender.js';
import { Sheets } from '../console/sheets.js';
import { forgetTime } from '../console/time.js';
import * as welcome from '../console/welcome.js';
import { Writing } from '../console/writing.js';
import { Held } from '../console/parts.js';
import { LeftBehind, LeftLine, LeftSheet, leftOf } from '../elements/left.js';
import { Icon, Line } from '../elements/icons.js';
import { Trouble } from '../elements/trouble.js';
import { classes, computed, effect, html, signal, untracked, useEffect } from '../helpers/html.js';
import { pageData } from '../helpers/post.js';
import { say, sayEach } from '../helpers/say.js';
import { show } from '../helpers/show.js';
import { kept } from '../helpers/storage.js';
import { connect } from '../live/connection.js';
import { keptLinks } from '../live/links.js';
import { memory } from '../live/memory.js';
import { Renewing, keepUp } from '../live/renew.js';

/** @type {Record<string, any>} */
const VIEWS = { welcome, confidence, board, discussion, questions, formulation, plan, reflection, break: pause };
const data = pageData();
const connection = connect({ namespace: '/facilitator', session: data.session });
const send = steadily(connection.send);
const seen = signal(/** @type {ReadonlySet<string>} */ (new Set()));
const next = computed(() => nextThing({ parts: connection.parts.value, seen: seen.value }));

/** What is being typed at this desk lies in this browser. @param {string} session */
const deskOf = (session) => kept(`cw desk ${session}`);

/** @type {any} */
const room = {
  /** One part as it is now; views that read it are drawn again when it moves. @param {string} name */
  part: (name) => connection.parts.value[name],
  data,
  links: keptLinks(`/facilitate/${data.session}/links`, data.links),
  session: data.session,
  connection,
  /** What is being written at this desk, until it is sent. */
  memory: memory(deskOf(data.session)),
  next,
  opened: signal(''),
  said: signal(''),
  understood: signal(false),
  /** @param {string} sheet */
  open(sheet) {
    room.said.value = '';
    room.opened.value = sheet;
  },
  /** Send; a refusal is said in a sentence. @param {string} name @param {any} body */
  async post(name, body) {
    room.said.value = '';
    const ack = await send(name, body);
    if (!ack.ok) room.said.value = ack.message || say('console.unanswered');
    return ack;
  },
  /** The next thing. */
  goOn: () => room.pressed.press(),
  /** What came before, by a key. */
  goBack() {
    const before = thingBefore(connection.parts.value);
    if (before && !room.pressed.busy.value) room.post(before.name, before.body);
  },
  blank: () => room.post('session.curtain', { curtain: room.part('session').curtain === 'none' ? 'blank' : 'none' }),
};

room.pressed = pressing({ next: () => next.value, act: ({ name, body }) => room.post(name, body), open: room.open });
/** The shared explanation, saved as one types. */
room.writing = new Writing({ memory: room.memory, send: connection.send, now: (part) => room.part('formulation')?.explanation[part] });
room.unsaved = (/** @type {string} */ key) => room.writing.isUnsaved(key);
const left = signal(/** @type {import('../live/left.js').Left[]} */ ([])); // what was not sent when the session ended

const { outdated } = keepUp({ connection, session: data.session });
let talk = '';
/** Which cards have been talked about, anew with every step and every round. */
function remember() {
  const { board: shown, session } = connection.parts.value;
  if (session?.state === 'ended') over();
  const here = talkOf(connection.parts.value);
  if (here !== talk) seen.value = talk ? new Set() : seenSoFar(shown);
  talk = here;
  if (shown?.focus && !seen.value.has(shown.focus)) seen.value = new Set([...seen.value, shown.focus]);
}

/** What was being written can be copied from this page; in the browser nothing stays. */
function over() {
  if (!left.value.length) left.value = leftOf(room, true);
  room.memory.onlyHere();
  forgetTime(room.session);
}

function Console() {
  const { parts, state } = connection;
  const { agenda, session } = parts.value;
  useEffect(() => listen({ next: room.goOn, back: room.goBack, blank: () => room.part('session') && room.blank(), help: () => room.open('keys') }), []);
  if (state.value === 'gone') return html`<${Calm} ...${sayEach('console.gone')} href="/facilitate" words=${say('console.gone.home')} />`;
  if (!agenda || !session) return html`<main id="main" class="page" aria-busy="true"><p class="quiet">${say(`common.states.${state.value}`)}…</p><${Trouble} connection=${connection} /></main>`;
  if (session.state === 'ended') return html`<${Ended} />`;
  const step = agenda.steps[agenda.position];
  return html`<div class="console"><${Bar} room=${room} /><${Rail} room=${room} /><${Middle} step=${step} /><${Desk} room=${room} step=${step} /></div>
    <p class="sr" aria-live="polite">${step.title}</p><${Sheets} room=${room} />${room.opened.value === 'left' && html`<${LeftSheet} room=${room} onClose=${() => room.open('')} />`}`;
}

/** @param {{step: any}} props */
function Middle({ step }) {
  const { Console: View, isTall } = VIEWS[step.activity];
  const tall = isTall ? isTall(room) : false;
  const work = html`<section class=${classes('work', !tall && 'across')} key=${`work ${step.id}`}><${Held}><${View} room=${room} /><//></section>`;
  const own = html`<${Private} key="private" room=${room} step=${step} />`;
  return html`<main id="main" tabindex="0" class=${classes(tall && 'is-tall')}><h1 class="sr">${step.title}</h1>${outdated.value && html`<${Renewing} text=${say('common.updated')} />`}<${Trouble} connection=${connection} /><${Alone} room=${room} /><${Insecure} room=${room} />
    ${room.said.value && html`<div class="banner banner--do said" role="alert"><${Icon} name="refused" /><p>${room.said.value}</p><button class="linkish" type="button" onClick=${() => { room.said.value = ''; }}>${say('common.page.close')}</button></div>`}
    <${LeftLine} room=${room} /><${Preview} key="see" room=${room} />${tall ? [work, own] : [own, work]}</main>`;
}

/** Whoever opened the session goes on to its report; a second facilitator's part ends here. */
function Ended() {
  if (!room.data.owner) return html`<${Calm} title=${say('console.ended.title')} text=${say('console.ended.elsewhere')} href="/" words=${say('console.ended.leave')}><${LeftBehind} list=${left.value} /><//>`;
  return html`<${Calm} ...${sayEach('console.ended')} href=${`/facilitate/${room.session}/report`} words=${say('console.ended.report')}><${LeftBehind} list=${left.value} /><//>`;
}

/** @param {{title: string, text: string, href: string, words: string, children?: any}} props */
function Calm({ title, text, href, words, children = null }) {
  return html`<main id="main" class="page console-end"><${Line} /><h1>${title}</h1><p class="quiet">${text}</p>${children}<p><a class="button" href=${href}>${words}</a></p></main>`;
}

room.writing.resume();
effect(() => { if (connection.parts.value.agenda) untracked(remember); });
show(() => html`<${Console} />`);
