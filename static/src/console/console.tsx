// The facilitator's page: joins connection, keys, the next thing and the current step's view.

import { computed, effect, signal, untracked } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Activity, Parts, StepShown } from '../contract';
import { connect } from '../shared/live/connection';
import type { Left } from '../shared/live/left';
import { keptLinks } from '../shared/live/links';
import { memory } from '../shared/live/memory';
import { keepUp, Renewing } from '../shared/live/renew';
import type { Desk as DeskRoom, DeskData, Sent } from '../shared/live/room';
import { kept } from '../shared/live/storage';
import { classes } from '../shared/ui/classes';
import { wholeScreen } from '../shared/ui/full';
import { Icon } from '../shared/ui/icons';
import { LeftLine, leftOf } from '../shared/ui/left';
import { LeftBehind, LeftSheet } from '../shared/ui/left-sheet';
import { pageData } from '../shared/ui/post';
import { say, sayEach } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { Trouble } from '../shared/ui/trouble';
import { Alone } from './addresses';
import { Ahead } from './ahead';
import { Bar, Insecure } from './bar';
import { Behind } from './behind';
import { Calm } from './calm';
import { Desk } from './desk';
import { nameOf } from './jotted';
import { listen } from './keys';
import { NO_TALK, nextThing, talked, thingBefore } from './next';
import { Held } from './parts';
import { pressing } from './pressing';
import { Preview } from './preview';
import { Private } from './private';
import { Rail } from './rail';
import { steadily } from './sender';
import { Sheets } from './sheets';
import { showable, turning, VIEW_KEYS } from './shows';
import type { Show } from './shows';
import { VIEWS } from './views';
import { lateness } from './waits';
import { Writing } from './writing';
import { JOTTER } from './written';

type View = { Console: ComponentType<{ room: DeskRoom }>; isTall?: (room: DeskRoom) => boolean };

const views: Partial<Record<Activity, View>> = VIEWS;
/** Where an activity has no view for the desk: what stands around it is enough. */
const AROUND: View = { Console: () => null, isTall: () => true };
const data: DeskData = pageData();
const connection = connect({ namespace: '/facilitator', session: data.session });
const send = steadily(connection.send);
const talk = signal(NO_TALK);
const late = lateness(() => connection.parts.value.notes_private?.opened);
const next = computed(() =>
  nextThing({ parts: connection.parts.value, seen: talk.value.seen, late: late.value }),
);

/** What is being typed at this desk lies in this browser. */
const deskOf = (session: string) => kept(`cw desk ${session}`);

/** What is being written at this desk, until it is sent. */
const remembered = memory(deskOf(data.session));
const room: DeskRoom = {
  part: ((name: keyof Parts['facilitator']) => connection.parts.value[name]) as DeskRoom['part'],
  data,
  links: keptLinks(`/facilitate/${data.session}/links`, data.links),
  session: data.session,
  connection,
  memory: remembered,
  next,
  opened: signal(''),
  said: signal(''),
  understood: signal(false),
  open(sheet) {
    room.said.value = '';
    room.opened.value = sheet;
  },
  async post(name, body) {
    room.said.value = '';
    const ack = await send(name, body);
    if (!ack.ok) room.said.value = ack.message || say('console.unanswered');
    return ack;
  },
  looking: signal(''),
  seen: () => talk.value.seen,
  goOn() {
    room.looking.value = '';
    return room.pressed.press();
  },
  goBack() {
    const before = thingBefore(connection.parts.value);
    if (before && !room.pressed.busy.value) room.post(...([before.name, before.body] as Sent<'facilitator'>));
  },
  blank: () =>
    room.post('session.curtain', { curtain: room.part('session').curtain === 'none' ? 'blank' : 'none' }),
  pressed: pressing({
    next: () => next.value,
    act: ({ name, body }) => room.post(...([name, body] as Sent<'facilitator'>)),
    open: (sheet) => room.open(sheet),
  }),
  writing: new Writing({
    memory: remembered,
    send: connection.send,
    now: (part) => connection.parts.value.formulation?.explanation[part as 'because'],
  }),
  jotting: new Writing({ of: JOTTER, memory: remembered, send: connection.send, now: jotted }),
  unsaved: (key) => room.writing.isUnsaved(key) || room.jotting.isUnsaved(key),
};
/** A text of the jotter as the room has it: one that nobody has written yet is empty. */
function jotted(name: string) {
  const part = connection.parts.value.jotter;
  return part && (part.jottings.find((j) => nameOf(j) === name) ?? { text: '', version: 0 });
}
/** What the screen shows of the talk, by a key: where there is such. */
const byKey = Object.fromEntries(VIEW_KEYS.map(({ show }) => [show, () => turn(show)])) as Record<
  Show,
  () => void
>;
function turn(show: Show) {
  if (showable(connection.parts.value).includes(show)) room.post(...turning(show));
}
const left = signal<Left[]>([]); // what was not sent when the session ended

const { outdated } = keepUp({ connection, session: data.session });
let caseTitle = '';
/** Which cards have been talked about; and a step that is looked at ahead is one no more when the room is there. */
function remember() {
  const { agenda, session } = connection.parts.value;
  if (session?.state === 'ended') over();
  const title = session?.scenario_title ?? caseTitle;
  if (caseTitle && title !== caseTitle) location.reload(); // it has other cards
  caseTitle = title;
  talk.value = talked(talk.value, connection.parts.value);
  if (agenda?.steps[agenda.position].id === room.looking.value) room.looking.value = '';
}

/** What was being written can be copied from this page; in the browser nothing stays. */
function over() {
  if (!left.value.length) left.value = leftOf(room, true);
  room.memory.onlyHere();
}

function Console() {
  const { parts, state } = connection;
  const { agenda, session } = parts.value;
  useEffect(
    () =>
      listen({
        next: room.goOn,
        back: room.goBack,
        blank: () => room.part('session') && room.blank(),
        full: wholeScreen,
        help: () => room.open('keys'),
        jot: () => document.querySelector<HTMLElement>('.jotter textarea')?.focus(),
        ...byKey,
        leave() {
          room.looking.value = '';
        },
      }),
    [],
  );
  if (state.value === 'gone')
    return (
      <Calm
        {...sayEach<{ title: string; text: string }>('console.gone')}
        href="/facilitate"
        words={say('console.gone.home')}
      />
    );
  if (!agenda || !session)
    return (
      <main id="main" class="page" aria-busy="true">
        <p class="quiet">{say(`common.states.${state.value}`)}…</p>
        <Trouble connection={connection} />
      </main>
    );
  if (session.state === 'ended') return <Ended />;
  const step = agenda.steps[agenda.position];
  return (
    <>
      <div class="console">
        <Bar room={room} />
        <Rail room={room} />
        <Middle step={agenda.steps.find((s) => s.id === room.looking.value) ?? step} now={step} />
        <Desk room={room} step={step} />
      </div>
      <p class="sr" aria-live="polite">
        {step.title}
      </p>
      <Sheets room={room} />
      {room.opened.value === 'left' && <LeftSheet room={room} onClose={() => room.open('')} />}
    </>
  );
}

/** Where the room is, or the step that is looked at from this desk. */
function Middle({ step, now }: { step: StepShown; now: StepShown }) {
  const { Console: View, isTall } = views[step.activity] ?? AROUND;
  const ahead = step !== now;
  const tall = !ahead && isTall ? isTall(room) : false;
  const work = (
    <section key={`work ${step.id}`} class={classes('work', !tall && 'across')}>
      <Held>
        <View room={room} />
      </Held>
    </section>
  );
  const own = <Private key="private" room={room} step={step} />;
  return (
    <main id="main" tabindex={0} class={classes(tall && 'is-tall', ahead && 'is-ahead')}>
      <h1 class="sr">{step.title}</h1>
      <Banners />
      {ahead ? <Ahead key={`ahead ${step.id}`} room={room} step={step} /> : <Behind room={room} />}
      <Preview key="see" room={room} />
      {!ahead && (tall ? [work, own] : [own, work])}
    </main>
  );
}

/** What has to be known before anything else. */
const Banners = () => (
  <>
    {outdated.value && <Renewing text={say('common.updated')} />}
    <Trouble connection={connection} />
    <Alone room={room} />
    <Insecure room={room} />
    {room.said.value && (
      <div class="banner banner--do said" role="alert">
        <Icon name="refused" />
        <p>{room.said.value}</p>
        <button
          class="linkish"
          type="button"
          onClick={() => {
            room.said.value = '';
          }}
        >
          {say('common.page.close')}
        </button>
      </div>
    )}
    <LeftLine room={room} />
  </>
);

/** Whoever has the session by an account goes on to its report; whoever came by a link ends here. */
function Ended() {
  if (!room.data.own)
    return (
      <Calm
        title={say('console.ended.title')}
        text={say('console.ended.elsewhere')}
        href="/"
        words={say('console.ended.leave')}
      >
        <LeftBehind list={left.value} />
      </Calm>
    );
  return (
    <Calm
      {...sayEach<{ title: string; text: string }>('console.ended')}
      href={`/facilitate/${room.session}/report`}
      words={say('console.ended.report')}
    >
      <LeftBehind list={left.value} />
      <p>
        <a class="button button--second" href={`/facilitate/${room.session}/debrief`}>
          {say('console.ended.debrief')}
        </a>
      </p>
    </Calm>
  );
}

room.writing.resume();
room.jotting.resume();
effect(() => {
  if (connection.parts.value.agenda) untracked(remember);
});
show(() => <Console />).then(connection.begin);
