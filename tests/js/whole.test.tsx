// The projector takes the whole screen by a key and by a button; not as the small picture on a console.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, element, happens, settle } from './dom';
import { render } from 'preact';
import { Whole } from '../../static/src/screen/whole';
import { wholeScreen } from '../../static/src/shared/ui/full';

const page = document as any;
const asked: string[] = [];

function browser(own: boolean) {
  asked.length = 0;
  page.documentElement.requestFullscreen = async () => {
    asked.push('take');
  };
  page.exitFullscreen = async () => {
    asked.push('leave');
  };
  Object.defineProperty(globalThis, 'top', { value: own ? globalThis : {}, configurable: true });
}

async function drawn() {
  const root = element('div');
  render(<Whole />, root);
  await settle();
  return { root, button: all(root).find((node) => node.localName === 'button') };
}

test('a button and F take it; a modifier or a held key do not', async () => {
  browser(true);
  const { root, button } = await drawn();
  happens(button, 'click');
  happens(document.body, 'keydown', { key: 'f' });
  happens(document.body, 'keydown', { key: 'F' });
  happens(document.body, 'keydown', { key: 'f', ctrlKey: true });
  happens(document.body, 'keydown', { key: 'f', repeat: true });
  assert.deepEqual(asked, ['take', 'take', 'take']);
  render(null, root);
});

test('in a small picture there is neither', async () => {
  browser(false);
  const { root, button } = await drawn();
  happens(document.body, 'keydown', { key: 'f' });
  assert.deepEqual([button, asked], [undefined, []]);
  render(null, root);
});

test('the same key gives it back, and where a browser has no such thing it stays as it is', async () => {
  browser(true);
  Object.defineProperty(page, 'fullscreenElement', { value: page.body, configurable: true });
  wholeScreen();
  assert.deepEqual(asked, ['leave']);
  Object.defineProperty(page, 'fullscreenElement', { value: null, configurable: true });
  page.documentElement.requestFullscreen = undefined;
  wholeScreen();
  assert.deepEqual(asked, ['leave']);
});
