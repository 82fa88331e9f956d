// Another wording, offered beneath a field while somebody writes in it: once for each field, and it may be left. It is worked
// out here, held while the page is open, and goes nowhere.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { first, prompts, put } from './gentler-rule';
import type { Found } from './gentler-rule';
import { Icon } from './icons';
import { say } from './say';

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** Field → ids of prompts that were answered there, or sent past. */
const past = new Map<string, string[]>();

/** `field`: the id of the field that it stands beneath. What is put there comes to the field as if it were typed. */
export function Gentler({ field }: { field: string }) {
  const found = useSignal<Found | null>(null);
  const answer = useSignal(''); // the same lines stay until something is typed: nothing moves under a finger
  const seen = useSignal('');
  const at = () => document.getElementById(field) as Typed | null;
  const isPast = () => {
    if (found.value) past.set(field, [...(past.get(field) ?? []), found.value.prompt.id]);
  };
  const look = () => {
    const text = at()?.value ?? '';
    if (text === seen.value) return;
    if (!text) isPast();
    seen.value = text;
    answer.value = '';
    found.value = first(prompts(), text, past.get(field));
  };
  useEffect(look); // also where the page itself has put words there, or taken them out
  useEffect(() => {
    const there = at();
    there?.addEventListener('input', look);
    return () => there?.removeEventListener('input', look);
  }, [field]);
  const finish = (how: 'put_in' | 'left') => {
    const [there, now] = [at(), found.value];
    if (!there || !now) return;
    isPast();
    if (how === 'put_in') {
      there.value = seen.value = put(there.value, now);
      there.dispatchEvent(new Event('input', { bubbles: true }));
    }
    answer.value = how;
    there.focus();
  };
  return (
    <div class="gentler" role="status">
      {found.value && <Offered found={found.value} answer={answer.value} onAnswer={finish} />}
    </div>
  );
}

function Offered({
  found: { words, offer, prompt },
  answer,
  onAnswer,
}: {
  found: Found;
  answer: string;
  onAnswer: (how: 'put_in' | 'left') => void;
}) {
  return (
    <>
      <Icon name="pencil" />
      <p>
        <q class="typed">{words}</q> {prompt.why} {offer && say('gentler.offer', { offer })}
        <small>{say('gentler.from', { source: prompt.source })}</small>
      </p>
      <div class="gentler-acts">
        {answer && <span class="state state--small">{say(`gentler.${answer}`)}</span>}
        {!answer && offer && (
          <button class="sup" type="button" onClick={() => onAnswer('put_in')}>
            {say('gentler.use')}
          </button>
        )}
        {!answer && (
          <button class="sup" type="button" onClick={() => onAnswer('left')}>
            {say('gentler.leave')}
          </button>
        )}
      </div>
    </>
  );
}
