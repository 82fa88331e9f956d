// What this phone has been shown that its owner may take with them: the stages, the plan, the explanation, each as it was
// here last. A step's parts go with the step; at the end the server tells once more what the group made, without what was
// hidden or put in other words while this phone was away.

import { effect, untracked } from '@preact/signals';
import type { FormulationPart, KeepsakePart, PlanPart, ScaleShown } from '../../contract';
import type { Phone } from '../../shared/live/room';

type Of = Pick<Phone, 'part' | 'memory' | 'connection'>;
type Action = PlanPart['actions'][number];
type Sign = PlanPart['signs'][number];

export const SENTENCES = ['because', 'kept_going', 'eased', 'unsure', 'rival'] as const;

export interface Seen {
  scale?: ScaleShown;
  second?: ScaleShown;
  actions?: Pick<Action, 'target' | 'action' | 'who' | 'by_when'>[];
  signs?: Pick<Sign, 'side' | 'text' | 'who'>[];
  sentences?: [part: (typeof SENTENCES)[number], text: string][];
}

export const seen = ({ memory }: Pick<Phone, 'memory'>): Seen => memory.held.value.kept.seen ?? {};

const planOf = ({ actions, signs }: PlanPart): Seen => ({
  actions: actions.map(({ target, action, who, by_when }) => ({ target, action, who, by_when })),
  signs: signs.map(({ side, text, who }) => ({ side, text, who })),
});

const explained = ({ explanation }: FormulationPart): Seen => ({
  sentences: SENTENCES.filter((id) => explanation[id]?.text).map((id) => [id, explanation[id].text]),
});

const told = ({ actions, signs, sentences }: KeepsakePart): Seen => ({
  actions,
  signs,
  sentences: sentences.map(({ part, text }) => [part, text]),
});

/** The case's own stages; a warm-up has others. */
function scalesOf(room: Of): Seen {
  const board = room.part('board');
  const ofCase = new Set(room.part('case')?.cards.map((c) => c.id));
  if (!board?.cards.some((c) => ofCase.has(c.id))) return {};
  return { scale: board.scale, ...(board.second && { second: board.second }) };
}

/** What is here now, put beside what was seen before. */
function look(room: Of) {
  const plan = room.part('plan');
  const explanation = room.part('formulation');
  const keepsake = room.part('keepsake');
  const now: Seen = {
    ...scalesOf(room),
    ...(plan && planOf(plan)),
    ...(explanation && explained(explanation)),
    ...(keepsake && told(keepsake)),
  };
  untracked(() => {
    const was = seen(room);
    const both = { ...was, ...now };
    if (JSON.stringify(was) !== JSON.stringify(both)) room.memory.note('seen', both);
  });
}

/** From now on, until it is over: then nothing more is kept. */
export const remembering = (room: Of) =>
  effect(() => {
    if (room.connection.state.value !== 'gone' && room.part('session')?.state === 'running') look(room);
  });
