// The agenda: where we are, a look anywhere else by one click, and one big button for what comes next.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StepShown } from '../contract';
import { useNow } from '../shared/live/now';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { useRoving } from '../shared/ui/roving';
import { say } from '../shared/ui/say';
import { goingOf, offered } from './behind';
import { Phases } from './phases';
import { minutes } from './schedule';
import type { Going } from './schedule';

export function Rail({ room }: { room: Desk }) {
  const agenda = room.part('agenda');
  const now = useNow();
  const going = goingOf(room);
  const offer = offered(going, now);
  const open = useSignal(false);
  const row = useRoving<HTMLOListElement>('li > button');
  useEffect(() => {
    row.ref.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  }, [agenda.position]);
  const look = (step: string) => {
    open.value = false;
    room.looking.value = step === agenda.steps[agenda.position].id ? '' : step;
  };
  return (
    <nav class={classes('rail', open.value && 'is-open')} aria-label={say('console.rail.title')}>
      <h2 class="eyebrow">
        {say('console.rail.title')}
        <span>{say('console.rail.min')}</span>
      </h2>
      <button
        class="rail-toggle"
        type="button"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {say('console.rail.toggle')}
        <b>{agenda.steps[agenda.position].title}</b>
        <Icon name="next" />
      </button>
      <ol {...row}>
        {agenda.steps.map((s, at) => (
          <li key={s.id} class={at < agenda.position ? 'done' : at === agenda.position ? 'now' : ''}>
            <button
              type="button"
              aria-current={at === agenda.position ? 'step' : undefined}
              aria-pressed={room.looking.value === s.id}
              title={say(at === agenda.position ? 'console.rail.here' : 'console.rail.look', {
                title: s.title,
              })}
              onClick={() => look(s.id)}
            >
              <i />
              <span>{s.title}</span>
              <Minutes going={going} step={s} at={at} offer={offer[s.id]} />
            </button>
            {at === agenda.position && <Phases room={room} />}
          </li>
        ))}
      </ol>
      <Go room={room} />
    </nav>
  );
}

/** What a step took, gets, or would get by fitting the rest; beside it its own, where that is another. */
function Minutes({ going, step, at, offer }: { going: Going; step: StepShown; at: number; offer?: number }) {
  const own = minutes(going, step);
  const min = <span class="sr"> {say('console.rail.min')}</span>;
  if (offer !== undefined)
    return (
      <small>
        <span aria-hidden="true">{own}→</span>
        <span class="sr">{say('console.rail.would', { n: own })} </span>
        <b>{offer}</b>
        {min}
      </small>
    );
  const past = at < going.agenda.position && step.id in going.clock.spent;
  const shown = past ? Math.max(1, Math.round(going.clock.spent[step.id] / 60)) : own;
  return (
    <small>
      {shown}
      {min}
      {shown !== step.minutes && (
        <s aria-label={say('console.rail.own', { n: step.minutes })}>{step.minutes}</s>
      )}
    </small>
  );
}

function Go({ room }: { room: Desk }) {
  const next = room.next.value;
  const { position, steps } = room.part('agenda');
  const off = next.off || room.pressed.busy.value;
  const asked = next.asks === 'again' && room.pressed.isAsked(next);
  return (
    <div class="go">
      <p class="small quiet">{asked ? say('console.next.again') : next.about}</p>
      <p class="nextname" id="next-name" role={asked ? 'alert' : undefined}>
        {asked ? next.sure : next.title}
      </p>
      {next.skips.length > 0 && (
        <ul class="skips small" id="next-skips">
          {next.skips.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      {next.can && (
        <p class="can">
          <Icon name="check" />
          <span>{next.can}</span>
        </p>
      )}
      <button
        class="button button--wide big"
        type="button"
        aria-disabled={off}
        aria-describedby={next.skips.length ? 'next-name next-skips' : 'next-name'}
        aria-keyshortcuts="Space"
        onClick={room.goOn}
      >
        {asked ? next.yes : next.label}
        {!next.off && (
          <>
            {' '}
            <kbd aria-hidden="true">{say('console.next.space')}</kbd>
          </>
        )}
      </button>
      {asked && (
        <button class="button button--plain button--wide" type="button" onClick={room.pressed.leave}>
          {say('console.next.not_now')}
        </button>
      )}
      <button
        class="button button--plain button--wide back"
        type="button"
        disabled={position === 0}
        onClick={() => room.post('session.back', { from_step: steps[position].id })}
      >
        <Icon name="back" />
        {say('console.next.back')}
      </button>
    </div>
  );
}
