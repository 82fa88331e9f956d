// The projector: joins the connection and the current step's picture. Wiring only.

import { Line } from '../elements/icons.js';
import { Middle, Support } from '../elements/screen.js';
import { TimeLine } from '../elements/screen-time.js';
import { html, useEffect, useErrorBoundary, useSignal } from '../helpers/html.js';
import { pageData } from '../helpers/post.js';
import { say } from '../helpers/say.js';
import { show } from '../helpers/show.js';
import { stayAwake } from '../helpers/awake.js';
import { connect } from '../live/connection.js';
import { keptLinks } from '../live/links.js';
import { keepUp } from '../live/renew.js';
import * as board from '../screen/board.js';
import * as pause from '../screen/break.js';
import * as confidence from '../screen/confidence.js';
import * as discussion from '../screen/discussion.js';
import * as formulation from '../screen/formulation.js';
import * as plan from '../screen/plan.js';
import * as questions from '../screen/questions.js';
import * as reflection from '../screen/reflection.js';
import * as welcome from '../screen/welcome.js';

/** @type {Record<string, {Screen: (props: {parts: any, links: any}) => any}>} */
const VIEWS = { welcome, confidence, board, discussion, questions, formulation, plan, reflection, break: pause };
const PATIENCE = 1500; // ms without a connection before the screen says so
const { session, links: first } = pageData();
const links = keptLinks(`/screen/${session}/links`, first);
const connection = connect({ namespace: '/screen', session });

keepUp({ connection, session }); // the projector loads again without a word: the room reads it

function Page() {
  const parts = connection.parts.value;
  const state = connection.state.value;
  const step = parts.agenda && parts.agenda.steps[parts.agenda.position];
  if (state === 'gone' && parts.session?.state !== 'ended') return html`<main id="main" class="screen"><${Middle} title=${say('screen.gone.title')} say=${say('screen.gone.say')} /></main>`;
  if (!step) return html`<main id="main" class="screen" aria-busy="true"><div class="screen-mid"><${Line} /></div><${Link} /></main>`;
  return html`<p class="sr" aria-live="polite">${step.title}</p><${Now} parts=${parts} step=${step} /><${Link} />`;
}

/** @param {{parts: any, step: any}} props */
function Now({ parts, step }) {
  const { curtain, state, resources } = parts.session;
  if (state === 'ended') return html`<main id="main" class="screen"><${Middle} title=${say('screen.ended.title')} say=${say('screen.ended.say')}><${Support} resources=${resources} /><//></main>`;
  if (curtain !== 'none') return html`<main id="main" class="screen"><${Middle} title=${say('screen.curtain.title')} say=${say('screen.curtain.say')} /></main>`;
  // A question that is on the screen is there whatever the step, and under it lies what was there.
  const asked = parts.questions?.shown.some((/** @type {any} */ q) => q.state === 'shown');
  const { Screen } = asked ? VIEWS.questions : VIEWS[step.activity];
  return html`<${Fault} key=${asked ? 'questions' : step.id}><${Screen} parts=${parts} links=${links.value} /><//><${TimeLine} timer=${parts.timer} />`;
}

/** A fault in one picture leaves a calm page, until the step changes. @param {{children?: any}} props */
function Fault({ children }) {
  const [fault] = useErrorBoundary((error) => reportError(error));
  return fault ? html`<main id="main" class="screen"><${Middle} title=${say('screen.fault.title')} say=${say('screen.fault.say')} /></main>` : children;
}

/** Says so, discreetly, once the connection has been gone for a moment; after a while, why. */
function Link() {
  const [state, why] = [connection.state.value, connection.trouble.value];
  const late = useSignal(false);
  const away = state === 'offline' || state === 'connecting';
  useEffect(() => {
    late.value = false;
    if (!away) return undefined;
    const timer = setTimeout(() => { late.value = true; }, PATIENCE);
    return () => clearTimeout(timer);
  }, [away]);
  return away && late.value ? html`<p class="screen-link link is-back" role="status"><i></i>${why || (state === 'connecting' ? say('screen.connecting') : say('screen.reconnecting'))}</p>` : null;
}

stayAwake();
show(() => html`<${Page} />`);
