// Lines one after the other, as a page has them: what fails leads on, what works carries, and a person is told why not.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import './dom';

const heard: Record<string, Function[]> = {};
Object.assign(globalThis, {
  addEventListener: (type: string, act: Function) => {
    (heard[type] ??= []).push(act);
  },
});
globalThis.fetch = () => new Promise(() => {}); // nobody answers, and nobody is waited for
const { connect } = await import('../../static/src/shared/live/connection');
const { troubles, whyNot } = await import('../../static/src/shared/live/trouble');

const FRAME = { epoch: 'e', rev: 1, full: true, protocol: 2, parts: { session: {} } };

/** A page's connection over made-up lines; the newest line is `lines.at(-1)`. */
function page() {
  mock.timers.enable({ apis: ['setTimeout'] } as any);
  for (const name of Object.keys(heard)) delete heard[name];
  const lines: any[] = [];
  const open = (options: any) => {
    const line = {
      ...options,
      socket: { ids: 0 },
      lived: null,
      checks: 0,
      closed: false,
      retired: false,
      asked: [] as any[],
      check() {
        this.checks += 1;
      },
      close() {
        this.closed = true;
      },
      retire() {
        this.retired = true;
      },
      async ask(message: any) {
        this.asked.push(message);
        return { ok: true, rev: 2 };
      },
      comes() {
        this.lived = 0;
        this.onFrame(FRAME, this);
      },
      ends(why: string, words = '') {
        this.onEnd({ why, words }, this);
      },
    };
    lines.push(line);
    return line;
  };
  const it = connect({ namespace: '/delegate', session: 's', open });
  assert.equal(lines.length, 0, 'nobody is connected whose page cannot be read yet');
  it.begin();
  return {
    lines,
    now: () => lines.at(-1),
    it,
    wakes: (type: string, event = { persisted: false }) => heard[type].forEach((act) => act(event)),
  };
}

const over = () => mock.timers.reset();

test('a websocket that is late, silent, cut or refused leads to polling without a pause', () => {
  for (const why of ['late', 'silent', 'closed', 'failed']) {
    const { lines, now } = page();
    assert.equal(now().way, 'websocket');
    now().ends(why);
    assert.deepEqual([lines.length, now().way], [2, 'polling'], why);
    over();
  }
});

test('a page that polls looks for websocket by itself, and goes over when it has the room, not before', async () => {
  const { lines, now, it } = page();
  now().ends('late');
  const polling = now();
  polling.comes();
  assert.equal(it.state.value, 'online');
  mock.timers.tick(25_000);
  const looking = now();
  assert.deepEqual([lines.length, looking.way, polling.retired], [3, 'websocket', false]);
  await it.send('welcome.agree', {});
  assert.equal(polling.asked.length, 1, 'what is sent meanwhile goes by the line that has the room');
  looking.comes();
  assert.equal(polling.retired, true);
  await it.send('welcome.agree', {});
  assert.equal(looking.asked.length, 1);
  mock.timers.tick(600_000);
  assert.equal(lines.length, 3, 'it looks no further');
  over();
});

test('looking for websocket in vain disturbs nobody and becomes seldom', () => {
  const { lines, now, it } = page();
  now().ends('late');
  now().comes();
  for (let n = 0; n < 20; n += 1) {
    mock.timers.tick(60_000);
    if (now().way === 'websocket' && !now().over) {
      now().over = true;
      now().ends('late');
    }
    assert.equal(it.state.value, 'online');
  }
  assert.ok(lines.length > 3 && lines.length < 14, `${lines.length} lines in twenty minutes`);
  over();
});

test('a line that ends is followed by another for ever, and the page says that it reconnects', () => {
  const { lines, now, it } = page();
  now().comes();
  now().ends('silent');
  assert.equal(it.state.value, 'offline');
  for (let n = 0; n < 50; n += 1) {
    const before = lines.length;
    now().ends('failed');
    mock.timers.tick(6001);
    assert.ok(lines.length > before);
  }
  assert.deepEqual(new Set(lines.slice(-2).map((line) => line.way)), new Set(['websocket', 'polling']));
  over();
});

test('another network: what was learnt of the old one counts no more, and nothing is waited for', () => {
  const { lines, now, wakes } = page();
  now().ends('late');
  const polling = now();
  polling.comes();
  wakes('online');
  assert.deepEqual([polling.checks, lines.length, now().way], [1, 3, 'websocket']);
  over();
});

test('a page that wakes asks whether its line is still there', () => {
  const { lines, now, wakes } = page();
  now().comes();
  wakes('pageshow');
  assert.deepEqual([now().checks, lines.length], [1, 1]);
  over();
});

test('a page out of the browser’s memory does not trust its line, and takes another the same way at once', () => {
  const { lines, now, it, wakes } = page();
  now().comes();
  wakes('pageshow', { persisted: true });
  assert.deepEqual([lines.length, now().way, it.state.value], [2, 'websocket', 'offline']);
  over();
});

test('a workshop that says later is asked again the same way; one that says no is not', () => {
  const { lines, now, it } = page();
  now().ends('refused');
  assert.equal(lines.length, 1);
  mock.timers.tick(2500);
  assert.deepEqual([lines.length, now().way], [2, 'websocket']);
  now().ends('gone');
  mock.timers.tick(100_000);
  assert.deepEqual([lines.length, it.state.value], [2, 'gone']);
  over();
});

test('why there is no room is found out by one plain request', async () => {
  const answers = (status: number, json: any) => async () => ({ status, json: async () => JSON.parse(json) });
  assert.equal(
    await whyNot(async () => {
      throw new TypeError('fetch failed');
    }),
    'away',
  );
  assert.equal(await whyNot(answers(502, '')), 'away');
  assert.equal(await whyNot(answers(200, '<title>Hotel</title>')), 'other');
  assert.equal(await whyNot(answers(0, '')), 'other', 'led elsewhere');
  assert.equal(await whyNot(answers(404, '{}')), 'other');
  assert.equal(await whyNot(answers(200, '{"ok": true}')), 'held');
});

test('after ten seconds the person is told why, and no longer once the room is there', async () => {
  mock.timers.enable({ apis: ['setTimeout'] } as any);
  const trouble = { value: '' };
  const told = troubles(trouble, async () => {
    throw new TypeError('fetch failed');
  });
  told.missing();
  mock.timers.tick(9000);
  told.missing();
  assert.equal(trouble.value, '');
  mock.timers.tick(1000);
  await new Promise(setImmediate);
  assert.ok(trouble.value.startsWith('The workshop does not answer. Is this device on the room’s network?'));
  told.missing('Open http://192.0.2.7:8000 instead.');
  assert.equal(trouble.value, 'Open http://192.0.2.7:8000 instead.', 'the workshop’s own words say more');
  told.over();
  mock.timers.tick(100_000);
  await new Promise(setImmediate);
  assert.equal(trouble.value, '');
  over();
});

test('the words of a workshop that turns a page away reach the person at once', () => {
  const { now, it } = page();
  now().ends('failed');
  now().ends('failed', 'This page was opened under an address that the workshop does not know.');
  assert.match(it.trouble.value, /does not know/);
  mock.timers.tick(1000);
  now().comes();
  assert.equal(it.trouble.value, '');
  over();
});

test('another network, while a page that polls was to look for websocket anyway: one line is on its way, and no second', () => {
  const { lines, now, wakes } = page();
  now().ends('late');
  now().comes();
  wakes('online');
  assert.deepEqual([lines.length, now().way], [3, 'websocket']);
  mock.timers.tick(60_000);
  assert.equal(lines.length, 3, 'nobody looks after the third if a fourth takes its place');
  over();
});

test('a page that was closed has no room any more: what waits there waits, and does not knock for ever', async () => {
  const { now, it } = page();
  now().comes();
  it.close();
  assert.equal(it.state.value, 'offline');
  assert.ok(now().closed);
  over();
});
