// The delegate's page: joins connection, outbox, memory and the current step's view.

import { computed, effect, signal, untracked } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Parts } from '../contract';
import { connect } from '../shared/live/connection';
import type { Left } from '../shared/live/left';
import { memory } from '../shared/live/memory';
import { Outbox } from '../shared/live/outbox';
import { keepUp, Renewing } from '../shared/live/renew';
import type { Phone } from '../shared/live/room';
import { forgetOthers, kept } from '../shared/live/storage';
import { LeftBehind, leftOf } from '../shared/ui/left';
import { pageData, post } from '../shared/ui/post';
import { say, sayEach } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { Trouble } from '../shared/ui/trouble';
import { Always, Calm, Sheets } from './always';
import { ofBefore } from './before';
import { Now } from './now';
import type { Stay } from './now';
import { Occasions } from './occasions';
import { oneTab } from './one-tab';
import { connected } from './ready';
import { fetchLater, isOther } from './rest';
import { supportAgain } from './support';

const { session } = pageData();
const connection = connect({ namespace: '/delegate', session, onEpoch: () => again() });
const tab = oneTab(session); // before anything is read
const unsent = kept(`cw outbox ${session}`, undefined, tab.isMine);
const stores = [
  kept(`cw memory ${session}`, (was) => ofBefore(was, unsent.read() ?? []), tab.isMine),
  unsent,
];
const opened = signal('');
const said = signal('');
const isOver = () => connection.state.value === 'gone' || connection.parts.value.session?.state === 'ended';
const memoryHere = memory(stores[0]);
const outbox = new Outbox({
  store: stores[1],
  send: connection.send,
  ready: () => connected(connection.state),
});
const left = signal<Left[]>([]); // what was not sent when it was over

/** Whether an answer of a round may still be counted, as far as this phone knows. */
function isOpen(round: string) {
  const { board: shown } = connection.parts.value;
  if (isOver()) return false;
  return !shown || (shown.round?.id === round && shown.round.state === 'open');
}

const room: Stay = {
  /** One part as it is now; views that read it are drawn again when it moves. */
  part: ((name: keyof Parts['delegate']) => connection.parts.value[name]) as Phone['part'],
  memory: memoryHere,
  outbox,
  occasions: new Occasions({ memory: memoryHere, outbox, isOpen }),
  connection,
  opened,
  open: (sheet: string) => {
    opened.value = sheet;
  },
  post: (...sent) => room.outbox.post(...(sent as Parameters<Outbox['post']>)),
  /** Asks before a seat is given back, and before a phone is cleared. */
  leave: () => room.open('leave'),
  async leaveForGood() {
    const answer = await post('/leave', {});
    said.value = answer.ok ? '' : answer.message;
    if (!answer.ok) return;
    renewal.clear();
    room.outbox.clear();
    room.memory.clear();
    tab.clear();
    connection.close();
    location.replace('/');
  },
};

/** The version of what the page would load now; of another release's second file it is none of ours. */
const protocol = computed(() => (isOther.value ? 0 : connection.protocol.value));
const renewal = keepUp({ connection: { protocol }, session, waiting: () => room.outbox.waiting() });

/** What is over stays on no phone: neither what was answered nor what could still have been sent. */
function letGo() {
  const gone = connection.state.value === 'gone';
  if (!isOver()) return;
  untracked(() => {
    if (!left.value.length) left.value = leftOf(room, true);
    renewal.clear();
    room.outbox.clear();
    if (gone) room.memory.clear();
    else room.memory.onlyHere();
    tab.clear();
  });
}

/** A new epoch: what this phone had been told was stored is sent again; what it forgot, it is told. */
function again() {
  room.memory.refill(room.part('own_board'));
  supportAgain(room);
  room.outbox.again();
}

/** Answers of a round are kept until it closes; the board, or a questionnaire, tells which one is open. */
function tidy() {
  const { board, ...others } = connection.parts.value;
  const asked = Object.values(others).flatMap((part) =>
    part && 'state' in part && 'round' in part ? [{ id: part.round, state: part.state }] : [],
  );
  const rounds = board?.round ? [board.round, ...asked] : asked;
  const closed = new Set(rounds.flatMap(({ id, state }) => (state === 'open' ? [] : [id])));
  room.outbox.forgetClosed((round) => !closed.has(round));
}

function Room() {
  const { parts, state } = connection;
  const step = parts.value.agenda && parts.value.agenda.steps[parts.value.agenda.position];
  useEffect(() => {
    document.getElementById('main')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [step?.id]);
  if (tab.elsewhere.value)
    return (
      <div class="phone">
        <Calm {...sayEach('phone.elsewhere')} onAction={() => location.reload()} />
      </div>
    );
  if (state.value === 'gone')
    return (
      <div class="phone">
        <Calm
          {...sayEach('phone.gone')}
          action={say('phone.gone.join')}
          onAction={() => location.assign('/')}
        >
          <LeftBehind list={left.value} />
        </Calm>
      </div>
    );
  if (!step)
    return (
      <div class="phone">
        <main id="main" aria-busy="true">
          <p class="quiet">{say(`common.states.${state.value}`)}…</p>
          <Trouble connection={connection} />
        </main>
      </div>
    );
  return (
    <>
      <div class="phone">
        <p class="sr" aria-live="polite">
          {step.title}
        </p>
        <Versions />
        <Trouble connection={connection} />
        <Now room={room} step={step} left={left.value} said={said.value} />
        <Always room={room} />
      </div>
      <Sheets room={room} />
    </>
  );
}

/** A page, or what lies on this phone, of another version than the server. */
function Versions() {
  if (renewal.outdated.value) return <Renewing text={say('common.updated')} />;
  return stores.some((store) => store.isNewer()) ? <Renewing text={say('phone.newer')} /> : null;
}

forgetOthers(session);
addEventListener('pagehide', () => room.occasions.putAway(true));
addEventListener('pageshow', () => room.occasions.putAway(false));
document.addEventListener('visibilitychange', () => room.occasions.putAway(document.hidden));
effect(letGo);
effect(() => {
  if (tab.elsewhere.value) connection.close();
});
effect(() => {
  if (connection.parts.value.agenda) untracked(tidy);
});
room.outbox.run();
room.occasions.leave(); // of a page that went while a card was open
fetchLater(document.documentElement.dataset.later as string);
show(() => <Room />).then(connection.begin);
