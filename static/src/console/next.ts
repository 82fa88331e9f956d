// The next sensible thing, from what the room knows. Pure: the big button shows it, Space does it.

import type { Activity, AgendaPart, BoardPart, Parts, StepShown } from '../contract';
import { say, spelt } from '../shared/ui/say';
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
  /** Not yet; the label says why. */
  off: boolean;
  /** What cannot be taken back is asked about first: by a second press; in a sheet, for fewer than k have answered. */
  asks: '' | 'again' | 'few';
  /** The question, and what does it. */
  sure: string;
  yes: string;
};
/** The parts that a desk has. */
type Seen = Partial<Parts['facilitator']>;
/** `late`: the cards have been open for three minutes, so that idle phones can be counted out (waits.ts). */
export type Known = { parts: Seen; seen: ReadonlySet<string>; late?: boolean };

const thing = (thing: Partial<Next>): Next => ({
  label: '',
  about: say('console.next.next'),
  title: '',
  name: '',
  body: {},
  can: '',
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
  return own?.(known) || nextStep(agenda, step);
}

function nextStep(agenda: AgendaPart, step: StepShown): Next {
  const after = agenda.steps[agenda.position + 1];
  if (!after) return thing({ label: say('console.next.end'), title: say('console.next.last'), name: 'end' });
  return thing({
    label: agenda.position ? say('console.next.next_step') : say('console.next.start'),
    title: after.title,
    name: 'session.next',
    body: { from_step: step.id },
  });
}

/** The step that follows; none after the last. */
const following = (agenda: AgendaPart | undefined) => agenda?.steps[agenda.position + 1];

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
  board: (known) => talking(known) ?? placing(known) ?? (wantsTalk(known) ? nextCard(known) : null),
  discussion: (known) => placing(known) ?? nextCard(known),
};

/** A warm-up is not discussed card by card, and a step before a discussion leaves the cards to it. */
function wantsTalk({ parts }: Known) {
  return parts.board?.round?.cause !== 'warm_up' && following(parts.agenda)?.activity !== 'discussion';
}

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
    body: { round: round.id },
  };
  if (!progress?.enough && !late) return thing({ ...about, label: say('console.next.few'), off: true });
  if (!progress?.enough)
    return thing({
      ...about,
      label: say('console.board.idle'),
      body: { round: round.id, idle_out: true },
      asks: 'again',
      sure: say('console.board.idle_sure'),
      yes: say('console.board.idle_yes'),
    });
  return thing({
    ...about,
    label: say('console.next.reveal'),
    can: say('console.next.can'),
    asks: 'again',
    sure: say('console.next.reveal_sure'),
    yes: say('console.next.reveal_yes'),
  });
}

/** The next card of the queue; before leaving one that was placed twice, its before and after. */
function nextCard({ parts: { board }, seen }: Known): Next | null {
  if (!board?.results) return null;
  const now = board.results.find((r) => r.card === board.focus);
  if (now?.before && board.show === 'focus') {
    return thing({
      label: say('console.next.shift'),
      about: say('console.next.in_discussion'),
      title: name(board, now.card),
      name: 'discussion.show',
      body: { show: 'shift' },
    });
  }
  const card = unseen(board, seen);
  if (!card) return null;
  return thing({
    label: board.focus ? say('console.next.next_card') : say('console.next.first_card'),
    about: say('console.next.in_discussion'),
    title: name(board, card),
    name: 'discussion.focus',
    body: { card },
  });
}

/**
 * What came before, by a key: the card before this one, else the step before. Nothing while answers are being
 * given, and nothing behind the curtain.
 */
export function thingBefore({ session, agenda, board }: Seen): { name: string; body: object } | null {
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
  return agenda.position > 0
    ? { name: 'session.back', body: { from_step: agenda.steps[agenda.position].id } }
    : null;
}

/** The first card of the queue that was not in focus yet. */
const unseen = (board: BoardPart, seen: ReadonlySet<string>) =>
  board.queue.find((card) => card !== board.focus && !seen.has(card));

/** A console that has just come takes the cards up to the one in focus as talked about. */
export const seenSoFar = (board: BoardPart | undefined): Set<string> =>
  new Set(board?.focus ? board.queue.slice(0, board.queue.indexOf(board.focus) + 1) : []);

/** Where the talking belongs: a new step, or cards placed again, begin it anew. */
export const talkOf = ({ agenda, board }: Seen) =>
  `${agenda?.steps[agenda.position].id} ${board?.round?.id ?? ''}`;

const name = (board: BoardPart, card: string) => board.cards.find((c) => c.id === card)?.short ?? card;
