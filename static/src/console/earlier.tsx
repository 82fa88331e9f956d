// What a note, a part of the explanation or an action said before somebody changed it; one tap brings it back.

import { say } from '../shared/ui/say';

/** How each is had back. */
const BACK: Record<string, (id: string, version: number) => [name: string, body: any]> = {
  notes: (note, version) => ['formulation.restore', { note, version }],
  explanation: (part, version) => ['formulation.recall', { part, version }],
  actions: (id, version) => ['plan.restore', { id, version }],
};

export function Earlier({ room, of, id }: { room: any; of: string; id: string }) {
  const item = room.part('wordings')?.items.find((i: any) => i.of === of && i.id === id);
  if (!item) return null;
  return (
    <details class="small">
      <summary>{say('console.earlier.title', { n: item.before.length })}</summary>
      <ul>
        {item.before.map((w: any) => (
          <li key={w.version}>
            “{w.text}”{' '}
            <button
              class="linkish"
              type="button"
              aria-label={`${say('console.earlier.back')}: ${w.text}`}
              onClick={() => room.post(...BACK[of](id, w.version))}
            >
              {say('console.earlier.back')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
