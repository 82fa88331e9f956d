// The plan's rows: safety first, then those harmed; needs without an action last, as holes. And their pages, by group.

import type { ActionShown, NeedShown } from '../contract';
import { packed } from './pages';

const MOST = 7; // rows on a page

export type Row =
  | { kind: 'action'; id: string; target: string; first: boolean; action: ActionShown }
  | { kind: 'need'; id: string; target: ''; first: boolean; need: NeedShown };

/** Groups of rows in the order of the targets; the open needs are the last group. */
export function groups({
  targets,
  actions,
  needs,
}: {
  targets: string[];
  actions: ActionShown[];
  needs: NeedShown[];
}): Row[][] {
  const known = new Set(targets);
  const done = targets.map((target) =>
    actions
      .filter((a) => a.target === target)
      .map((action, at) => ({ kind: 'action', id: action.id, target, first: at === 0, action }) as Row),
  );
  const strays = actions
    .filter((a) => !known.has(a.target))
    .map((action) => ({ kind: 'action', id: action.id, target: '', first: true, action }) as Row);
  const open = needs
    .filter((need) => !need.met)
    .map((need, at) => ({ kind: 'need', id: `need ${need.note}`, target: '', first: at === 0, need }) as Row);
  return [...done, strays, open].filter((group) => group.length);
}

/** Seven rows to a page; a group stays together unless it is longer than a page. */
export function pages(all: Row[][]): Row[][] {
  const cut = all.flatMap((group) => packed(group, MOST, () => 1));
  return packed(cut, MOST, (group) => group.length).map((page) =>
    page.flat().map((row, at) => (at ? row : { ...row, first: true })),
  );
}

/** How many needs have an action. */
export const cover = ({ needs }: { needs: Pick<NeedShown, 'met'>[] }) => ({
  met: needs.filter((need) => need.met).length,
  of: needs.length,
});
