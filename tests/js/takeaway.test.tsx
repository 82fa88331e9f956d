// What somebody takes with them: made of this phone's memory, with one's own placings only where that was asked for.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all, element, happens, settle } from './dom';
import './english';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { Taking } from '../../static/src/phone/reflection/takeaway';
import { moves, movedWords, pathWords } from '../../static/src/phone/reflection/moves';
import { Paper } from '../../static/src/phone/reflection/paper';
import { takeaway } from '../../static/src/phone/reflection/parts';
import { file } from '../../static/src/phone/reflection/saving';
import { remembering, seen } from '../../static/src/phone/reflection/seen';
import { EXAMPLES, makeRoom } from './stage';
import type { Sent } from './stage';

const HOSTILE = '</style></title><img src=x onerror=alert(1)><script>alert(2)</script>';
const exampleOf = (activity: string, name: string) =>
  EXAMPLES.find((e) => e.activity === activity)?.rooms.find((r) => r.name === name) as any;
const LAST = exampleOf('reflection', "open, with words of one's own");
const BOARD = exampleOf('board', 'shown').parts.board;
const SCALE = BOARD.scale;
const [LOW, , MIDDLE, HIGH] = SCALE.stages.map((s: any) => s.id);
const CASE = {
  ...LAST.parts.case,
  cards: ['c1', 'c2', 'c3'].map((id) => ({ id, short: `Card ${id}` })),
};
const PLAN = {
  actions: [{ target: 'safety', action: `Talk today ${HOSTILE}`, who: 'Form tutor', by_when: 'Today' }],
  signs: [{ side: 'up', text: 'It comes again', who: '' }],
};
const said = (stage: string | null, more: object = {}) => ({
  stage,
  missing: [],
  reasons: [],
  certainty: null,
  skipped: false,
  ...more,
});
const SKIPPED = said(null, { skipped: true });
const DAYS = { today: new Date(2026, 10, 24), later: new Date(2027, 0, 5) };

/** A phone at the end of a session, with what it placed. */
function phone(sent: Sent[] = []) {
  const room: any = makeRoom({ ...LAST, parts: { ...LAST.parts, case: CASE } }, 'delegate', sent);
  room.memory.place('r2', 'c1', said(MIDDLE));
  room.memory.place('r10', 'c1', said(HIGH));
  room.memory.place('r2', 'c2', said(null));
  room.memory.place('r10', 'c2', SKIPPED);
  room.memory.place('r2', 'c3', SKIPPED);
  room.memory.place('r1', 'warm', said(LOW));
  room.memory.note('seen', { scale: SCALE, ...PLAN, sentences: [['because', `So ${HOSTILE}`]] });
  room.memory.note('will_do', 'Ask our lead');
  return room;
}

const saved = (room: any, mine: boolean) =>
  file('My takeaway', <Paper of={takeaway(room)} mine={mine} {...DAYS} />);

// ---------------------------------------------------------------- own placings

test('a card has the place of its first round and that of its last, by the number of the round', () => {
  const room = phone();
  assert.deepEqual(moves(room.memory.held.value, CASE), [
    { card: 'c1', name: 'Card c1', stage: { first: MIDDLE, last: HIGH, times: 2 }, level: null },
    { card: 'c2', name: 'Card c2', stage: { first: null, last: null, times: 1 }, level: null },
  ]);
});

test('one’s own place that is not counted is one’s own all the same, and so is what one would do', () => {
  const placed = { r1: { c1: said(LOW, { own: true, response: { level: 'targeted' } }) } };
  assert.deepEqual(moves({ rounds: placed }, CASE)[0], {
    card: 'c1',
    name: 'Card c1',
    stage: { first: LOW, last: LOW, times: 1 },
    level: { first: 'targeted', last: 'targeted', times: 1 },
  });
});

test('how it moved is said in words', () => {
  const [low, high] = SCALE.ends;
  const words = (first: string | null, last: string | null, times = 2) =>
    movedWords(SCALE, { first, last, times }, 'Need to know more');
  assert.equal(words(MIDDLE, HIGH), `moved one towards ${high}`);
  assert.equal(words(HIGH, LOW), `moved three towards ${low}`);
  assert.deepEqual([words(LOW, LOW), words(LOW, LOW, 1)], ['stayed', 'placed once']);
  assert.equal(words(LOW, null), 'moved to need to know more');
  assert.equal(words(null, LOW), 'moved from need to know more');
  const path = pathWords(SCALE, { first: null, last: HIGH, times: 2 }, 'Need to know more');
  assert.equal(path, `First need to know more, last ${SCALE.stages[3].name.toLowerCase()}.`);
});

// ---------------------------------------------------------------- what the phone was shown

test('what was shown stays as it was last, and what is not of the case never comes in', () => {
  const room: any = phone();
  room.memory.note('seen', {});
  const parts = signal<any>({ session: { state: 'running' }, case: CASE });
  room.part = (name: string) => parts.value[name];
  const stop = remembering(room);
  const show = (more: object) => {
    parts.value = { session: { state: 'running' }, case: CASE, ...more };
  };
  show({ board: { scale: { id: 'warm' }, second: null, cards: [{ id: 'warm' }] } });
  assert.deepEqual(seen(room), {});
  show({ board: { scale: SCALE, second: null, cards: [{ id: 'c1' }] } });
  show({ plan: { ...PLAN, signs: [] } });
  show({ plan: { ...PLAN, nudges: [] } });
  show({ formulation: { explanation: { because: { text: 'So' }, eased: { text: '' } } } });
  assert.deepEqual(seen(room), { scale: SCALE, ...PLAN, sentences: [['because', 'So']] });
  parts.value = { session: { state: 'ended' }, case: CASE, plan: { actions: [], signs: [] } };
  assert.deepEqual(seen(room).actions, PLAN.actions);
  stop();
});

test('what was hidden or put otherwise while this phone was away goes at the end', () => {
  const room = phone();
  const sentences = [{ part: 'because', text: 'In other words' }];
  const keepsake = { actions: [], signs: [], sentences };
  const parts = signal<any>({ session: { state: 'running' }, case: CASE, keepsake });
  room.part = (name: string) => parts.value[name];
  const stop = remembering(room);
  const { actions, signs, sentences: now, scale } = seen(room);
  assert.deepEqual([actions, signs, now], [[], [], [['because', 'In other words']]]);
  assert.deepEqual(scale, SCALE);
  stop();
});

test('the plan stands by whom it is for, as the plan itself has them, whichever came first', () => {
  const room = phone();
  const of = (target: string) => ({ target, action: target, who: '', by_when: '' });
  room.memory.note('seen', { actions: ['environment', 'safety', 'family', 'safety', 'harmed'].map(of) });
  const order = ['Immediate safety', 'Those harmed', 'Family', 'The wider'];
  const html = saved(room, false);
  const at = order.map((name) => html.search(new RegExp(`<dt>${name}`)));
  assert.ok(!at.includes(-1));
  const sorted = [...at].sort((a, b) => a - b);
  assert.deepEqual(at, sorted);
});

// ---------------------------------------------------------------- the file

test('one’s own placings are in no file and no print unless they are asked for', () => {
  const room = phone();
  const words = /Card c1|moved one|First |My placings|placed once/;
  assert.doesNotMatch(saved(room, false), words);
  assert.match(saved(room, true), words);
  assert.match(saved(room, true), /moved one towards/);
});

test('a file leads nowhere and runs nothing, whatever people wrote', () => {
  const html = saved(phone(), true);
  assert.doesNotMatch(html, /<img|<script|<link|<iframe|<object|<[^>]*\s(src|href)=|url\(|@import/);
  assert.equal(html.match(/<\/style>/g)?.length, 1);
  assert.equal(html.match(/<\/title>/g)?.length, 1);
  assert.match(html, /Talk today &lt;\/style&gt;&lt;\/title&gt;&lt;img src=x onerror=alert\(1\)&gt;/);
  assert.match(html, /default-src 'none'/);
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en[^"]*"[^>]*><head><meta charset="utf-8">/);
});

test('a file holds no code, no link to the room and nothing of the server', () => {
  const room = phone();
  const { code } = room.part('session');
  const html = saved(room, true);
  assert.ok(code.length > 4);
  for (const one of [code, 'workshop.example', 'w.example'])
    assert.ok(!html.toLowerCase().includes(one.toLowerCase()), one);
});

test('it says what the stages mean, the plan, the explanation, support and the one thing', () => {
  const html = saved(phone(), false);
  for (const stage of SCALE.stages) assert.ok(html.includes(stage.definition), stage.id);
  for (const words of ['Ask our lead', 'Form tutor · Today', 'It comes again', 'Immediate safety', 'So &lt;'])
    assert.ok(html.includes(words), words);
  for (const { title } of LAST.parts.session.resources) assert.ok(html.includes(title), title);
});

// ---------------------------------------------------------------- the page

async function page(room: any) {
  const root = element('div');
  render(<Taking room={room} />, root);
  await settle();
  const press = async (words: string) => {
    const found = all(root).filter((e) => e.localName === 'button' && e.textContent === words);
    happens(found[0], 'click');
    await settle();
  };
  const tick = async (words: string) => {
    const label = all(root).find((e) => e.localName === 'label' && e.textContent.startsWith(words));
    const box = label.querySelector('input');
    box.checked = !box.checked;
    happens(box, 'change');
    await settle();
  };
  return { root, press, tick, away: () => render(null, root) };
}

/** Name and text of what the page offers to save, and what it let go of. No minute is waited for. */
function saves(t: any) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const found: { name: string; blob: Blob }[] = [];
  const [blobs, gone]: [Blob[], string[]] = [[], []];
  (globalThis as any).URL.revokeObjectURL = (url: string) => gone.push(url);
  (globalThis as any).URL.createObjectURL = (blob: Blob) => `blob:${blobs.push(blob) - 1}`;
  const proto = Object.getPrototypeOf(document.createElement('a'));
  proto.click = function (this: any) {
    found.push({ name: this.download, blob: blobs[Number(this.href.split(':').pop())] });
  };
  return { found, gone };
}

test('nothing that the page does is sent', async (t) => {
  const sent: Sent[] = [];
  const { found } = saves(t);
  const { press, tick, away } = await page(phone(sent));
  for (const words of ['Save', 'Calendar']) await press(words);
  await tick('Put my placings');
  await press('Save');
  away();
  assert.deepEqual(sent, []);
  assert.deepEqual(
    found.map((f) => f.name),
    ['takeaway.html', 'six-weeks-on.ics', 'takeaway.html'],
  );
  const texts = await Promise.all(found.map((f) => f.blob.text()));
  assert.deepEqual(
    [texts[0], texts[2]].map((t) => t.includes('Card c1')),
    [false, true],
  );
});

test('a file stays until a slow browser has asked where to put it, and then goes', async (t) => {
  const { gone } = saves(t);
  const { press, away } = await page(phone());
  await press('Save');
  away();
  (t as any).mock.timers.tick(59_999);
  assert.deepEqual(gone, []);
  (t as any).mock.timers.tick(1);
  assert.deepEqual(gone, ['blob:0']);
});

test('the calendar says nothing of what it is about unless that is ticked', async (t) => {
  const { found } = saves(t);
  const { press, tick, away } = await page(phone());
  await press('Calendar');
  await tick('Put my words');
  await press('Calendar');
  away();
  const [bare, own] = await Promise.all(found.map((f) => f.blob.text()));
  const { scenario_title: title, code } = LAST.parts.session;
  for (const one of [title, code, 'Ask our lead', 'harm', 'behaviour']) assert.ok(!bare.includes(one), one);
  assert.match(own, /Ask our lead/);
});

test('boxes are off whenever the page is opened, and what is on paper follows them', async () => {
  const room = phone();
  const first = await page(room);
  const onPaper = ({ root }: { root: any }) => root.querySelector('.on-paper').textContent;
  assert.ok(first.root.textContent.includes('Card c1'));
  assert.ok(!onPaper(first).includes('Card c1'));
  await first.tick('Put my placings');
  assert.ok(onPaper(first).includes('Card c1'));
  first.away();
  const second = await page(room);
  assert.deepEqual(
    [...second.root.querySelectorAll('input')].map((i: any) => i.checked),
    [false, false],
  );
  second.away();
});
