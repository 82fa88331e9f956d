// Confidence, one item at a time: 0 to 10, or skip. At the end "now" comes before "looking back".

import { BackButton, Numbers, SendState, Steps, Top } from '../elements/phone.js';
import { html, useSignal } from '../helpers/html.js';
import { TEXT } from '../helpers/text.js';

const T = TEXT.confidence;
const TENS = Array.from({ length: 11 }, (_, i) => i);

/** @param {{room: any}} props */
export function Delegate({ room }) {
  const part = room.part('confidence');
  const at = useSignal(0);
  if (!part || part.state !== 'open') return html`<${Top} title="" /><main id="main" tabindex="-1"><h1>${T.doneTitle}</h1><p class="quiet lead">${T.closed} ${part?.few ? T.few(room.part('session').k) : T.counted}</p></main>`;
  const item = part.items[at.value];
  if (!item) return html`<${Top} title="" /><main id="main" tabindex="-1"><h1>${T.doneTitle}</h1><p class="quiet lead">${T.done}</p><button class="button button--second" type="button" onClick=${() => { at.value = 0; }}>${T.change}</button></main>`;
  const mine = answers(room, part.round)[item.id] ?? {};
  const asks = part.asking === 'after' ? ['now', 'looking_back'] : ['now'];
  /** @param {string} asked @param {number | null} value */
  const say = (asked, value) => {
    const all = answers(room, part.round);
    room.memory.note(`confidence ${part.round}`, { ...all, [item.id]: { ...all[item.id], [asked]: value } });
    room.post('confidence.answer', { round: part.round, item: item.id, asked, value }, { about: `${part.round} ${item.id} ${asked}`, round: part.round });
  };
  return html`<${Top} left=${at.value > 0 ? html`<${BackButton} onClick=${() => { at.value -= 1; }} />` : null} title="" />
    <${Steps} of=${part.items.length} at=${at.value} done=${(/** @type {number} */ i) => !!answers(room, part.round)[part.items[i].id]} />
    <main id="main" tabindex="-1">${part.reopens && html`<p class="state" role="status">${T.again}</p>`}<p class="eyebrow">${T.title(at.value + 1, part.items.length)}</p><h1>${item.text}</h1>
    ${asks.map((asked) => html`${asks.length > 1 && html`<h2>${asked === 'now' ? T.now : T.back}</h2>`}<${Numbers} key=${item.id + asked} name=${asked === 'now' ? T.now : T.back} values=${TENS} chosen=${mine[asked] ?? null} onChoose=${(/** @type {number} */ v) => say(asked, v)}><button class="skip" type="button" onClick=${() => say(asked, null)}>${TEXT.skip}</button><//>`)}
    <div class="ends"><span>${T.low}</span><span>${T.high}</span></div>
    <${SendState} operation=${room.outbox.stateOf(`${part.round} ${item.id} now`)} sent=${TEXT.sentShort} />
    <p class="small quiet">${T.kept}</p>
    <div class="end"><button class="button button--wide" type="button" onClick=${() => { at.value += 1; }}>${at.value + 1 < part.items.length ? TEXT.next : TEXT.done}</button></div></main>`;
}

/** What this phone has said; else what the server holds for it. @param {any} room @param {string} round @returns {Record<string, any>} */
function answers(room, round) {
  const own = room.part('own_confidence');
  return room.memory.held.value.kept[`confidence ${round}`] ?? (own?.round === round ? own.answers : {});
}
