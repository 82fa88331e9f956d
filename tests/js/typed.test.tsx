// What a person typed runs in its own direction, wherever it is shown: on every view it stands in something of class
// "typed" (static/css/_reset.css), or in a field or a choice, which browsers turn round by themselves.

import assert from 'node:assert/strict';
import test from 'node:test';
import { all } from './dom';
import { EXAMPLES, LINKS, makeRoom, partsOf, TYPED, walk } from './stage';
import { CONSOLE, PHONE, SCREEN } from './views';

const PRESSES = 30;

/** Where each part keeps what somebody typed. */
const WORDS: Record<string, (part: any) => (string | null | undefined)[]> = {
  questions: ({ shown, inbox = [] }) => [...shown, ...inbox].map((q) => q.text),
  formulation: ({ notes, explanation }) => [...notes, ...Object.values<any>(explanation)].map((n) => n.text),
  plan: ({ actions, needs }) => [
    ...actions.flatMap((a: any) => [a.action, a.why, a.who, a.by_when, a.review]),
    ...needs.map((n: any) => n.text),
  ],
  reflection: ({ texts = [] }) => (texts ?? []).map((t: any) => t.text),
};

const typedIn = (parts: any) =>
  Object.entries(WORDS).flatMap(([name, words]) => (parts[name] ? words(parts[name]) : []));

/** Texts that were typed and stand in nothing that gives them their direction. */
function lost(root: any, typed: Set<string>) {
  const bare = (node: any) =>
    [...node.childNodes].some((c: any) => c.nodeType === 3 && typed.has(c.data.trim()));
  return all(root)
    .filter((node) => bare(node) && !node.closest('.typed, textarea, option'))
    .map((node) => `${node.localName}: ${node.textContent}`);
}

for (const { activity, rooms } of EXAMPLES.filter(({ activity: a }) => a in WORDS)) {
  for (const example of rooms) {
    test(`in its own direction: ${activity}, ${example.name}`, async () => {
      for (const [role, view] of [
        ['delegate', PHONE[activity].Delegate],
        ['screen', SCREEN[activity].Screen],
        ['facilitator', CONSOLE[activity].Console],
      ] as const) {
        const parts = partsOf(example, role);
        const typed = new Set([TYPED, ...typedIn(parts)].filter(Boolean) as string[]);
        const props = role === 'screen' ? { parts, links: LINKS } : { room: makeRoom(example, role, []) };
        const each = (root: any) => assert.deepEqual(lost(root, typed), []);
        await walk(view, props, { most: PRESSES, each });
      }
    });
  }
}
