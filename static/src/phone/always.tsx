// Always there on a phone: the connection, the devices here, the case, ask, support, step out.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Phone } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { Line } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { Support } from '../shared/ui/support';
import { stepOut } from './away';
import { BEFORE, later } from './rest';

export function Always({ room }: { room: Phone }) {
  const state = room.connection.state.value;
  const waiting = room.outbox.waiting();
  const words =
    waiting && state !== 'online' ? say('phone.will_be_sent', { n: waiting }) : say(`common.states.${state}`);
  const ended = room.part('session').state === 'ended'; // there is nobody to ask any more, and nothing to step out of
  const here = state === 'online' && !ended;
  const bar = useRef<HTMLElement | null>(null);
  useEffect(() => measured(bar.current), []);
  return (
    <nav class="always" aria-label={say('phone.always')} ref={bar}>
      <span class={classes('link', state === 'offline' && 'is-back', state === 'connecting' && 'is-off')}>
        <i />
        {here ? (
          <>
            <span class="sr">{words}</span>
            <span>{say('phone.here', { n: room.part('session').devices })}</span>
          </>
        ) : (
          words
        )}
      </span>
      <button type="button" onClick={() => room.open('case')}>
        {say('phone.case.short')}
      </button>
      {!ended && (
        <button type="button" onClick={() => room.open('ask')}>
          {say('phone.ask')}
        </button>
      )}
      <button type="button" onClick={() => room.open('support')}>
        {say('phone.support')}
      </button>
      {!ended && (
        <button type="button" onClick={() => stepOut(room)}>
          {say('phone.step_out')}
        </button>
      )}
    </nav>
  );
}

/** What stays in sight above the bar has to know how high it is: with large text it has two rows, or three. */
function measured(bar: HTMLElement | null) {
  if (!bar) return undefined;
  const watch = new ResizeObserver(() =>
    document.documentElement.style.setProperty('--bar', `${bar.offsetHeight}px`),
  );
  watch.observe(bar);
  return () => watch.disconnect();
}

/** The sheets that these open. */
export function Sheets({ room }: { room: Phone }) {
  const word = useSignal(false);
  const close = () => room.open('');
  const { Ask, CaseSheet, LeftSheet } = later.value ?? BEFORE;
  if (room.opened.value === 'ask') {
    return (
      <Sheet title={say('phone.questions.ask')} onClose={close}>
        <Ask room={room} where="question-sheet" />
        <p class="aid">{say('phone.questions.none_more')}</p>
      </Sheet>
    );
  }
  if (room.opened.value === 'case') return <CaseSheet room={room} onClose={close} />;
  if (room.opened.value === 'left') return <LeftSheet room={room} onClose={close} />;
  if (room.opened.value !== 'support') return null;
  return (
    <Sheet title={say('phone.support')} onClose={close}>
      <Support resources={room.part('session').resources} />
      {room.part('session').state !== 'ended' && (
        <>
          <button
            class="button button--second button--wide"
            type="button"
            disabled={word.value}
            onClick={() => {
              room.post('session.word', {}, { about: 'word' });
              word.value = true;
            }}
          >
            {word.value ? say('phone.questions.word_sent') : say('phone.questions.word')}
          </button>
          <p class="aid">{say('phone.questions.word_more')}</p>
        </>
      )}
      <p class="links">
        <a href="/held" target="_blank" rel="noopener">
          {say('phone.held')}
        </a>
        <a href="/privacy" target="_blank" rel="noopener">
          {say('common.page.privacy')}
        </a>
      </p>
    </Sheet>
  );
}

/** A calm page: one sentence, one or two ways on. */
export function Calm({
  title,
  text,
  action = '',
  onAction = () => {},
  other = '',
  onOther = () => {},
  children = null,
}: {
  title: string;
  text: string;
  action?: string;
  onAction?: () => void;
  other?: string;
  onOther?: () => void;
  children?: ComponentChildren;
}) {
  return (
    <main id="main" tabindex={-1} class="calm">
      <Line />
      <h1>{title}</h1>
      <p class="quiet lead">{text}</p>
      {children}
      {action && (
        <button class="button button--wide" type="button" onClick={onAction}>
          {action}
        </button>
      )}
      {other && (
        <button class="button button--plain button--wide" type="button" onClick={onOther}>
          {other}
        </button>
      )}
    </main>
  );
}
