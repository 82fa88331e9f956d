// When a phone speaks of a card: the same occasions, whatever is answered and whatever is added.

import assert from 'node:assert/strict';
import test from 'node:test';
import { memory } from '../../static/src/shared/live/memory';
import { LATEST, Occasions } from '../../static/src/phone/occasions';
import { Outbox } from '../../static/src/shared/live/outbox';

const YES = { ok: true, rev: 1 };
const CLOSED = { ok: false, code: 'round_closed', message: 'This round has closed.' };
const LOST = { ok: false, code: 'timeout', message: '' };
const at = (stage: string | null, more: any = {}) => ({
  stage,
  missing: [],
  reasons: [],
  certainty: null,
  skipped: false,
  ...more,
});
const soon = () =>
  new Promise((done) => {
    setImmediate(done);
  });

/** A clock that is turned by hand. */
function clock(t: any) {
  const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };
  let now = 0;
  const due: Map<number, { at: number; act: () => void }> = new Map();
  Object.assign(globalThis, {
    setTimeout: (act: () => void, ms: number) => {
      due.set(due.size + 1, { at: now + ms, act });
      return due.size;
    },
    clearTimeout: (id: number) => {
      due.get(id) && due.set(id, { at: Infinity, act() {} });
    },
  });
  t.after(() => Object.assign(globalThis, { setTimeout: real.set, clearTimeout: real.clear }));
  return (ms: number) => {
    now += ms;
    for (const [id, { at: when, act }] of due)
      if (when <= now) {
        due.set(id, { at: Infinity, act() {} });
        act();
      }
  };
}

/** A phone whose line answers as told, then with yes. */
function phone(answers: any[] = [], options: any = {}) {
  const sent: [string, any][] = [];
  let stored: any = options.stored ?? null;
  const store = {
    read: () => stored,
    write: (value: any) => {
      stored = structuredClone(value);
    },
    clear: () => {
      stored = null;
    },
  };
  const send = async (name: string, body: any) => {
    sent.push([name, body]);
    await soon();
    return answers.shift() ?? YES;
  };
  const held = memory(options.held ?? store);
  const outbox = new Outbox({ store: { read: () => null, write() {}, clear() {} }, send, pause: soon });
  const occasions = new Occasions({ memory: held, outbox, ...options });
  const idle = async () => {
    for (let left = 20; left; left -= 1) await soon();
  };
  return { sent, held, outbox, occasions, idle, stored: () => stored };
}

const ANSWERS: Record<string, (p: ReturnType<typeof phone>) => void> = {
  'a stage': ({ occasions }) => {
    occasions.tap('r1', 'c', at('low'));
    occasions.leave();
  },
  'a stage with reasons': ({ occasions }) => {
    occasions.tap('r1', 'c', at('low'));
    occasions.add('r1', 'c', at('low', { reasons: ['power'] }));
    occasions.add('r1', 'c', at('low', { reasons: ['power', 'law'], certainty: 4 }));
    occasions.leave();
  },
  'need to know more': ({ occasions }) => {
    occasions.tap('r1', 'c', at(null));
    occasions.add('r1', 'c', at(null, { missing: ['age'] }));
    occasions.leave();
  },
  'a stage, and what one would do': ({ occasions }) => {
    occasions.tap('r1', 'c', at('low'));
    occasions.add('r1', 'c', at('low', { response: { level: 'b' } }));
    occasions.leave();
  },
  'passed over': ({ occasions }) => occasions.skip('r1', 'c'),
  'looked on at': ({ occasions }) => {
    occasions.tap('r1', 'c', at('low', { own: true }));
    occasions.leave();
  },
  'placed again': ({ occasions }) => {
    occasions.tap('r1', 'c', at('low', { earlier: 'high', direction: 'typical', why: [] }));
    occasions.add('r1', 'c', at('low', { earlier: 'high', direction: 'typical', why: ['heard'] }));
    occasions.leave();
  },
};

for (const [what, act] of Object.entries(ANSWERS)) {
  test(`two messages: ${what}`, async () => {
    const p = phone();
    act(p);
    await p.idle();
    assert.equal(p.sent.length, 2);
    p.occasions.leave();
    p.occasions.putAway(true);
    await p.idle();
    assert.equal(p.sent.length, 2, 'a card that was left has nothing more to say');
  });
}

test('what one would do goes in the message of the stage, and is null where it is passed over', async () => {
  const p = phone();
  ANSWERS['a stage, and what one would do'](p);
  await p.idle();
  assert.deepEqual(
    p.sent.map(([name, body]) => [name, body.stage, body.response]),
    [
      ['board.place', 'low', null],
      ['board.place', 'low', { level: 'b' }],
    ],
  );
  const remembered = p.held.held.value.sure.r1.c.response;
  assert.deepEqual(remembered, { level: 'b' }, 'as it was counted');
});

test('two messages of each card on a slow line as well, however fast the fingers', async () => {
  const p = phone([LOST, LOST, LOST]);
  for (const card of ['a', 'b', 'c']) p.occasions.skip('r1', card);
  p.occasions.tap('r1', 'd', at('low'));
  p.occasions.leave();
  await p.idle();
  const got = p.sent.slice(3).map(([, body]) => body.card);
  assert.deepEqual(got, ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']);
});

test('the last one says everything, and one’s own place that is not counted stays here', async () => {
  const p = phone();
  ANSWERS['placed again'](p);
  await p.idle();
  ANSWERS['looked on at'](p);
  await p.idle();
  assert.deepEqual(
    p.sent.slice(0, 2).map(([, body]) => body.why),
    [[], ['heard']],
  );
  assert.deepEqual(p.sent[1], [
    'board.place',
    {
      round: 'r1',
      card: 'c',
      stage: 'low',
      missing: [],
      reasons: [],
      certainty: null,
      earlier: 'high',
      direction: 'typical',
      why: ['heard'],
      response: null,
    },
  ]);
  assert.deepEqual(p.sent.slice(2), [
    ['board.skip', { round: 'r1', card: 'c' }],
    ['board.skip', { round: 'r1', card: 'c' }],
  ]);
  assert.equal(p.held.placed('r1').c.stage, 'low');
});

test('twenty seconds after the tap it goes out in any case, once; then not before the next tap or leaving', async (t) => {
  const tick = clock(t);
  for (const add of [false, true]) {
    const p = phone();
    p.occasions.tap('r1', 'c', at('low'));
    if (add) p.occasions.add('r1', 'c', at('low', { reasons: ['law'] }));
    tick(LATEST - 1);
    await p.idle();
    assert.equal(p.sent.length, 1);
    tick(1);
    await p.idle();
    assert.deepEqual([p.sent.length, p.sent[1][1].reasons], [2, add ? ['law'] : []]);
    tick(10 * LATEST);
    await p.idle();
    assert.equal(p.sent.length, 2);
    p.occasions.leave();
    await p.idle();
    assert.equal(p.sent.length, 3);
  }
});

test('put away, it goes out once, with what was added; and again when it is left', async () => {
  const p = phone();
  p.occasions.tap('r1', 'c', at('low'));
  p.occasions.add('r1', 'c', at('low', { reasons: ['law'] }));
  p.occasions.putAway(true);
  p.occasions.putAway(true);
  await p.idle();
  assert.deepEqual(
    p.sent.map(([, body]) => body.reasons),
    [[], ['law']],
  );
  p.occasions.putAway(false);
  p.occasions.leave();
  await p.idle();
  assert.equal(p.sent.length, 3);
});

test('a tap on another card leaves the one before', async () => {
  const p = phone();
  p.occasions.tap('r1', 'a', at('low'));
  p.occasions.tap('r1', 'b', at('low'));
  await p.idle();
  assert.deepEqual(
    p.sent.map(([, body]) => body.card),
    ['a', 'a', 'b'],
  );
  p.occasions.leave();
});

test('what was chosen on a page that went is kept, and sent by the next one', async () => {
  const p = phone();
  p.occasions.tap('r1', 'c', at('low'));
  p.occasions.add('r1', 'c', at('low', { reasons: ['law'] }));
  const later = phone([], { stored: p.stored() });
  p.occasions.leave();
  later.occasions.leave();
  await later.idle();
  assert.deepEqual(
    later.sent.map(([, body]) => body.reasons),
    [['law']],
  );
});

test('a round that is known to be over is not spoken to', async () => {
  let open = true;
  const p = phone([], { isOpen: () => open });
  p.occasions.tap('r1', 'c', at('low'));
  open = false;
  p.occasions.leave();
  await p.idle();
  assert.equal(p.sent.length, 1);
});

test('what was taken is counted; what was refused falls back; what had no answer is not known', async () => {
  const taken = phone([YES, CLOSED]);
  taken.occasions.tap('r1', 'c', at('low'));
  await taken.idle();
  taken.occasions.tap('r1', 'c', at('high'));
  await taken.idle();
  assert.deepEqual([taken.held.latest('c')?.stage, taken.held.placed('r1').c.stage], ['low', 'low']);
  taken.occasions.leave();
  const lost = phone([LOST, CLOSED]);
  lost.occasions.tap('r1', 'c', at('low'));
  await lost.idle();
  assert.equal(lost.held.held.value.lost.r1.c.length, 1);
  assert.equal(lost.held.latest('c'), null);
  lost.occasions.leave();
});

test('what waited when a page went may have gone out: a no that comes later is no sign', async () => {
  const left = [
    {
      id: 'a',
      name: 'board.place',
      body: { round: 'r1', card: 'c', ...at('low') },
      about: 'r1 c',
      round: 'r1',
      state: 'waiting' as const,
      message: '',
    },
  ];
  const box = new Outbox({
    store: { read: () => left, write() {}, clear() {} },
    send: (async () => CLOSED) as any,
    pause: soon,
  });
  const held = memory({ read: () => null, write() {}, clear() {} });
  assert.ok(new Occasions({ memory: held, outbox: box }));
  await box.run();
  assert.equal(held.held.value.lost.r1.c.length, 1);
});

test('an answer that is sent twice is one answer to the person', async () => {
  const p = phone([LOST]);
  p.occasions.tap('r1', 'c', at('low'));
  p.occasions.leave();
  assert.equal(p.outbox.waiting(), 1);
  await p.idle();
});
