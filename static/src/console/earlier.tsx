// What a note, a part of the explanation or an action said before somebody changed it; one tap brings it back.

import type { Wording } from '../contract';
import type { Desk, Sent } from '../shared/live/room';
import { say } from '../shared/ui/say';

/** How each is had back. */
const BACK: Record<string, (id: string, version: number) => Sent<'facilitator'>> = {
  notes: (note, version) => ['formulation.restore', { note, version }],
  explanation: (part, version) => ['formulation.recall', { part: part as 'because', version }],
  actions: (id, version) => ['plan.restore', { id, version }],
  signs: (id, version) => ['plan.restore', { id, version }],
};

export function Earlier({ room, of, id }: { room: Desk; of: string; id: string }) {
  const item = room.part('wordings')?.items.find((i) => i.of === of && i.id === id);
  if (!item) return null;
  return <Before before={item.before} onBack={(version) => room.post(...BACK[of](id, version))} />;
}

export function Before({ before, onBack }: { before: Wording[]; onBack: (version: number) => void }) {
  if (!before.length) return null;
  return (
    <details class="small">
      <summary>{say('console.earlier.title', { n: before.length })}</summary>
      <ul>
        {before.map((w) => (
          <li key={w.version}>
            “<span class="typed">{w.text}</span>”{' '}
            <button
              class="linkish"
              type="button"
              aria-label={`${say('console.earlier.back')}: ${w.text}`}
              onClick={() => onBack(w.version)}
            >
              {say('console.earlier.back')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
