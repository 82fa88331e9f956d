// Icons, the mark, labels of agreement and the bare line. All are decoration beside a word.
// For pages that the server draws, templates/_icons.html does the same with the same drawings.

import { classes } from './classes';
import { drawing } from './drawings';
import type { Drawing } from './drawings';
import { say } from './say';

const TURNS = new Set(['back', 'next']); // these point the other way in a right-to-left language

type OtherSize = 'mark' | 'unsure' | 'settled' | 'neighbouring' | 'spread' | 'split';
export type IconName = Exclude<Drawing, OtherSize>;

/** An icon by its name, e.g. "check". */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={classes('icon', TURNS.has(name) && 'icon--turns')} viewBox="0 0 20 20" aria-hidden="true">
      {drawing(name)}
    </svg>
  );
}

/** name: "" for the drawing alone */
export function Mark({ name = say('common.page.product'), size = 26 }: { name?: string; size?: number }) {
  return (
    <span class="mark">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        {drawing('mark')}
      </svg>
      {name && <span>{name}</span>}
    </span>
  );
}

/** A label of agreement: a glyph and a word, never a colour. Nothing when there is no label. */
export function Agreement({ label, pill = false }: { label: string | null | undefined; pill?: boolean }) {
  if (!label) return null;
  return (
    <span class={classes('agree', pill && 'agree--pill')}>
      <svg viewBox="0 0 32 20" aria-hidden="true">
        {drawing(label)}
      </svg>
      {say(`common.labels.${label}`)}
    </span>
  );
}

/** The glyph of a label alone, where its word stands beneath. */
export function Glyph({ label }: { label: string | null | undefined }) {
  return (
    <span class="agree glyph" aria-hidden="true">
      {label && <svg viewBox="0 0 32 20">{drawing(label)}</svg>}
    </span>
  );
}

/** The bare line; with `at`, the position of one stage that is meant. */
export function Line({ stages = 5, at = null }: { stages?: number; at?: number | null }) {
  const boxes = Array.from({ length: stages }, (_, index) => index);
  return (
    <svg
      class={`still of${stages}`}
      viewBox={`0 0 ${66 * stages - 2} ${at === null ? 6 : 16}`}
      aria-hidden="true"
    >
      {boxes.map((index) => (
        <rect
          class={`seg${index + 1}`}
          x={index * 66}
          y={at === null ? 0 : index === at ? 1 : 5}
          width="64"
          height={index === at ? 14 : 6}
          rx="2"
        />
      ))}
    </svg>
  );
}
