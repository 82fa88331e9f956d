// A row of "What moved us" in words: the cause, what was expected of it, and what happened.

import type { LedgerPart, MovedCardShown, ReplacingShown } from '../../contract';
import { named, say, spelt } from './say';

/** One card of one re-placing: a line of the ledger. */
export type Line = { row: ReplacingShown; card: MovedCardShown };

export const ledgerLines = ({ rows }: LedgerPart): Line[] =>
  rows.flatMap((row) => row.cards.map((card) => ({ row, card })));

/** Piles of every strip of a ledger: one size of dot for all, so that they compare. */
export const ledgerPiles = (lines: readonly Line[]) =>
  lines.flatMap(({ card }) =>
    [card.before, card.after].flatMap((p) => (p ? [[...p.tallies, p.need_to_know]] : [])),
  );

/** "After discussion"; "After information 2 · Correction". */
export function causeWords({ cause, number, kind }: ReplacingShown) {
  if (cause === 'discussion') return say('ledger.after.discussion');
  return kind
    ? say('ledger.after.named', { number, kind: named('information', [kind])[0] })
    : say('ledger.after.information', { number });
}

/** What the author of the information expects of it; of a discussion nothing is expected. */
export const expectedWords = ({ expected }: MovedCardShown, [typical, harmful]: readonly string[]) =>
  say(`ledger.expected.${expected ?? 'none_said'}`, { typical, harmful });

/** What was told of it: never more than the movement, whose every direction is none or three at least. */
export function happenedWords(
  { happened, expected, movement }: MovedCardShown,
  ends: readonly string[],
  k: number,
) {
  if (happened !== 'moved' || !movement) return say(`ledger.happened.${happened}`, { k: spelt(k) });
  const { typical, harmful, same } = movement;
  const off = movement.to_unsure + movement.from_unsure;
  const all = typical + harmful + off;
  if (expected === 'none') return say('ledger.happened.only', { count: capital(spelt(all)) });
  const stayed = same ? [say('ledger.happened.stayed', { n: same })] : [];
  if (!all) return say('ledger.happened.all_stayed');
  const that = expected === 'up' ? harmful : expected === 'down' ? typical : 0;
  if (that === all) return sentence([say('ledger.happened.that_way', { n: that }), ...stayed]);
  if (!expected) return sentence([say('ledger.happened.moved', { n: all }), ...stayed]);
  const towards = (n: number, end: string) => (n ? [say('ledger.happened.towards', { n, end })] : []);
  return sentence([
    ...towards(typical, ends[0]),
    ...towards(harmful, ends[1]),
    ...(off ? [say('ledger.happened.off', { n: off })] : []),
    ...stayed,
  ]);
}

const sentence = (parts: string[]) => `${parts.join(', ')}.`;

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
