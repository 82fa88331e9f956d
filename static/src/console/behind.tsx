// Behind the plan or ahead of it, in one sentence; drawn as it goes and as it would be; and one button that fits the rest.
// Nearer to the plan than three minutes, there is nothing to say.

import { onTheWall, useNow } from '../shared/live/now';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { say, spelt } from '../shared/ui/say';
import { behind, ends, fitted, minutes, SAID_FROM, taken } from './schedule';
import type { Going } from './schedule';

const MINUTE = 60;

/** What the clock of this room is made of. */
export const goingOf = (room: Desk): Going => ({ agenda: room.part('agenda'), clock: room.part('clock') });

/** Step → minutes that it would get by a press, of those that would get others; none while there is nothing to say. */
export function offered(going: Going, now: number): Record<string, number> {
  if (Math.abs(behind(going, now)) < SAID_FROM) return {};
  const given = fitted(going, now);
  const others = going.agenda.steps.filter((s) => s.id in given && given[s.id] !== minutes(going, s));
  return Object.fromEntries(others.map((s) => [s.id, given[s.id]]));
}

export function Behind({ room }: { room: Desk }) {
  const now = useNow();
  const going = goingOf(room);
  const late = behind(going, now);
  const { due } = going.clock;
  if (due === null || Math.abs(late) < SAID_FROM) return null;
  const offer = offered(going, now);
  const n = Object.keys(offer).length;
  const as = { agenda: going.agenda, clock: { ...going.clock, fit: { ...going.clock.fit, ...offer } } };
  const began = beganAt(going, now);
  const scale = { began, now, until: due, span: Math.max(due, ends(going, now), ends(as, now)) - began };
  const fit = () => room.post('session.fit', { from_step: going.agenda.steps[going.agenda.position].id });
  return (
    <section class="behind" aria-labelledby="behind-title">
      <div>
        <h2 id="behind-title">
          {late > 0 ? say('console.clock.behind', { n: late }) : say('console.clock.ahead', { n: -late })}
        </h2>
        <p class="small quiet">{n ? why(late, n) : say('console.clock.no_step')}</p>
      </div>
      {n > 0 && (
        <button class="button button--second button--slim" type="button" onClick={fit}>
          {late > 0
            ? say('console.clock.fit', { clock: onTheWall(ends(as, now)) })
            : say('console.clock.give')}
        </button>
      )}
      <div class="behind-rows" aria-hidden="true">
        <Row words={say('console.clock.as_it_goes')} going={going} scale={scale} />
        {n > 0 && <Row words={say('console.clock.fitted')} going={as} scale={scale} />}
        <Times {...scale} />
      </div>
    </section>
  );
}

const why = (late: number, n: number) =>
  say(late > 0 ? 'console.clock.give_time' : 'console.clock.get_time', { n, steps: spelt(n) });

/** When the room began, so far as its steps tell. */
const beganAt = ({ agenda, clock }: Going, now: number) =>
  now - agenda.steps.reduce((whole, step) => whole + taken({ agenda, clock }, step, now), 0);

/** Both rows and their times are drawn to it, in seconds. `span`: from the beginning to the latest of all ends. */
type Scale = { began: number; now: number; until: number; span: number };

const share = (seconds: number, { span }: Scale) => `${(100 * seconds) / span}%`;

/** Every step as long as it took and will take: what is past deep, what is to come mid, breaks pale, beyond the end hatched. */
function Row({ words, going, scale }: { words: string; going: Going; scale: Scale }) {
  const { agenda } = going;
  const { began, now, until } = scale;
  const past = agenda.steps.map((step) => ({ seconds: taken(going, step, now), look: 'past' }));
  const toCome = agenda.steps.slice(agenda.position).map((step) => ({
    seconds: Math.max(0, minutes(going, step) * MINUTE - taken(going, step, now)),
    look: step.activity === 'break' ? 'pale' : '',
  }));
  const over = Math.max(0, ends(going, now) - until);
  return (
    <>
      <span class="behind-words">{words}</span>
      <span class="behind-row">
        {[...past, ...toCome]
          .filter(({ seconds }) => seconds > 0)
          .map(({ seconds, look }) => (
            <i class={classes(look)} style={{ width: share(seconds, scale) }} />
          ))}
        {over > 0 && (
          <i
            class="over"
            style={{ insetInlineStart: share(until - began, scale), width: share(over, scale) }}
          />
        )}
        <b style={{ insetInlineStart: share(now - began, scale) }} />
        <b style={{ insetInlineStart: share(until - began, scale) }} />
      </span>
    </>
  );
}

function Times(scale: Scale) {
  const { began, now, until } = scale;
  return (
    <>
      <span />
      <span class="behind-times">
        <span>{say('console.clock.began', { clock: onTheWall(began) })}</span>
        <strong style={{ '--at': share(now - began, scale) }}>
          {say('console.clock.now', { clock: onTheWall(now) })}
        </strong>
        <strong class="end" style={{ '--at': share(until - began, scale) }}>
          {say('console.clock.until', { clock: onTheWall(until) })}
        </strong>
      </span>
    </>
  );
}
