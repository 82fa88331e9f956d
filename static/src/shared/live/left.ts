// What somebody wrote on this device and the room does not have: drafts, forms, and what was refused. Pure: for the place
// where it is all found again, whichever step the room is at, and for the moment when the session ends.

import type { Commands } from '../../contract';
import { isBlank, tidy } from '../ui/words';
import { KINDS } from './drafts';
import type { DraftName, Drafts } from './drafts';
import type { Memory } from './memory';
import { kindOf as itselfOf } from './note-kind';
import type { NoteKind } from './note-kind';
import { wordsIn } from './outbox';
import type { Operation } from './outbox';
import type { Options } from './room';

export type Left = {
  /** Names the draft, the operation, or what is kept. */
  key: string;
  kind: string;
  text: string;
  /** What was said when it was refused. */
  why: string;
  operation: string;
  /** How it goes out now; null when what it belongs to has closed. */
  send: [name: string, body: any, options?: any] | null;
};

/** Commands that carry words. */
const COMMANDS: Record<string, string> = {
  'questions.ask': 'question',
  'formulation.add': 'note',
  'formulation.edit': 'edit',
  'formulation.merge': 'merge',
  'reflection.say': 'say',
  'plan.add': 'action',
  'plan.edit': 'action',
  'plan.sign': 'sign',
};

type Field = Commands['reflection.say']['field'];

const rest = (key: string) => key.slice(key.indexOf('-') + 1);
const kindOf = (key: string) => Object.entries(KINDS).find(([begin]) => key.startsWith(begin))?.[1] ?? '';

/** How a draft is sent from where its field is not. */
const SENDING: Record<
  string,
  (key: string, text: string, base: any, more: Record<string, any>) => Left['send']
> = {
  question: (_key, text) => ['questions.ask', { text }],
  note: (key, text, base, { itself }) => [
    'formulation.add',
    { section: base?.section ?? rest(key), text, ...itself },
  ],
  edit: (key, text, base, { itself }) =>
    base === undefined ? null : ['formulation.edit', { note: rest(key), text, base, ...itself }],
  say: (key, text, _base, { reflection }) =>
    reflection?.state === 'open' ? said(reflection.round, rest(key) as Field, text) : null,
};

/** Closing words: the newest of a field takes the place of those before. */
export const said = (
  round: string,
  field: Field,
  text: string,
): [name: 'reflection.say', body: Commands['reflection.say'], options: Options] => [
  'reflection.say',
  { round, field, text },
  { about: `${round} ${field}`, round },
];

const ACTION = [
  'target',
  'kind',
  'action',
  'why',
  'who',
  'by_when',
  'review',
  'known',
  'step_up',
  'step_down',
];

/** What of a command's words may name somebody; two fields of an action are meant to hold days. */
export const lookedAt = (body: any): string =>
  ['text', 'action', 'why', 'who', 'known', 'step_up', 'step_down']
    .map((name) => body[name])
    .filter(Boolean)
    .join(' · ');

/** From what an action is written: one that is there, words that came back, a need, or a group. */
export type Start = {
  id?: string;
  version?: number;
  from?: string;
  target?: string;
  note?: string | null;
  [field: string]: string | number | boolean | null | undefined | object;
};

/**
 * What the draft of an action is called: of one that is changed, of words that came back, of one for a need
 * or for a group.
 */
export const planKey = (start: Start): DraftName =>
  start.id ? `plan-${start.id}` : `plan-new-${start.from || start.note || start.target}`;

/** An action as it is sent, from the fields of its form. */
export function actionOf(fields: Record<string, string>, base: any): [string, any] {
  const { id = '' } = fields;
  const body = {
    ...Object.fromEntries(ACTION.map((name) => [name, tidy(fields[name] ?? '')])),
    note: fields.note || null,
  };
  return id ? ['plan.edit', { ...body, id, base }] : ['plan.add', body];
}

/** A sign as it is sent, from the fields of its form. */
export const signOf = (fields: Record<string, string>, base: number): Commands['plan.sign'] => ({
  id: fields.id || null,
  side: fields.side as Commands['plan.sign']['side'],
  text: tidy(fields.text ?? ''),
  who: tidy(fields.who ?? ''),
  base,
});

/** A form as it goes out from where it is not: of an action, or of a sign. */
function formSent(kind: string, fields: Record<string, string>, base: any): Left['send'] {
  if (kind === 'sign')
    return isBlank(fields.text ?? '') ? null : ['plan.sign', signOf(fields, Number(base ?? 0))];
  return isBlank(fields.action ?? '') ? null : actionOf(fields, base);
}

/** A note that was written alone, or a wording of a sentence, on this phone until it is gathered. */
type Waiting = {
  silent?: ({ id: string; section: string; text: string; sent: number } & Partial<NoteKind>)[];
  wordings?: Record<string, { text: string; sent: number }>;
  [other: string]: any;
};

/** Whichever can be seen on the page are seen by this name, all of a kind at once. */
export const SHOWN = { silent: 'notes here', wordings: 'wordings here' };
const keptKey = (id: string) => `waits ${id}`;

/**
 * What waits to be gathered, and was not handed in: that may be shown yet. At the end (no `shown`) it was not.
 * A wording goes nowhere else: its sentence has its own field.
 */
function keptHere({ silent = [], wordings = {} }: Waiting, shown?: ReadonlyMap<string, number>): Left[] {
  const none = { why: '', operation: '' };
  const waits = ({ sent }: { sent: number }) => !shown || !sent;
  const notes = silent.filter(waits).map(({ id, section, text, ...more }) => ({
    ...none,
    key: keptKey(id),
    kind: 'note',
    text,
    send: ['formulation.add', { section, text, ...itselfOf(more) }] as Left['send'],
  }));
  const offered = Object.entries(wordings).filter(([, one]) => waits(one));
  const others = offered.map(([part, { text }]) => ({
    ...none,
    key: keptKey(part),
    kind: 'offer',
    text,
    send: null,
  }));
  return [...(shown?.get(SHOWN.silent) ? [] : notes), ...(shown?.get(SHOWN.wordings) ? [] : others)];
}

/** It has gone out, or was taken away: a draft with what it says of itself, or what was kept to be gathered. */
export function letGo(memory: Pick<Memory, 'held' | 'note' | 'undraft'>, key: string) {
  const { silent = [], wordings = {}, ...others } = memory.held.value.kept as Waiting;
  const notes = silent.filter(({ id }) => keptKey(id) !== key);
  const rest = Object.entries(wordings).filter(([part]) => keptKey(part) !== key);
  if (notes.length < silent.length) memory.note('silent', notes);
  else if (rest.length < Object.keys(wordings).length) memory.note('wordings', Object.fromEntries(rest));
  else memory.undraft(key);
  if (others[`kind-${key}`]) memory.note(`kind-${key}`, undefined);
}

/** `shown`: what can be seen on the page anyway, and is not told twice; left out when the session has ended */
export function wordsLeft({
  held,
  operations = [],
  parts,
  shown,
}: {
  held: Drafts & { kept?: Waiting };
  operations?: Operation[];
  parts: Record<string, any>;
  shown?: ReadonlyMap<string, number>;
}): Left[] {
  const bases = held.bases as Record<string, { saved?: string } | undefined>;
  const itself = (key: string) => held.kept?.[`kind-${key}`] && itselfOf(held.kept[`kind-${key}`]);
  const isSaved = (key: string) => bases[key]?.saved === held.drafts[key]; // saved as it was typed
  const drafts = Object.entries(held.drafts)
    .filter(([key]) => !isSaved(key))
    .map(([key, text]) => {
      const kind = kindOf(key);
      return {
        key,
        kind,
        text,
        why: '',
        operation: '',
        send: SENDING[kind]?.(key, tidy(text), held.bases[key], { ...parts, itself: itself(key) }) ?? null,
      };
    });
  const forms = Object.entries(held.forms).map(([key, { fields, base }]) => ({
    key,
    kind: kindOf(key),
    text: wordsIn(fields),
    why: '',
    operation: '',
    send: formSent(kindOf(key), fields, base),
  }));
  const asked = operations
    .filter((o) => COMMANDS[o.name] && o.state !== 'sent')
    .map((o) => ({
      key: o.id,
      kind: COMMANDS[o.name],
      text: wordsIn(o.body),
      why: o.message,
      operation: o.id,
      send: again(o, parts),
    }));
  return [...drafts, ...forms, ...keptHere(held.kept ?? {}, shown), ...asked].filter(
    (left) => left.kind && !isBlank(left.text) && !shown?.get(left.key),
  );
}

/**
 * Refused words, sent anew: closing words in the round that is open now, a change to a note or an action as
 * one of its own.
 */
function again({ name, body, state }: Operation, parts: Record<string, any>): Left['send'] {
  if (state !== 'refused') return null; // it waits, and goes by itself
  if (name === 'reflection.say') return SENDING.say(`say-${body.field}`, body.text, null, parts);
  if (name === 'plan.edit' || name === 'plan.add') return actionOf({ ...body, id: '' }, undefined);
  if (name === 'plan.sign') return [name, { ...body, id: null, base: 0 }];
  return name === 'questions.ask' || name === 'formulation.add' ? [name, body] : null;
}
