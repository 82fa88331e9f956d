// The question before words are sent that look like a real person or place, with its two answers.

import { useSignal } from '@preact/signals';
import { identifying, opinion } from './identifying';
import { say } from './say';

/**
 * Asks before sending: what this phone can tell by itself, and, with a connection, what the server thinks.
 * The server is asked in any case, so that a line tells nobody whether there was a doubt. `send` runs at once
 * when there is no doubt. Words that change meanwhile are asked about anew. `connection`: none at the end of
 * a session, when nothing is sent.
 */
export function useDoubt(connection?: { state: { value: string } }) {
  const doubt = useSignal('');
  const asked = useSignal('');
  const ask = async (text: string, send: () => void) => {
    if (asked.value) return; // a second tap while the first is being thought about
    const isHere = connection?.state.value === 'online';
    doubt.value = identifying(text);
    if (doubt.value) {
      if (isHere) opinion(text);
      return;
    }
    if (isHere) {
      asked.value = text;
      const found = await opinion(text);
      const same = asked.value === text;
      asked.value = '';
      if (!same) return;
      doubt.value = found;
      if (found) return;
    }
    send();
  };
  const clear = () => {
    doubt.value = '';
    asked.value = '';
  };
  return { doubt, ask, clear };
}

/** The question, with its two answers. */
export function Doubt({
  doubt,
  onChange,
  onSend,
  change = say('common.change_it'),
}: {
  doubt: { value: string };
  onChange: () => void;
  onSend: () => void;
  change?: string;
}) {
  return (
    <div class="banner banner--do" role="alert">
      <span />
      <p>{say('common.looks', { what: say(`common.looks_like.${doubt.value}`) })}</p>
      <span />
      <div class="both">
        <button class="button button--second button--slim" type="button" onClick={onChange}>
          {change}
        </button>
        <button class="button button--slim" type="button" onClick={onSend}>
          {say('common.send_anyway')}
        </button>
      </div>
    </div>
  );
}
