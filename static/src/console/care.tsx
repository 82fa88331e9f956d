// Welfare and questions, for a second trainer: everything is seen from here, nothing is moved. What is sent waits at the
// lead's desk; the server takes nothing else from here.

import { signal } from '@preact/signals';
import type { Parts } from '../contract';
import { connect } from '../shared/live/connection';
import { keepUp, Renewing } from '../shared/live/renew';
import type { DeskData } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { pageData } from '../shared/ui/post';
import { say, sayEach } from '../shared/ui/say';
import { show } from '../shared/ui/show';
import { Trouble } from '../shared/ui/trouble';
import { Here, Which } from './bar';
import { Calm } from './calm';
import { Left, Questions, Welfare } from './care-parts';
import type { CareDesk } from './care-parts';
import { steadily } from './sender';

const data: Pick<DeskData, 'session' | 'own' | 'you' | 'insecure'> = pageData();
const connection = connect({ namespace: '/facilitator', session: data.session, care: true });
const send = steadily(connection.send);
const { outdated } = keepUp({ connection, session: data.session });
const said = signal('');

const room: CareDesk = {
  part: ((name: keyof Parts['facilitator']) => connection.parts.value[name]) as CareDesk['part'],
  session: data.session,
  async post(name, body) {
    const ack = await send(name, body);
    said.value = ack.ok ? '' : ack.message || say('console.unanswered');
  },
};

function Page() {
  const { agenda, session } = connection.parts.value;
  const state = connection.state.value;
  if (state === 'gone' || session?.state === 'ended') {
    const gone = sayEach<{ title: string; text: string }>(
      state === 'gone' ? 'console.gone' : 'console.ended',
    );
    return <Calm title={gone.title} text={gone.text} href="/" words={say('console.ended.leave')} />;
  }
  if (!agenda || !session)
    return (
      <main id="main" class="page" aria-busy="true">
        <p class="quiet">{say(`common.states.${state}`)}…</p>
        <Trouble connection={connection} />
      </main>
    );
  return (
    <div class="console care">
      <header class="bar">
        <Which session={session} />
        <span class="role">
          <Icon name="people" />
          {say('console.care.role')}
        </span>
        <span class="sp" />
        <Here session={session} state={state} />
      </header>
      <Left room={room} />
      <main id="main" tabindex={0} class="mid">
        {outdated.value && <Renewing text={say('common.updated')} />}
        <Trouble connection={connection} />
        {said.value && (
          <p class="state state--refused" role="alert">
            <Icon name="refused" />
            {said.value}
          </p>
        )}
        <Questions room={room} />
      </main>
      <Welfare room={room} />
    </div>
  );
}

show(() => <Page />).then(connection.begin);
