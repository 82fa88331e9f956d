// Before you go: one thing I will do, what I still need, support, a takeaway, and a phone that is cleared.

import type { Commands, ReflectionPart } from '../contract';
import { LIMITS } from '../limits';
import { said } from '../shared/live/left';
import type { Phone } from '../shared/live/room';
import { Words } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Support } from '../shared/ui/support';
import { Chip, Chips, SendState, Top } from './controls';
import { Ask } from './questions';
import { taking } from './taking';
import { putBack, Unsent } from './unsent';

export function Delegate({ room }: { room: Phone }) {
  const part = room.part('reflection');
  const open = part?.state === 'open';
  return (
    <>
      <Top title={say('phone.reflection.title')} />
      <main id="main" tabindex={-1}>
        {open ? (
          <Asks room={room} part={part} />
        ) : (
          <>
            <h1>{say('phone.reflection.closed')}</h1>
            {part?.few && (
              <p class="quiet lead">{say('phone.reflection.few', { k: room.part('session').k })}</p>
            )}
          </>
        )}
        <h2>{say('phone.questions.everybody')}</h2>
        <Ask room={room} where="question-end" />
        <h2>{say('phone.reflection.support')}</h2>
        <Support resources={part?.resources ?? []} />
        <div class="sheet keep">
          <b>{say('phone.reflection.takeaway')}</b>
          <span class="quiet small">{say('phone.reflection.takeaway_more')}</span>
          <button
            class="button button--second button--slim"
            type="button"
            onClick={() => {
              taking.value = true;
            }}
          >
            {say('phone.takeaway.open')}
          </button>
        </div>
        <div class="end">
          <p class="clear small">
            <Icon name="phone" />
            {say('phone.reflection.clears')}
          </p>
          <button class="button button--wide button--second" type="button" onClick={room.leave}>
            {say('phone.reflection.leave')}
          </button>
        </div>
      </main>
    </>
  );
}

function Asks({ room, part }: { room: Phone; part: ReflectionPart }) {
  const { kept } = room.memory.held.value;
  const own = room.part('own_reflection');
  const isOf = (what: string) => (kept[`${what} in`] ?? part.round) === part.round;
  const tags = (isOf('needs') && kept.needs) || (own?.round === part.round ? own.tags : []);
  const tell = (field: Commands['reflection.say']['field'], text: string) => {
    room.memory.note(field, text);
    room.memory.note(`${field} in`, part.round);
    room.post(...said(part.round, field, text));
  };
  const toggle = (id: string) => {
    const next = tags.includes(id) ? tags.filter((t: string) => t !== id) : [...tags, id];
    room.memory.note('needs', next);
    room.memory.note('needs in', part.round);
    room.post(
      'reflection.need',
      { round: part.round, tags: next },
      { about: `${part.round} needs`, round: part.round },
    );
  };
  const waits = (name: string) =>
    [room.outbox.stateOf(`${part.round} ${name}`)].flatMap((o) =>
      o?.state === 'waiting' && !o.tried ? [o] : [],
    );
  const field = (name: Commands['reflection.say']['field'], label: string) => (
    <>
      <Words
        room={room}
        where={`say-${name}`}
        label={label}
        limit={LIMITS['reflection.say'].text}
        long={true}
        start={isOf(name) ? '' : kept[name]}
        onSend={(text: string) => tell(name, text)}
      />
      {isOf(name) && kept[name] && !waits(name).length && <p class="small typed">{kept[name]}</p>}
      {waits(name).length ? (
        <ul class="notes-list">
          <Unsent
            room={room}
            operations={waits(name)}
            again={say('common.left.back')}
            onAgain={(o) => putBack(room, `say-${name}`, o.body.text)}
          />
        </ul>
      ) : (
        <SendState operation={room.outbox.stateOf(`${part.round} ${name}`)} sent={say('phone.sent_short')} />
      )}
    </>
  );
  return (
    <>
      {part.reopens && (
        <p class="state" role="status">
          {say('phone.reflection.again')}
        </p>
      )}
      {field('will_do', say('phone.reflection.will'))}
      <h2>{say('phone.reflection.need')}</h2>
      <Chips name={say('phone.reflection.need')}>
        {part.tags.map((id) => (
          <Chip on={tags.includes(id)} onClick={() => toggle(id)}>
            {say(`names.need.${id}`)}
          </Chip>
        ))}
      </Chips>
      {field('still_need', say('phone.reflection.words'))}
      <p class="aid">{say('phone.reflection.read', { k: room.part('session').k })}</p>
    </>
  );
}
