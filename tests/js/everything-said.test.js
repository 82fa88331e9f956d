// Whatever the views of all three roles say is a message, or was written by people: with a catalogue whose every message
// stands in brackets, nothing outside brackets has letters. Once from left to right, once from right to left.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { install } from './fake-dom.mjs';
import { EXAMPLES, LINKS, TYPED, makeRoom, partsOf, walk } from './stage.mjs';

install();
Date.now = () => 1_700_000_000_000;
const js = (/** @type {string} */ path) => import(new URL(`../../static/js/${path}`, import.meta.url).href);
const [html, { memory }, { Outbox }, { Occasions }, { nextThing }, always, { isWide }, bar, rail, desk, own, sheets, { Writing }, { give }, { Insecure }] = await Promise.all([
  'helpers/html.js', 'live/memory.js', 'live/outbox.js', 'live/occasions.js', 'console/next.js', 'elements/always.js', 'activities/board/wide.js', 'console/bar.js', 'console/rail.js', 'console/desk.js', 'console/private.js', 'console/sheets.js', 'console/writing.js', 'helpers/say.js', 'console/bar.js',
].map(js));
const lib = { ...html, memory, nextThing, Outbox, Occasions, Writing };
const PRESSES = 24;
const READ = ['aria-label', 'title', 'placeholder', 'alt'];
const english = JSON.parse(readFileSync(new URL('../../words/en.json', import.meta.url), 'utf8'));
const fault = (/** @type {string} */ id) => { throw new Error(`nothing is said by ${id}`); };

/** Every text of a catalogue changed. @param {any} found @param {(text: string) => string} change @returns {any} */
const each = (found, change) => (typeof found === 'string' ? change(found) : Array.isArray(found) ? found.map((text) => change(text))
  : Object.fromEntries(Object.entries(found).map(([name, inner]) => [name, each(inner, change)])));

/** What a person reads or hears of a tree. @param {any} node @returns {string} */
const read = (node) => (node.nodeType === 3 ? node.textContent
  : [...READ.map((name) => node.held[name] && `\n${node.held[name]}\n`), ...node.childNodes.map(read)].filter(Boolean).join(''));

/** All texts in a value. @param {any} value @returns {string[]} */
const texts = (value) => (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : []);

/** What stands outside all brackets. @param {string} said @param {string} open @param {string} close */
function outside(said, open, close) {
  let depth = 0;
  let kept = '';
  for (const char of said) {
    if (char === open) depth += 1;
    else if (char === close) depth -= 1;
    else if (!depth) kept += char;
    assert.ok(depth >= 0, said);
  }
  assert.equal(depth, 0, said);
  return kept;
}

/** A text as people wrote it, and as a view may begin it. @param {string} text */
const spellings = (text) => [text, text.replace('https://', ''), text.charAt(0).toUpperCase() + text.slice(1), text.charAt(0).toLowerCase() + text.slice(1)];

/** @param {any} view @param {any} example @param {string} role @param {[open: string, close: string]} brackets */
async function saysMessages(view, example, role, [open, close]) {
  const written = [...texts(example.parts), ...texts(example.only), ...texts(LINKS), TYPED, 'K7M', '4QX'].flatMap(spellings).filter((text) => /\p{L}/u.test(text));
  const ours = [...new Set(written)].sort((a, b) => b.length - a.length);
  const props = role === 'screen' ? { parts: partsOf(example, 'screen'), links: LINKS } : { room: makeRoom(lib, example, role, []) };
  let seen = 0;
  await walk(lib, view, props, { most: PRESSES, each: (/** @type {any} */ root) => {
    const said = read(root);
    const left = ours.reduce((rest, text) => rest.replaceAll(text, ' '), outside(said, open, close));
    assert.doesNotMatch(left, /\p{L}/u, said);
    if (said.includes(open)) seen += 1;
  } });
  return seen;
}

/** What stands around every step on a phone. @param {{room: any}} props */
const OnPhone = ({ room }) => html.html`<${always.Always} room=${room} /><${always.Sheets} room=${room} />`;
/** And on a console. @param {{room: any}} props */
const OnConsole = ({ room }) => html.html`<${bar.Bar} room=${room} /><${Insecure} room=${room} /><${rail.Rail} room=${room} />
  <${desk.Desk} room=${room} step=${room.part('agenda').steps[room.part('agenda').position]} />
  <${own.Private} room=${room} step=${room.part('agenda').steps[room.part('agenda').position]} /><${sheets.Sheets} room=${room} />`;

for (const [language, dir, open, close] of [['en-XA', 'ltr', '⟦', '⟧'], ['ar-XB', 'rtl', '\u2067', '\u2069']]) {
  for (const { activity, rooms } of EXAMPLES.filter(({ activity: a }) => a !== 'session')) {
    for (const example of rooms) {
      test(`${language}: ${activity}, ${example.name}`, async () => {
        Object.assign(document.documentElement, { lang: language, dir });
        give(each(english, (text) => `${open}${text}${close}`), language, fault);
        const [phone, screen, desks] = await Promise.all([js(`activities/${activity}.js`), js(`screen/${activity}.js`), js(`console/${activity}.js`)]);
        const views = [[phone.Delegate, 'delegate'], [OnPhone, 'delegate'], [screen.Screen, 'screen'], [desks.Console, 'facilitator'], [OnConsole, 'facilitator']];
        let seen = 0;
        for (const [view, role] of views) seen += await saysMessages(view, example, role, [open, close]);
        assert.ok(seen > views.length - 2);
        if (!example.parts.board) return;
        isWide.value = true;
        await saysMessages(phone.Delegate, example, 'delegate', [open, close]).finally(() => { isWide.value = false; });
      });
    }
  }
}
