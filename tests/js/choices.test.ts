// What is chosen for a session: defaults, cards in the case study's order, what new information brings with it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  agendaOf,
  askedIn,
  byRegion,
  informed,
  placeOf,
  toggled,
  tomorrow,
  unplaced,
} from '../../static/src/office/choices';
import type { Agenda, Scenario } from '../../static/src/office/choices';

const step = (activity: string, asks: Agenda['steps'][0]['asks'] = null) => ({
  activity,
  title: activity,
  minutes: 5,
  asks,
});
const HALF: Agenda = {
  id: 'half',
  title: 'Half day',
  minutes: 15,
  steps: [
    step('welcome'),
    step('board', { cards: ['a', 'b'], information: null }),
    step('board', { cards: ['b', 'c'], information: 'i1' }),
  ],
};
const SHORT: Agenda = { ...HALF, id: 'ninety' };
const CASE: Scenario = {
  id: 'case',
  title: 'A case',
  opening: '',
  content_note: '',
  reviewed: true,
  stages: 5,
  cards: ['a', 'b', 'c'].map((id) => ({ id, text: id })),
  information: [
    { id: 'i1', text: 'One', cards: ['b', 'c'] },
    { id: 'i2', text: 'Two', cards: ['a'] },
  ],
  agendas: [SHORT, HALF],
};

test('an agenda is the one that is named, else half a day, else the first', () => {
  assert.equal(agendaOf(CASE, 'ninety'), SHORT);
  assert.equal(agendaOf(CASE, ''), HALF);
  assert.equal(agendaOf({ ...CASE, agendas: [SHORT] }, 'none'), SHORT);
});

test('a step asks what was chosen, else what its template says', () => {
  assert.deepEqual(askedIn(HALF, 1, {}), { cards: ['a', 'b'], information: null });
  const chosen = { cards: ['c'], information: null };
  assert.equal(askedIn(HALF, 1, { 1: chosen }), chosen);
  assert.equal(askedIn(HALF, 0, {}), null);
});

test('cards come in the case study’s order, and the last one stays', () => {
  const asked = { cards: ['c'], information: null };
  assert.deepEqual(toggled(CASE, asked, 'a').cards, ['a', 'c']);
  assert.deepEqual(toggled(CASE, { ...asked, cards: ['a', 'c'] }, 'c').cards, ['a']);
  assert.equal(toggled(CASE, asked, 'c'), asked);
});

test('new information brings the cards that it opens again', () => {
  assert.deepEqual(informed(CASE, 'i2'), { cards: ['a'], information: 'i2' });
});

test('a card that no step before has asked is placed there for the first time', () => {
  assert.deepEqual(unplaced(HALF, 2, {}), ['c']);
  assert.deepEqual(unplaced(HALF, 2, { 1: { cards: ['a', 'c'], information: null } }), ['b']);
  assert.deepEqual(unplaced(HALF, 1, {}), ['a', 'b']);
});

test('tomorrow is the day after, also at the end of a year', () => {
  assert.equal(tomorrow(new Date(2026, 10, 26, 23, 59)), '2026-11-27');
  assert.equal(tomorrow(new Date(2026, 11, 31)), '2027-01-01');
});

test('time zones stand by region, each by its place, and the one that is chosen is always there', () => {
  const zones = ['America/Argentina/Ushuaia', 'America/New_York', 'Europe/London'];
  assert.deepEqual(byRegion(zones, 'Europe/London'), [
    ['America', ['America/Argentina/Ushuaia', 'America/New_York']],
    ['Europe', ['Europe/London']],
  ]);
  assert.deepEqual(byRegion(zones, 'UTC')[0], ['UTC', ['UTC']]);
  assert.deepEqual(zones.map(placeOf), ['Ushuaia, Argentina', 'New York', 'London']);
  assert.equal(placeOf('UTC'), 'UTC');
});
