// What the room asks itself next of a card, in words: from what the workshop says it may be asked, and nothing else.

import type { CardShown } from '../../contract';
import { lowered } from '../strip/words';
import { named, say } from './say';

/** One question; '' where nothing was told of the card. `ends`: the scale's two ends. */
export function nextWords({ next }: CardShown, ends: readonly string[]) {
  if (!next) return '';
  const { ask, low, high } = next;
  const id = ask === 'one' ? (low ? 'one_low' : 'one_high') : ask;
  const [typical, harmful] = ends;
  return say(`common.next.${id}`, { typical, harmful, low: reason(low), high: reason(high) });
}

const reason = (id: string | null) => (id ? lowered(named('reason', [id])[0]) : '');
