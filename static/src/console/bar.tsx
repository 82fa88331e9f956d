// The bar: which session, who is here, whether it holds, and the links out of it.

import type { Parts } from '../contract';
import type { State } from '../shared/live/connection';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { halves } from '../shared/ui/code';
import { Icon, Mark } from '../shared/ui/icons';
import { say, spelt } from '../shared/ui/say';
import { Trainers } from './trainers';

/** A code as it is read out: in two halves. */
export const spoken = (code: string) => halves(code).join(' ');

type Named = Pick<Parts['facilitator']['session'], 'title' | 'code' | 'devices' | 'rehearsal'>;

/** Which session it is. */
export const Which = ({ session }: { session: Named }) => (
  <>
    <Mark name="" size={24} />
    <b class="title typed">{session.title}</b>
    {session.rehearsal && <span class="rehearsal">{say('console.bar.rehearsal')}</span>}
    <span class="quiet code-words" translate={false}>
      {spoken(session.code)}
    </span>
  </>
);

/** Whether the connection holds, and how many are here. */
export const Here = ({ session, state }: { session: Named; state: State }) => (
  <>
    <span
      class={classes('link', state === 'offline' && 'is-back', state === 'connecting' && 'is-off')}
      role="status"
    >
      <i />
      <span class="words">{say(`common.states.${state}`)}</span>
    </span>
    <span class="cell">
      <Icon name="people" />
      <span>
        <b>{session.devices}</b> {say('console.bar.joined')}
      </span>
    </span>
  </>
);

export function Bar({ room }: { room: Desk }) {
  const session = room.part('session');
  const state = room.connection.state.value;
  const { locked } = session;
  return (
    <header class="bar">
      <Which session={session} />
      <span class="sp" />
      {room.data.insecure && room.understood.value && (
        <button
          class="cell"
          type="button"
          onClick={() => {
            room.understood.value = false;
          }}
        >
          <Icon name="refused" />
          {say('console.bar.plain')}
        </button>
      )}
      <Here session={session} state={state} />
      <Trainers room={room} />
      <span class="cell k-cell">{say('console.bar.k', { k: spelt(session.k) })}</span>
      <button
        class="cell"
        type="button"
        aria-label={say(locked ? 'console.bar.locked_now' : 'console.bar.open_now')}
        onClick={() => room.post('session.lock', { locked: !locked })}
      >
        <Icon name={locked ? 'lock' : 'unlock'} />
        {locked ? say('console.bar.locked') : say('console.bar.open')}
      </button>
      <button class="cell" type="button" onClick={() => room.open('case')}>
        <Icon name="info" />
        {session.case_shown ? say('console.case.on') : say('console.case.open')}
      </button>
      <button class="cell" type="button" onClick={() => room.open('links')}>
        <Icon name="chain" />
        {say('console.bar.links')}
      </button>
      <button class="button button--second button--slim" type="button" onClick={() => room.open('end')}>
        {say('console.bar.end')}
      </button>
    </header>
  );
}

/** What a facilitator must know of an open line before anybody writes on it. */
export function Insecure({ room }: { room: Desk }) {
  if (!room.data.insecure || room.understood.value) return null;
  return (
    <section class="banner banner--do insecure" aria-label={say('console.bar.plain')}>
      <Icon name="refused" />
      <p>
        <b>{say('console.insecure.title')}</b> {say('console.insecure.text')}
      </p>
      <button
        class="linkish"
        type="button"
        onClick={() => {
          room.understood.value = true;
        }}
      >
        {say('console.insecure.ok')}
      </button>
    </section>
  );
}
