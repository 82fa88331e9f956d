// Whatever the views of all three roles say is a message, or was written by people: with a catalogue whose every message
// stands in brackets, nothing outside brackets has letters. Once from left to right, once from right to left.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import './dom';
import { EXAMPLES, LINKS, makeRoom, partsOf, TYPED, walk } from './stage';
import * as always from '../../static/src/phone/always';
import { isWide } from '../../static/src/phone/board/wide';
import { Ahead } from '../../static/src/console/ahead';
import * as bar from '../../static/src/console/bar';
import { Behind } from '../../static/src/console/behind';
import * as rail from '../../static/src/console/rail';
import * as desk from '../../static/src/console/desk';
import * as own from '../../static/src/console/private';
import * as sheets from '../../static/src/console/sheets';
import { give } from '../../static/src/shared/ui/say';
import { CONSOLE, PHONE, SCREEN } from './views';

Date.now = () => 1_700_000_000_000;
const PRESSES = 24;
const READ = ['aria-label', 'title', 'placeholder', 'alt'];
const english = JSON.parse(readFileSync('words/en.json', 'utf8'));
const fault = (id: string) => {
  throw new Error(`nothing is said by ${id}`);
};

/** Every text of a catalogue changed. */
const each = (found: any, change: (text: string) => string): any =>
  typeof found === 'string'
    ? change(found)
    : Array.isArray(found)
      ? found.map((text) => change(text))
      : Object.fromEntries(Object.entries(found).map(([name, inner]) => [name, each(inner, change)]));

/** What a person reads or hears of a tree. */
const read = (node: any): string =>
  node.nodeType === 3
    ? node.textContent
    : [
        ...READ.map((name) => node.getAttribute(name) && `\n${node.getAttribute(name)}\n`),
        ...[...node.childNodes].map(read),
      ]
        .filter(Boolean)
        .join('');

/** All texts in a value. */
const texts = (value: any): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(texts)
      : [];

/** What stands outside all brackets. */
function outside(said: string, open: string, close: string) {
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

/** A text as people wrote it, and as a view may begin it. */
const spellings = (text: string) => [
  text,
  text.replace('https://', ''),
  text.charAt(0).toUpperCase() + text.slice(1),
  text.charAt(0).toLowerCase() + text.slice(1),
];

async function saysMessages(
  view: any,
  example: any,
  role: string,
  [open, close]: [open: string, close: string],
) {
  const written = [...texts(example.parts), ...texts(example.only), ...texts(LINKS), TYPED, 'K7M', '4QX']
    .flatMap(spellings)
    .filter((text) => /\p{L}/u.test(text));
  const ours = [...new Set(written)].sort((a, b) => b.length - a.length);
  const props =
    role === 'screen'
      ? { parts: partsOf(example, 'screen'), links: LINKS }
      : { room: makeRoom(example, role, []) };
  let seen = 0;
  await walk(view, props, {
    most: PRESSES,
    each: (root: any) => {
      const said = read(root);
      const left = ours.reduce((rest, text) => rest.replaceAll(text, ' '), outside(said, open, close));
      assert.doesNotMatch(left, /\p{L}/u, said);
      if (said.includes(open)) seen += 1;
    },
  });
  return seen;
}

/** What stands around every step on a phone. */
const OnPhone = ({ room }: { room: any }) => (
  <>
    <always.Always room={room} />
    <always.Sheets room={room} />
  </>
);
/** Every step, looked at ahead. */
const Looks = ({ room }: { room: any }) =>
  room.part('agenda').steps.map((step: any) => <Ahead key={step.id} room={room} step={step} />);
/** And on a console. */
const OnConsole = ({ room }: { room: any }) => (
  <>
    <bar.Bar room={room} />
    <bar.Insecure room={room} />
    <rail.Rail room={room} />
    <Behind room={room} />
    <desk.Desk room={room} step={room.part('agenda').steps[room.part('agenda').position]} />
    <own.Private room={room} step={room.part('agenda').steps[room.part('agenda').position]} />
    <sheets.Sheets room={room} />
  </>
);

for (const [language, dir, open, close] of [
  ['en-XA', 'ltr', '⟦', '⟧'],
  ['ar-XB', 'rtl', '\u2067', '\u2069'],
]) {
  for (const { activity, rooms } of EXAMPLES.filter(({ activity: a }) => a !== 'session')) {
    for (const example of rooms) {
      test(`${language}: ${activity}, ${example.name}`, async () => {
        Object.assign(document.documentElement, { lang: language, dir });
        give(
          each(english, (text) => `${open}${text}${close}`),
          language,
          fault,
        );
        const [phone, screen, desks] = [PHONE[activity], SCREEN[activity], CONSOLE[activity]];
        const views: [any, string][] = [
          [phone.Delegate, 'delegate'],
          [OnPhone, 'delegate'],
          [screen.Screen, 'screen'],
          [desks.Console, 'facilitator'],
          [OnConsole, 'facilitator'],
          ...(activity === 'welcome' ? ([[Looks, 'facilitator']] as [any, string][]) : []),
        ];
        let seen = 0;
        for (const [view, role] of views) seen += await saysMessages(view, example, role, [open, close]);
        assert.ok(seen > views.length - 2);
        if (!example.parts.board) return;
        isWide.value = true;
        await saysMessages(phone.Delegate, example, 'delegate', [open, close]).finally(() => {
          isWide.value = false;
        });
      });
    }
  }
}
