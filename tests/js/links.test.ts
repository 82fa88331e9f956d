// The links of console and screen follow the network.
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { EVERY, keptLinks } from '../../static/src/shared/live/links';

const settled = () => new Promise(setImmediate);

test('another address is there after a few seconds, and what is known stays when nobody answers', async () => {
  mock.timers.enable({ apis: ['setTimeout'] } as any);
  const answers: any[] = [
    { join: 'http://192.168.1.5:8000/#A' },
    null,
    { ok: false },
    { join: 'http://172.20.10.4:8000/#A' },
  ];
  const links = keptLinks('/screen/s/links', { join: 'http://10.0.0.1:8000/#A' } as any, async () => {
    const next = answers.shift();
    if (!next) throw new TypeError('nobody answers');
    return next;
  });
  const seen = [];
  for (let n = 0; n < 4; n += 1) {
    mock.timers.tick(EVERY);
    await settled();
    seen.push(links.value.join);
  }
  mock.timers.reset();
  assert.deepEqual(seen, [
    'http://192.168.1.5:8000/#A',
    'http://192.168.1.5:8000/#A',
    'http://192.168.1.5:8000/#A',
    'http://172.20.10.4:8000/#A',
  ]);
});
