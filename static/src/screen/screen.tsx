// The projector: joins the connection and the current step's picture. Wiring only.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import type { Activity, Parts, StepShown } from '../contract';
import { connect } from '../shared/live/connection';
import { keptLinks } from '../shared/live/links';
import type { Links } from '../shared/live/links';
import { keepUp } from '../shared/live/renew';
import { Line } from '../shared/ui/icons';
import { pageData } from '../shared/ui/post';
import { say } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { stayAwake } from './awake';
import { Case } from './case';
import { Middle } from './parts';
import { Pinned } from './pinned';
import { Support } from './support';
import { TimeLine } from './time';
import { VIEWS } from './views';
import { Whole } from './whole';

type View = { Screen: (props: { parts: Parts['screen']; links: Links }) => ComponentChildren };

const views: Partial<Record<Activity, View>> = VIEWS;
/** Where an activity has no view for the projector: what the step is called. */
const TITLE: View = { Screen: ({ parts: { agenda } }) => <Title step={agenda.steps[agenda.position]} /> };
const ROOM = 560; // units: what the list of support may be high, once the session has ended
const PATIENCE = 1500; // ms without a connection before the screen says so
const { session, links: first } = pageData();
const links = keptLinks(`/screen/${session}/links`, first);
const connection = connect({ namespace: '/screen', session });

keepUp({ connection, session }); // the projector loads again without a word: the room reads it

function Page() {
  const parts = connection.parts.value;
  const state = connection.state.value;
  const step = parts.agenda && parts.agenda.steps[parts.agenda.position];
  if (state === 'gone' && parts.session?.state !== 'ended')
    return (
      <main id="main" class="screen">
        <Middle title={say('screen.gone.title')} say={say('screen.gone.say')} />
      </main>
    );
  if (!step)
    return (
      <main id="main" class="screen" aria-busy="true">
        <div class="screen-mid">
          <Line />
        </div>
        <Link />
      </main>
    );
  return (
    <>
      <p class="sr" aria-live="polite">
        {step.title}
      </p>
      {parts.session?.rehearsal && <p class="rehearsal">{say('common.rehearsal')}</p>}
      <Now parts={parts as Parts['screen']} step={step} />
      <Link />
    </>
  );
}

function Now({ parts, step }: { parts: Parts['screen']; step: StepShown }) {
  const { curtain, state, resources, case_shown: caseShown } = parts.session;
  if (state === 'ended')
    return (
      <main id="main" class="screen">
        <Middle title={say('screen.ended.title')} say={say('screen.ended.say')}>
          <Support resources={resources} room={ROOM} />
        </Middle>
      </main>
    );
  if (curtain !== 'none')
    return (
      <main id="main" class="screen">
        <Middle title={say('screen.curtain.title')} say={say('screen.curtain.say')} />
      </main>
    );
  if (caseShown) return <Case parts={parts} />;
  // A question that is on the screen is there whatever the step, and under it lies what was there.
  const asked = parts.questions?.shown.some((q) => q.state === 'shown');
  const pinned = asked ? null : parts.pinned; // so are the facilitator's words
  const { Screen } = views[asked ? 'questions' : step.activity] ?? TITLE;
  return (
    <>
      <Fault key={asked ? 'questions' : pinned ? 'pinned' : step.id}>
        {pinned ? <Pinned parts={parts} pinned={pinned} /> : <Screen parts={parts} links={links.value} />}
      </Fault>
      <TimeLine timer={parts.timer} />
    </>
  );
}

const Title = ({ step }: { step: StepShown }) => (
  <main id="main" class="screen">
    <Middle title={step.title} />
  </main>
);

/** A fault in one picture leaves a calm page, until the step changes. */
function Fault({ children }: { children?: ComponentChildren }) {
  const [fault] = useErrorBoundary((error) => reportError(error));
  return fault ? (
    <main id="main" class="screen">
      <Middle title={say('screen.fault.title')} say={say('screen.fault.say')} />
    </main>
  ) : (
    children
  );
}

/** Says so, discreetly, once the connection has been gone for a moment; after a while, why. */
function Link() {
  const [state, why] = [connection.state.value, connection.trouble.value];
  const late = useSignal(false);
  const away = state === 'offline' || state === 'connecting';
  useEffect(() => {
    late.value = false;
    if (!away) return undefined;
    const timer = setTimeout(() => {
      late.value = true;
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [away]);
  return away && late.value ? (
    <p class="screen-link link is-back" role="status">
      <i />
      {why || (state === 'connecting' ? say('screen.connecting') : say('screen.reconnecting'))}
    </p>
  ) : null;
}

stayAwake();
show(() => (
  <>
    <Page />
    <Whole />
  </>
)).then(connection.begin);
