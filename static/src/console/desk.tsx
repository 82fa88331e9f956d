// The right-hand column: time, questions, a word for everybody, and the curtain.

import type { Commands, StepShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { FromCare } from './from-care';
import { Jotter } from './jotter';
import { Questions } from './questions';
import { Time } from './time';

export function Desk({ room, step }: { room: Desk; step: StepShown }) {
  return (
    <aside aria-label={say('console.questions.title')}>
      <Time room={room} step={step} />
      <FromCare room={room} />
      <Jotter room={room} />
      {step.activity !== 'questions' && <Questions room={room} />}
      <div class="desk-foot">
        <Word room={room} />
        <Curtain room={room} />
      </div>
    </aside>
  );
}

/** Somebody would like a word. The answer goes to the whole room: nothing is ever addressed to one phone. */
function Word({ room }: { room: Desk }) {
  const { word, offer } = room.part('session');
  const tell = (what: Commands['session.offer']['offer']) => room.post('session.offer', { offer: what });
  return (
    <section class={classes('wel', word && 'is-asked')} role="status">
      <p>
        {word && <Icon name="ask" />}
        {word
          ? say('console.word.title')
          : offer !== 'none'
            ? say(`console.word.on.${offer}`)
            : say('console.word.quiet')}
      </p>
      <div>
        {offer !== 'none' && !word ? (
          <button class="linkish" type="button" onClick={() => tell('none')}>
            {say('console.word.off')}
          </button>
        ) : (
          <>
            <button class="linkish" type="button" onClick={() => tell('break')}>
              {say('console.word.break')}
            </button>
            <button class="linkish" type="button" onClick={() => tell('support')}>
              {say('console.word.support')}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function Curtain({ room }: { room: Desk }) {
  const { curtain } = room.part('session');
  const drawn = curtain !== 'none';
  return (
    <div class="curtain">
      <button class="linkish" type="button" aria-keyshortcuts="?" onClick={() => room.open('keys')}>
        {say('console.keys.title')}
      </button>
      {!drawn && (
        <button
          class="linkish"
          type="button"
          title={say('console.curtain.pause_more')}
          onClick={() => room.post('session.curtain', { curtain: 'pause' })}
        >
          <Icon name="waiting" />
          {say('console.curtain.pause')}
        </button>
      )}
      <button
        class={classes('button button--wide big blank', !drawn && 'button--second')}
        type="button"
        aria-pressed={drawn}
        aria-keyshortcuts="B"
        onClick={room.blank}
      >
        <Icon name={drawn ? 'screen' : 'blank'} />
        <span>{drawn ? say('console.curtain.lift') : say('console.curtain.blank')}</span>{' '}
        <kbd aria-hidden="true">{say('console.curtain.key')}</kbd>
      </button>
    </div>
  );
}
