// The delegate's page: joins connection, outbox, memory and the current step's view.

import { computed, effect, signal, untracked } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Left } from '../shared/live/left';
import { keepUp, Renewing } from '../shared/live/renew';
import { forgetOthers } from '../shared/live/storage';
import { leftOf } from '../shared/ui/left';
import { pageData, post } from '../shared/ui/post';
import { say, sayEach } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { Trouble } from '../shared/ui/trouble';
import { Always, Calm, Sheets } from './always';
import { holding } from './holding';
import { Now } from './now';
import type { Stay } from './now';
import { oneTab } from './one-tab';
import { BEFORE, fetchLater, isOther, later } from './rest';

const { session } = pageData();
const tab = oneTab(session); // before anything is read
const { held, stores, isOver, resume } = holding({ session, isMine: tab.isMine });
const { connection } = held;
const opened = signal('');
/** The sheets from which words are sent. */
const SENDING = ['ask', 'left'];
const said = signal('');
const left = signal<Left[]>([]); // what was not sent when it was over

const room: Stay = {
  ...held,
  opened,
  open: (sheet: string) => {
    opened.value = sheet;
  },
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
    if (SENDING.includes(opened.value)) opened.value = ''; // nothing goes out any more: it can be copied below
    renewal.clear();
    room.outbox.clear();
    if (gone) room.memory.clear();
    else room.memory.onlyHere();
    tab.clear();
  });
}

function Room() {
  const { parts, state } = connection;
  const { LeftBehind } = later.value ?? BEFORE;
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
        {parts.value.session?.rehearsal && <p class="rehearsal">{say('common.rehearsal')}</p>}
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
resume();
effect(() => later.value?.offering(held));
effect(() => later.value?.remembering(held));
const { dataset } = document.documentElement;
fetchLater(dataset.later as string, dataset.laterWords as string);
show(() => <Room />).then(connection.begin);
