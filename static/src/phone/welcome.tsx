// The lobby on a phone: ground rules agreed by a tap, what is kept, who is in the case.

import type { Phone } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { named, say } from '../shared/ui/say';
import { Top } from './controls';
import { later } from './rest';

export function Delegate({ room }: { room: Phone }) {
  const session = room.part('session');
  const own = room.part('own_welcome');
  const agreed = own?.agreed || room.memory.held.value.kept.agreed;
  const { agreed: others } = room.part('welcome');
  const agree = () => {
    room.memory.note('agreed', true);
    room.post('welcome.agree', {}, { about: 'agree' });
  };
  return (
    <>
      <Top title={say('phone.welcome.title')} />
      <main id="main" tabindex={-1}>
        <h1 class="typed">{session.title}</h1>
        <p class="quiet lead">{later.value ? say('phone.welcome.wait') : say('phone.coming')}</p>
        <p class="small">{say('phone.welcome.look', { n: session.devices })}</p>
        {session.talk && <p>{say('phone.talk')}</p>}
        <p class="small">{session.content_note}</p>
        <h2>{say('phone.welcome.rules')}</h2>
        <ul class="rules">
          {[...named('rule', session.ground_rules), ...session.own_rules].map((r) => (
            <li>{r}</li>
          ))}
        </ul>
        <p class="small">
          <a href="/privacy" target="_blank" rel="noopener">
            {say('common.page.privacy')}
          </a>
        </p>
        <div class={classes('end', !agreed && 'in-sight')}>
          {agreed ? (
            <p class="state">
              <Icon name="check" />
              <span>
                {say('phone.welcome.agreed')} ·{' '}
                {others ? say('phone.welcome.others', { n: others }) : say('phone.welcome.others_few')}
              </span>
            </p>
          ) : (
            <button class="button button--wide" type="button" onClick={agree}>
              {say('phone.welcome.agree')}
            </button>
          )}
        </div>
      </main>
    </>
  );
}
