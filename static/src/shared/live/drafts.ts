// Words that somebody is typing and has not sent: on this device, letter by letter, until they are sent or taken away.
// With each goes what it grew from, so that what somebody else changes meanwhile is not written over unseen.

import { signal } from '@preact/signals';

/** What a draft is of, by the beginning of its name: words of no kind could not be found again (left.ts). */
export const KINDS = {
  question: 'question',
  note: 'note',
  silent: 'note',
  'offer-': 'offer',
  'edit-': 'edit',
  'merge-': 'merge',
  'say-': 'say',
  'explain-': 'explanation',
  'jot-': 'jotting',
  'plan-': 'action',
  'sign-': 'sign',
} as const;
export type DraftName = `${keyof typeof KINDS}${string}`;

/** `base`: the version that the words grew from, where they change something */
type Draft<Base> = { text: string; base?: Base };
/** the same of a form of several fields */
export type Form = { fields: Record<string, string>; base?: unknown };
export type Drafts = {
  drafts: Record<string, string>;
  bases: Record<string, unknown>;
  forms: Record<string, Form>;
};

export const noDrafts = (): Drafts => ({ drafts: {}, bases: {}, forms: {} });

function put<T>(of: Record<string, T>, where: string, value: T | undefined): Record<string, T> {
  const next = { ...of };
  if (value === undefined) delete next[where];
  else next[where] = value;
  return next;
}

/** `fresh` is what lies there now: another tab of this browser may have written since. */
export function drafting(
  held: { value: Drafts },
  keep: (change: Partial<Drafts>) => void,
  fresh: () => Partial<Drafts>,
) {
  const shown: { value: ReadonlyMap<string, number> } = signal(new Map());
  const count = (where: string, by: number) => {
    shown.value = new Map(shown.value).set(where, (shown.value.get(where) ?? 0) + by);
  };
  return {
    /** Which drafts (and operations) can be seen on the page now. */
    shown,
    /** It can be seen, until the returned function is called. */
    shows(where: string) {
      count(where, 1);
      return () => count(where, -1);
    },
    draft(where: DraftName, text: string, base?: unknown) {
      const { drafts = held.value.drafts, bases = held.value.bases } = fresh();
      keep({ drafts: put(drafts, where, text), bases: put(bases, where, base) });
    },
    /** `Base`: what a draft of this place grows from. */
    drafted<Base>(where: DraftName): Draft<Base> | null {
      const text = held.value.drafts[where];
      return text === undefined ? null : { text, base: held.value.bases[where] as Base | undefined };
    },
    draftForm(where: DraftName, fields: Record<string, string>, base?: unknown) {
      const { forms = held.value.forms } = fresh();
      keep({ forms: put(forms, where, { fields, base }) });
    },
    /** Sent, or taken away. */
    undraft(where: string) {
      const { drafts = held.value.drafts, bases = held.value.bases, forms = held.value.forms } = fresh();
      keep({
        drafts: put(drafts, where, undefined),
        bases: put(bases, where, undefined),
        forms: put(forms, where, undefined),
      });
    },
  };
}
