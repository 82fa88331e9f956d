// A quiet minute: five sentences, and a line that fills once for each. Whoever wants no motion turns them by a tap.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Phone } from '../shared/live/room';
import { useBack } from '../shared/ui/back';
import { classes } from '../shared/ui/classes';
import { say, sayAll } from '../shared/ui/say';
import { Top } from './controls';

const LASTS = 12_000; // ms for a sentence

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function Quiet({ room }: { room: Phone }) {
  const at = useSignal(0);
  const sentences = sayAll('phone.quiet.sentences');
  const isLast = at.value + 1 === sentences.length;
  const still = isStill();
  const close = () => room.open('');
  const turn = () => {
    if (!isLast) at.value += 1;
  };
  useBack(true, close);
  useEffect(() => {
    if (still || isLast) return undefined;
    const due = setTimeout(turn, LASTS);
    return () => clearTimeout(due);
  }, [at.value]);
  return (
    <>
      <Top title={say('phone.quiet.title')} />
      <main id="main" tabindex={-1} class="quiet-minute">
        <div
          class="line"
          role="img"
          aria-label={say('phone.quiet.at', { at: at.value + 1, of: sentences.length })}
        >
          {sentences.map((_, i) => (
            <i
              class={classes(i < at.value && 'is-full', i === at.value && (still ? 'is-full' : 'is-filling'))}
            />
          ))}
        </div>
        <p class="say" aria-live="polite">
          {sentences[at.value]}
        </p>
        <p class="sub">{say('phone.quiet.under')}</p>
        {still && !isLast && (
          <button class="button button--plain" type="button" onClick={turn}>
            {say('phone.quiet.turn')}
          </button>
        )}
        <div class="end">
          <p class="aid">{say('phone.quiet.aid')}</p>
          <button class="button button--second button--wide" type="button" onClick={close}>
            {say('phone.quiet.enough')}
          </button>
        </div>
      </main>
    </>
  );
}
