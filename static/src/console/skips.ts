// What moving on leaves behind, and why, each in a sentence: under the big button, and beside "Move the room here". Pure.

import type { AgendaPart, BoardPart, Parts, StepShown } from '../contract';
import { listed, say, spelt } from '../shared/ui/say';

/** The parts that a desk has. */
export type Seen = Partial<Parts['facilitator']>;
/** `late`: the cards have been open for three minutes, so that idle phones can be counted out (waits.ts). */
export type Known = { parts: Seen; seen: ReadonlySet<string>; late?: boolean };

const NAMED = 3; // what is more than that is a number

/** "One, two, three and 4 more" */
const some = (names: string[]) =>
  names.length > NAMED
    ? say('console.skips.more', { names: listed(names.slice(0, NAMED)), n: names.length - NAMED })
    : listed(names);

/** What a card is called. */
export const short = (board: BoardPart, card: string) =>
  board.cards.find((c) => c.id === card)?.short ?? card;

/** What is left undone in the step where the room is. */
export function undone(known: Known): string[] {
  const { board, questions, agenda } = known.parts;
  const fresh = questions?.inbox.filter((q) => q.state === 'inbox').length ?? 0;
  const step = agenda?.steps[agenda.position];
  return [
    ...(board ? ofBoard(board, known) : []),
    ...(isOpen(known.parts, step) ? [say('console.skips.answers_open')] : []),
    ...(step?.activity === 'questions' && fresh ? [say('console.skips.questions', { n: fresh })] : []),
  ];
}

function ofBoard(board: BoardPart, { seen, parts }: Known): string[] {
  const state = board.round?.state;
  const n = board.cards.length;
  if (state === 'ready') return [say('console.skips.ready', { n })];
  if (state === 'open' || state === 'closing') return [say('console.skips.open')];
  if (!board.results) return [say(state === 'closed' ? 'console.skips.unshown' : 'console.skips.nothing')];
  return [...shut(board), ...(talks(parts) ? untold(board, seen) : [])];
}

/** Cards that are passed over because they have no figures, by what kept these from being told. */
export function shut(board: BoardPart): string[] {
  const without = (board.results ?? []).filter((r) => r.withheld);
  return [...new Set(without.map((r) => r.why ?? 'few'))].map((why) => {
    const cards = without.filter((r) => (r.why ?? 'few') === why).map((r) => short(board, r.card));
    return say('console.skips.shut', { cards: some(cards), why: say(`common.told.why.${why}`) });
  });
}

/** Cards that could be talked about and were not. */
function untold(board: BoardPart, seen: ReadonlySet<string>): string[] {
  const cards = board.queue.filter((card) => card !== board.focus && !seen.has(card));
  return cards.length
    ? [say('console.skips.untold', { cards: some(cards.map((c) => short(board, c))) })]
    : [];
}

/** The step that follows; none after the last. */
export const following = (agenda: AgendaPart | undefined) => agenda?.steps[agenda.position + 1];

/** A warm-up is not discussed card by card, and a step before a discussion leaves the cards to it. */
export const talks = ({ board, agenda }: Seen) =>
  agenda?.steps[agenda.position].activity === 'discussion' ||
  (board?.round?.cause !== 'warm_up' && following(agenda)?.activity !== 'discussion');

/** Whether a questionnaire is open here. */
function isOpen(parts: Seen, step: StepShown | undefined) {
  const all = parts as Record<string, { state?: string } | null>;
  const part = step && step.activity in all ? all[step.activity] : null;
  return Boolean(part && 'reopens' in part && part.state !== 'closed');
}

/** What lies between where the room is and another step. */
export function passed({ steps, position }: AgendaPart, to: number): string[] {
  if (to < position) return [say('console.skips.back', { n: position - to, steps: spelt(position - to) })];
  const between = steps.slice(position + 1, to);
  return between.length ? [say('console.skips.steps', { titles: listed(between.map((s) => s.title)) })] : [];
}
