// The agenda: where we are, anywhere else by one click, and one big button for what comes next.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { useRoving } from '../shared/ui/roving';
import { say } from '../shared/ui/say';

export function Rail({ room }: { room: Desk }) {
  const agenda = room.part('agenda');
  const open = useSignal(false);
  const row = useRoving<HTMLOListElement>('li > button');
  useEffect(() => {
    row.ref.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  }, [agenda.position]);
  const go = (step: string) => {
    open.value = false;
    room.post('session.go', { step });
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
            {at === agenda.position ? (
              <span class="step" aria-current="step">
                <i />
                <span>{s.title}</span>
                <small>{s.minutes}</small>
              </span>
            ) : (
              <button
                type="button"
                title={say('console.rail.go', { title: s.title })}
                onClick={() => go(s.id)}
              >
                <i />
                <span>{s.title}</span>
                <small>
                  {s.minutes}
                  <span class="sr"> {say('console.rail.min')}</span>
                </small>
              </button>
            )}
          </li>
        ))}
      </ol>
      <Go room={room} />
    </nav>
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
        aria-describedby="next-name"
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
