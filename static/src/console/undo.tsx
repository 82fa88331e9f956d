// What was done last to notes and links, in words, and one button that undoes it. Every desk sees the same list.

import type { UndoShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { say } from '../shared/ui/say';

const SHOWN = 4; // beneath the one that the button undoes

export const undoWords = ({ what, text, other, kind }: UndoShown) =>
  say(`console.formulation.undo.${what}`, {
    text,
    other,
    kind: kind ? say(`console.formulation.kinds.${kind}`) : '',
  });

export function UndoLast({ room }: { room: Desk }) {
  const part = room.part('undo_list');
  if (!part) return null;
  const [newest, ...others] = part.items;
  return (
    <div class="undo">
      <p class="small">
        <button
          class="linkish"
          type="button"
          disabled={!newest}
          onClick={() => room.post('formulation.undo', { base: part.version })}
        >
          {say('console.formulation.undo.button')}
        </button>{' '}
        <span class="quiet typed">{newest ? undoWords(newest) : say('console.formulation.undo.none')}</span>
      </p>
      {others.length > 0 && (
        <details class="small">
          <summary>{say('console.formulation.undo.list', { n: others.length })}</summary>
          <ol>
            {others.slice(0, SHOWN).map((item) => (
              <li class="quiet typed">{undoWords(item)}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
