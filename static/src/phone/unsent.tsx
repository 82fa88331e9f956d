// What a phone wrote and the room does not have yet: waiting, or refused. What has not gone out can be taken back into the
// field; refused words stay until their writer has dealt with them.

import { useEffect } from 'preact/hooks';
import type { DraftName } from '../shared/live/drafts';
import { wordsIn } from '../shared/live/outbox';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';

/**
 * `again` names what can be done with refused words; `onBack` puts words that were taken back where they can
 * be changed
 */
export const Unsent = ({
  operations,
  ...props
}: {
  room: Phone;
  operations: Operation[];
  again: string;
  onAgain: (operation: Operation) => void;
  onBack?: (operation: Operation) => void;
}) => operations.map((o) => <One key={o.id} o={o} {...props} />);

function One({
  room,
  o,
  again,
  onAgain,
  onBack = onAgain,
}: {
  room: Phone;
  o: Operation;
  again: string;
  onAgain: (operation: Operation) => void;
  onBack?: ((operation: Operation) => void) | undefined;
}) {
  useEffect(() => room.memory.shows(o.id), [o.id]);
  const refused = o.state === 'refused';
  const back = () => {
    if (room.outbox.takeBack(o.id)) onBack(o);
  };
  return (
    <li class="unsent">
      <p class="typed">{wordsIn(o.body)}</p>
      <p class={`state state--small ${refused ? 'state--refused' : ''}`} role={refused ? 'alert' : undefined}>
        <Icon name={refused ? 'refused' : 'waiting'} />
        {o.message || say('phone.waiting')}
      </p>
      <div class="note-foot">
        {refused && (
          <>
            <button class="sup" type="button" onClick={() => onAgain(o)}>
              {again}
            </button>
            <Sure
              look="sup"
              words={say('common.drop')}
              sure={say('common.left.drop_sure')}
              yes={say('common.drop')}
              no={say('common.left.stay')}
              onYes={() => room.outbox.drop(o.id)}
            />
          </>
        )}
        {!refused && !o.tried && (
          <button class="sup" type="button" onClick={back}>
            {say('common.left.back')}
          </button>
        )}
      </div>
    </li>
  );
}

/** Words that were taken back go into a field, behind what is being typed there. */
export function putBack(room: Phone, where: DraftName, text: string, base?: object) {
  const there = room.memory.drafted(where);
  room.memory.draft(where, there?.text ? `${there.text} ${text}` : text, there ? there.base : base);
}

/** Those of a kind: new ones of this place while they wait, and whatever was refused. */
export const unsentOf = (
  room: Phone,
  add: string,
  others: string[],
  here: (body: Operation['body']) => boolean,
) =>
  room.outbox.operations.value.filter(
    (o) =>
      (o.name === add && (here(o.body) || o.state === 'refused')) ||
      (others.includes(o.name) && o.state === 'refused'),
  );
