// The next sensible thing, from what the room knows. Pure: the big button shows it, Space does it.

import type { Activity, AgendaPart, BoardPart, Parts, StepShown } from '../contract';
import { say, spelt } from '../shared/ui/say';
import { nextPhase, phaseBefore } from './phase-next';
import { following, short, shut, talks, undone } from './skips';
import type { Known, Seen } from './skips';
import { insteadOfPlacing, nextTalk, talkBefore } from './talk';

export type Next = {
  label: string;
  about: string;
  title: string;
  /** The command to send, "end" to ask whether to end, "" when there is nothing to send. */
  name: string;
  body: object;
  /** What makes it possible. */
  can: string;
  /** What it passes over, and why: a sentence each. */
  skips: string[];
  /** Not yet; the label says why. */
  off: boolean;
  /** What cannot be taken back is asked about first: by a second press; in a sheet, for fewer than k have answered. */
  asks: '' | 'again' | 'few';
  /** The question, and what does it. */
  sure: string;
  yes: string;
};

const thing = (thing: Partial<Next>): Next => ({
  label: '',
  about: say('console.next.next'),
  title: '',
  name: '',
  body: {},
  can: '',
  skips: [],
  off: false,
  asks: '',
  sure: '',
  yes: '',
  ...thing,
});

export function nextThing(known: Known): Next {
  const { session, agenda } = known.parts;
  if (!session || !agenda) return thing({ label: say('console.next.wait'), off: true });
  if (session.curtain !== 'none')
    return thing({
      label: say('console.next.lift'),
      title: say('console.next.curtain'),
      name: 'session.curtain',
      body: { curtain: 'none' },
    });
  const step = agenda.steps[agenda.position];
  const shown = known.parts.questions?.inbox.find((q) => q.state === 'shown');
  if (shown && step.activity !== 'questions')
    return thing({
      label: say('console.next.question_done'),
      about: say('console.next.on_screen'),
      title: shown.text,
      name: 'questions.mark',
      body: { question: shown.id, state: 'answered' },
    });
  const own = BY_ACTIVITY[step.activity] ?? asking(known, step.activity);
  return own?.(known) || nextStep(known, agenda, step);
}

function nextStep(known: Known, agenda: AgendaPart, step: StepShown): Next {
  const after = following(agenda);
  const skips = undone(known);
  if (!after)
    return thing({ label: say('console.next.end'), title: say('console.next.last'), name: 'end', skips });
  return thing({
    label: agenda.position ? say('console.next.next_step') : say('console.next.start'),
    title: after.title,
    name: 'session.next',
    body: { from_step: step.id },
    skips,
  });
}

type DeskParts = Parts['facilitator'];
/** Parts of questionnaires: a round that opens with its step and is closed by a press. */
type Asked = {
  [P in keyof DeskParts]: DeskParts[P] extends { reopens: string; answered: number } | null ? P : never;
}[keyof DeskParts];

/** `read`: their words come to the desk, and it stays closed. `label`: its id. `title`: its id. */
const closing =
  (part: Asked, label: string, title: string, read: boolean = false): ((known: Known) => Next | null) =>
  ({ parts }) => {
    const here = parts[part];
    if (!here || here.state === 'closed') return null;
    if (here.state === 'closing') return thing({ label: say('console.next.closing'), off: true });
    const k = parts.session?.k ?? 0;
    const few = here.answered < k;
    return thing({
      label: say(label),
      title: say(title),
      name: `${part}.close`,
      body: { round: here.round },
      asks: few ? 'few' : 'again',
      sure: few
        ? say(read ? 'console.next.few_words_sure' : 'console.next.few_sure', { k: spelt(k) })
        : read
          ? say('console.next.read_sure')
          : say('console.next.close_sure'),
      yes: few ? say('console.next.few_yes') : say('console.next.close_yes'),
    });
  };

/** What any other questionnaire needs: it is closed, by the name that it has at the desk. */
function asking({ parts }: Known, activity: Activity) {
  const part = activity in parts && (parts as Record<string, object | null>)[activity];
  if (!part || !('reopens' in part)) return null;
  return closing(activity as Asked, 'console.next.close', `console.${activity}.title`);
}

const BY_ACTIVITY: Partial<Record<Activity, (known: Known) => Next | null>> = {
  confidence: closing('confidence', 'console.next.close', 'console.next.answers'),
  reflection: closing('reflection', 'console.next.close_reflection', 'console.next.reflection', true),
  board: (known) => talking(known) ?? placing(known) ?? (talks(known.parts) ? nextCard(known) : null),
  discussion: (known) => placing(known) ?? nextCard(known),
  formulation: (known) => {
    const phase = nextPhase(known.parts);
    return weighing(known) ?? (phase && thing(phase));
  },
};

/** The way without figures, where the room has taken it, or is too small for the other. */
function talking({ parts: { board, session, progress }, late = false }: Known): Next | null {
  if (!board || !session) return null;
  const waits = board.round?.state === 'open' && !progress?.enough;
  const few = session.devices < session.k || (late && waits && !progress?.finished);
  const next = board.talk ? nextTalk(board) : few ? insteadOfPlacing(board, session.k) : null;
  return next && thing(next);
}

/** What a round that is not yet shown needs. */
function placing({ parts: { board, progress }, late = false }: Known): Next | null {
  const round = board?.round;
  if (!round || board.talk || !board.cards.length || ['revealed', 'closed'].includes(round.state))
    return null;
  if (round.state === 'ready')
    return thing({
      label: round.cause === 'warm_up' ? say('console.next.warm_up') : say('console.next.open'),
      title: say('console.next.cards', { n: board.cards.length }),
      name: 'board.open',
    });
  if (round.state === 'closing') return thing({ label: say('console.next.closing'), off: true });
  const n = board.cards.length;
  const about = {
    title: n === 1 ? say('console.next.the_card') : say('console.next.all', { count: spelt(n) }),
    name: 'board.reveal',
  };
  return revealing(about, round.id, Boolean(progress?.enough), late);
}

/** What shows a round: once enough have finished, or late, without those who are idle. */
function revealing(about: { title: string; name: string }, round: string, enough: boolean, late: boolean) {
  const next = { ...about, body: { round } };
  if (!enough && !late) return thing({ ...next, label: say('console.next.few'), off: true });
  if (!enough)
    return thing({
      ...next,
      label: say('console.board.idle'),
      body: { round, idle_out: true },
      asks: 'again',
      sure: say('console.board.idle_sure'),
      yes: say('console.board.idle_yes'),
    });
  return thing({
    ...next,
    label: say('console.next.reveal'),
    can: say('console.next.can'),
    asks: 'again',
    sure: say('console.next.reveal_sure'),
    yes: say('console.next.reveal_yes'),
  });
}

/** What is asked of the explanation, until it is shown. */
function weighing({ parts: { agreed, progress }, late = false }: Known): Next | null {
  if (!agreed || !['open', 'closing'].includes(agreed.state)) return null;
  if (agreed.state === 'closing') return thing({ label: say('console.next.closing'), off: true });
  const about = { title: say('console.agreed.next'), name: 'formulation.reveal' };
  return revealing(about, agreed.round, Boolean(progress?.enough), late);
}

/** The next card of the queue; before leaving one that was placed twice, its before and after. */
function nextCard({ parts: { board, notes_private: notes }, seen }: Known): Next | null {
  if (!board?.results) return null;
  const now = board.results.find((r) => r.card === board.focus);
  if (now?.before && board.show === 'focus') {
    return thing({
      label: say('console.next.shift'),
      about: say('console.next.in_discussion'),
      title: short(board, now.card),
      name: 'discussion.show',
      body: { show: 'shift' },
    });
  }
  const again = notes?.again ?? [];
  const card = unseen(board, seen, again);
  if (!card) return null;
  if (board.most !== null && seen.size >= board.most && !again.includes(card)) return null; // so many were meant
  return thing({
    label: board.focus ? say('console.next.next_card') : say('console.next.first_card'),
    about: again.includes(card) ? say('console.next.placed_again') : say('console.next.in_discussion'),
    title: short(board, card),
    name: 'discussion.focus',
    body: { card },
    skips: board.focus ? [] : shut(board),
  });
}

/**
 * What came before, by a key: the card before this one, else the step before. Nothing while answers are being
 * given, and nothing behind the curtain.
 */
export function thingBefore({
  session,
  agenda,
  board,
  formulation,
}: Seen): { name: string; body: object } | null {
  if (
    !session ||
    !agenda ||
    session.curtain !== 'none' ||
    ['open', 'closing'].includes(board?.round?.state ?? '')
  )
    return null;
  if (board?.talk && board.focus) return talkBefore(board);
  const at = board?.focus ? board.queue.indexOf(board.focus) : 0;
  if (board && at > 0) return { name: 'discussion.focus', body: { card: board.queue[at - 1] } };
  return phaseBefore({ agenda, formulation }) ?? stepBefore(agenda);
}

const stepBefore = ({ position, steps }: AgendaPart) =>
  position > 0 ? { name: 'session.back', body: { from_step: steps[position].id } } : null;

/** The first card of the queue that was not in focus yet: what was placed again in this step comes first. */
function unseen({ queue, focus }: BoardPart, seen: ReadonlySet<string>, again: string[]) {
  const left = queue.filter((card) => card !== focus && !seen.has(card));
  return left.find((card) => again.includes(card)) ?? left[0];
}

/** Which cards have been talked about: in which step, and since which round was shown there. */
export type Talk = { step: string; shown: string; seen: ReadonlySet<string> };
export const NO_TALK: Talk = { step: '', shown: '', seen: new Set() };

/**
 * A step begins it anew. A card that was placed again is to be talked about again, and the others stay talked about.
 * A console that has just come takes the cards up to the one in focus as talked about.
 */
export function talked(before: Talk, { agenda, board, notes_private: notes }: Seen): Talk {
  const step = agenda?.steps[agenda.position].id ?? '';
  const shown = board?.round?.state === 'revealed' ? board.round.id : '';
  const goesOn = step === before.step;
  const again = goesOn && shown !== before.shown ? (notes?.again ?? []) : [];
  const begun = goesOn ? [...before.seen] : before.step ? [] : soFar(board);
  const focus = board?.focus ? [board.focus] : [];
  return { step, shown, seen: new Set([...begun.filter((card) => !again.includes(card)), ...focus]) };
}

const soFar = (board: BoardPart | undefined) =>
  board?.focus ? board.queue.slice(0, board.queue.indexOf(board.focus) + 1) : [];
