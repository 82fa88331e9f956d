// The workshop's now on every page: devices that are fast or slow, that are set, that slept; frames that lay somewhere.

import assert from 'node:assert/strict';
import test from 'node:test';
import './dom';
import { Clock, clock } from '../../static/src/shared/live/clock';
import { EXAMPLES, makeRoom, walk } from './stage';
import { Time } from '../../static/src/console/time';
import { TimeWords, until } from '../../static/src/screen/time';
import { waitsFor } from '../../static/src/console/waits';

const T = 1_764_121_296; // the workshop's seconds

/** A device: `pass` seconds, `set` its clock, `sleep` without a steady clock that goes on. */
function device(wrong: number) {
  let [steady, wall] = [7, T + wrong];
  const made = new Clock({ steady: () => steady, wall: () => wall });
  let asked = 0;
  made.ask = () => {
    asked += 1;
  };
  return {
    clock: made,
    asked: () => asked,
    pass(s: number) {
      steady += s;
      wall += s;
    },
    set(s: number) {
      wall += s;
    },
    sleep(s: number) {
      wall += s;
    },
  };
}

for (const wrong of [0, 300, -300, 86_400 * 400]) {
  test(`a device that is ${wrong} s wrong shows what the workshop's clock says`, () => {
    const { clock: its, pass, asked } = device(wrong);
    its.heard(T);
    pass(60);
    assert.equal(its.now(), T + 60);
    assert.equal(asked(), 0);
  });

  test(`a clock that is set by ${wrong || 90} s in between changes nothing, and the workshop is asked once`, () => {
    const { clock: its, pass, set, asked } = device(0);
    its.heard(T);
    pass(10);
    set(wrong || 90);
    for (let tick = 0; tick < 5; tick += 1, pass(1)) assert.equal(its.now(), T + 10 + tick);
    assert.equal(asked(), 1);
    its.heard(T + 15);
    pass(30);
    assert.deepEqual([its.now(), asked()], [T + 45, 1]);
  });
}

test('a device that slept asks, and knows it again with the next frame', () => {
  const { clock: its, pass, sleep, asked } = device(-300);
  its.heard(T);
  sleep(600);
  its.now();
  assert.equal(asked(), 1);
  its.heard(T + 600);
  pass(5);
  assert.equal(its.now(), T + 605);
});

test('it asks again when it is not answered, and not at every tick', () => {
  const { clock: its, pass, set, asked } = device(0);
  its.heard(T);
  set(100);
  for (let tick = 0; tick < 25; tick += 1, pass(1)) its.now();
  assert.equal(asked(), 3);
});

test('a frame that lay somewhere does not put the clock back; a workshop whose clock was put back does', () => {
  const { clock: its, pass } = device(0);
  its.heard(T);
  pass(10);
  its.heard(T + 2);
  assert.equal(its.now(), T + 10);
  for (let n = 0; n < 5; n += 1) its.heard(T - 1000);
  assert.equal(its.now(), T - 1000);
});

test('a workshop of before tells no time: then the device’s own has to do', () => {
  const { clock: its, pass } = device(300);
  its.heard(undefined);
  pass(1);
  assert.equal(its.now(), T + 301);
});

test('idle phones are waited for from when the round was opened, whenever this page came', () => {
  assert.deepEqual(
    [waitsFor(T, T), waitsFor(T, T + 179), waitsFor(T, T + 200), waitsFor(null, T)],
    [180, 1, 0, 0],
  );
});

test('when the time is over is said in the zone where the screen stands', () => {
  const zone = process.env.TZ;
  process.env.TZ = 'Europe/London';
  const london = until({ started: T, seconds: 60 }, 'en-GB');
  process.env.TZ = 'Asia/Tokyo';
  const tokyo = until({ started: T, seconds: 60 }, 'en-GB');
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  assert.deepEqual([london, tokyo], ['01:42', '10:42']);
});

/** What a view says on a device that is five minutes wrong, one minute after the workshop's timer began. */
async function said(View: any, wrong: number) {
  const example = structuredClone(EXAMPLES.find(({ activity }) => activity === 'break')?.rooms[0]);
  assert.ok(example);
  const timer = { started: T, seconds: 180 };
  for (const parts of [example.parts, ...Object.values(example.only)]) parts.timer = timer;
  const real = Date.now;
  try {
    Date.now = () => real() + wrong * 1000;
    for (let n = 0; n < 6; n += 1) clock.heard(T + 61);
    const room = makeRoom(example, 'facilitator', []);
    return (await walk(View, { room, timer, step: example.parts.agenda.steps[0] })).flat().join(' ');
  } finally {
    Date.now = real;
  }
}

for (const wrong of [300, -300]) {
  test(`console and projector of a laptop that is ${wrong} s wrong count by the workshop's clock`, async () => {
    assert.match(await said(Time, wrong), /\b1:0[12]\b/);
    assert.match(await said(TimeWords, wrong), /1 of 3 minutes/);
  });
}
