// The pace on the projector: that it is being asked, and how many have answered; once closed, the commonest answer.

import type { PacePart, Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { say } from '../shared/ui/say';
import { Bar, Foot, Head, Late, Middle, Say } from './parts';

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { pace, session } = parts;
  if (!pace || pace.state !== 'open') {
    const told = pace?.told;
    return (
      <main id="main" class="screen">
        <Middle
          title={say(told ? `names.pace.${told}` : 'screen.confidence.closed')}
          say={after(pace, session.k)}
        />
        <Foot parts={parts} left="" />
      </main>
    );
  }
  return (
    <main id="main" class="screen">
      <Head left={session.title} />
      <Say title={say('screen.pace.title')} say={say('screen.pace.say')}>
        <Bar
          done={pace.answered}
          of={session.devices}
          words="screen.confidence.answered"
          few="screen.confidence.answered_few"
        />
      </Say>
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  );
}

/** What stands under it. */
function after(pace: PacePart | null, k: number) {
  if (pace?.told) return say(pace.told === 'divided' ? 'screen.pace.divided' : 'screen.pace.told');
  return pace?.few ? say('screen.pace.few', { k }) : '';
}
