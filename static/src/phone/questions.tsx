// Questions that the facilitator has let through; and the field to ask one, here and in the sheet.

import { useSignal } from '@preact/signals';
import { LIMITS } from '../limits';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { Words } from '../shared/ui/asking';
import { opinion } from '../shared/ui/identifying';
import { say } from '../shared/ui/say';
import { Top } from './controls';
import { putBack, Unsent, unsentOf } from './unsent';

export function Delegate({ room }: { room: Phone }) {
  const { shown } = room.part('questions');
  return (
    <>
      <Top title={say('phone.questions.title')} />
      <main id="main" tabindex={-1} class="wide two">
        {shown.length ? (
          <ul class="notes-list">
            {shown.map((q) => (
              <li class="sheet">
                <p class="typed">{q.text}</p>
                {q.state !== 'shown' && (
                  <div class="note-foot">{say(`phone.questions.states.${q.state}`)}</div>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <>
            <h1>{say('phone.questions.none')}</h1>
            <p class="quiet lead">{say('phone.questions.none_more')}</p>
          </>
        )}
        <div class="add-note">
          <Ask room={room} where="question" />
        </div>
      </main>
    </>
  );
}

/** A question; and where everybody is asked, "Nothing to ask", which sends the same message without words. */
export function Ask({ room, where }: { room: Phone; where: string }) {
  const asked = useSignal('');
  const isSending = useSignal(false);
  const asking = room.part('questions')?.asking ?? '';
  const answered = asking && room.memory.held.value.kept.answered === asking;
  const send = (text: string) => {
    if (asking) room.memory.note('answered', asking);
    room.post('questions.ask', { text });
    asked.value = text ? say('phone.questions.thanks') : '';
  };
  /** As a question goes: a line is not to tell who had one. */
  const nothing = async () => {
    if (isSending.value) return;
    isSending.value = true;
    if (room.connection?.state.value === 'online') await opinion('');
    send('');
    isSending.value = false;
  };
  const unsent = unsentOf(room, 'questions.ask', [], (body) => body.text !== '');
  const again = (operation: Operation) => {
    room.outbox.drop(operation.id);
    putBack(room, 'question', operation.body.text);
  };
  const when = asking
    ? say('phone.questions.together')
    : say('phone.questions.waits', { k: room.part('session').k });
  return (
    <>
      <Words
        room={room}
        where={where}
        draft="question"
        label={say('phone.questions.field')}
        limit={LIMITS['questions.ask'].text}
        long={true}
        aid={`${say('phone.questions.aid')} ${when}`}
        onSend={send}
      />
      {asking && !answered && (
        <button class="button button--second button--wide" type="button" onClick={nothing}>
          {say('phone.questions.nothing')}
        </button>
      )}
      <ul class="notes-list">
        <Unsent room={room} operations={unsent} again={say('common.left.back')} onAgain={again} />
      </ul>
      {!unsent.length && (asked.value || answered) && (
        <p class="state" role="status">
          {asked.value || say('phone.questions.answered')}
        </p>
      )}
    </>
  );
}
