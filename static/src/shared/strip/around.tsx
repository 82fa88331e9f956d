// What stands around strips: the numbers above a list of them, what outline and dot mean, the sentence of movement.

import type { ComponentChildren } from 'preact';
import { classes } from '../ui/classes';
import { movementParts } from './words';
import type { Shift } from './words';

/** The numbers above a list of strips, once. */
export function Axis({ stages, lane = '' }: { stages: number; lane?: ComponentChildren }) {
  const centre = (at: number) => `${((at + 0.5) * 83.5) / stages}%`;
  return (
    <div class="strip-axis" aria-hidden="true">
      {Array.from({ length: stages }, (_, at) => (
        <span style={{ insetInlineStart: centre(at) }}>{at + 1}</span>
      ))}
      {lane && (
        <span class="k" style={{ insetInlineStart: '93.25%' }}>
          {lane}
        </span>
      )}
    </div>
  );
}

/** What an outline and a dot mean. */
export function Key({ before, now }: { before: string; now: string }) {
  return (
    <span class="strip-key">
      <svg viewBox="0 0 34 34" aria-hidden="true">
        <circle class="ring" cx="17" cy="17" r="14" />
      </svg>
      {before}
      <svg viewBox="0 0 34 34" aria-hidden="true">
        <circle cx="17" cy="17" r="12" />
      </svg>
      {now}
    </span>
  );
}

/** The sentence of movement: left, middle, right, as the line lies. */
export function Movement({
  movement,
  ends,
  page = false,
}: {
  movement: Shift | null;
  ends: string[];
  page?: boolean;
}) {
  const parts = movementParts(movement, ends);
  if (!parts.length) return null;
  return (
    <div class={classes('move', page && 'move--page')}>
      {parts.map(({ side, n, text }) => (
        <p class={side}>
          {side === 'low' && !page && (
            <svg viewBox="0 0 60 24" aria-hidden="true">
              <path d="M57 12H4M13 3 4 12l9 9" />
            </svg>
          )}
          <span>
            {n !== null && (
              <>
                <b>{n}</b>{' '}
              </>
            )}
            {text}
          </span>
          {side === 'high' && !page && (
            <svg viewBox="0 0 60 24" aria-hidden="true">
              <path d="M3 12h53M47 3l9 9-9 9" />
            </svg>
          )}
        </p>
      ))}
    </div>
  );
}
