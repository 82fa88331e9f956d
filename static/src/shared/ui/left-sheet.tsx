// Words that are on this device and nowhere else, in one list: to be sent, copied or taken away. Before they are sent they
// are looked at as in their field: they may not have been yet, and a line is not to tell whence words come. When the session
// has ended they can still be copied.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Ack } from '../live/connection';
import { letGo, lookedAt } from '../live/left';
import type { Left } from '../live/left';
import type { Room } from '../live/room';
import { classes } from './classes';
import { Doubt, useDoubt } from './doubt';
import { leftOf } from './left';
import { say } from './say';
import { Sheet } from './sheet';
import { Sure } from './sure';

/** Either way to send: a desk's is answered. */
type Posting = (...sent: NonNullable<Left['send']>) => Promise<Ack> | void;
type Sending = { room?: Room | null; post?: Posting | undefined };

/** `post`: how it is sent from here, if not as it stands */
export function LeftSheet({ room, post, onClose }: { room: Room; post?: Posting; onClose: () => void }) {
  const list = leftOf(room);
  return (
    <Sheet title={say('common.left.title')} onClose={onClose}>
      <p class="small quiet">{list.length ? say('common.left.more') : say('common.left.none')}</p>
      <List room={room} post={post} list={list} />
    </Sheet>
  );
}

/** At the end of a session: what was being typed. */
export function LeftBehind({ list }: { list: Left[] }) {
  return list.length ? (
    <section class="left-behind">
      <p>{say('common.left.ended')}</p>
      <List list={list} />
    </section>
  ) : null;
}

function List({ room = null, post, list }: Sending & { list: Left[] }) {
  return (
    <ul class="notes-list">
      {list.map((left) => (
        <One key={left.key} {...{ room, post, left }} />
      ))}
    </ul>
  );
}

function One({ room, post = room?.post as Posting, left }: Sending & { left: Left }) {
  const said = useSignal('');
  const isClosed = left.kind === 'say' && !left.send; // of what else has no button here, its own place has one
  const busy = useRef(false);
  const { doubt, ask, clear } = useDoubt(room?.connection);
  const drop = () =>
    left.operation && room && 'outbox' in room
      ? room.outbox.drop(left.operation)
      : room && letGo(room.memory, left.key);
  const send = async () => {
    clear();
    if (!left.send || busy.current) return;
    busy.current = true;
    const ack = await post(...left.send);
    busy.current = false;
    if (ack?.ok === false) said.value = ack.message;
    else drop();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(left.text);
      said.value = say('common.left.copied');
    } catch {
      said.value = say('common.left.copy_by');
    }
  };
  return (
    <li class="unsent">
      <p class="eyebrow">{say(`common.left.kinds.${left.kind}`)}</p>
      <p class="typed">{left.text}</p>
      {(left.why || (room && isClosed)) && (
        <p class={classes('state state--small', left.why && 'state--refused')}>
          {left.why || say('common.left.closed')}
        </p>
      )}
      {doubt.value && <Doubt doubt={doubt} onChange={clear} onSend={send} change={say('common.left.stay')} />}
      <div class="note-foot">
        {room && left.send && !doubt.value && (
          <button class="sup" type="button" onClick={() => ask(lookedAt(left.send?.[1]), send)}>
            {say('common.left.send')}
          </button>
        )}
        <button class="sup" type="button" onClick={copy}>
          {say('common.left.copy')}
        </button>
        {room && (
          <Sure
            look="sup"
            words={say('common.drop')}
            sure={say('common.left.drop_sure')}
            yes={say('common.drop')}
            no={say('common.left.stay')}
            onYes={drop}
          />
        )}
        <span class="small quiet" role="status">
          {said.value}
        </span>
      </div>
    </li>
  );
}
