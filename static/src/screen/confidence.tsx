// Confidence on the projector: that it is being asked, and how many have answered. Never an answer.

import type { Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { say } from '../shared/ui/say';
import { Bar, Foot, Head, Late, Middle, Say } from './parts';

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const asked = parts.confidence;
  if (!asked || asked.state !== 'open')
    return (
      <main id="main" class="screen">
        <Middle
          title={say('screen.confidence.closed')}
          say={
            asked?.few
              ? say('screen.confidence.few', { k: parts.session.k })
              : say('screen.confidence.closed_say')
          }
        />
        <Foot parts={parts} left="" />
      </main>
    );
  const after = asked.asking === 'after';
  return (
    <main id="main" class="screen">
      <Head left={parts.session.title} />
      <Say
        title={after ? say('screen.confidence.after') : say('screen.confidence.before')}
        say={say('screen.confidence.say', { n: asked.items.length })}
      >
        <Bar
          done={asked.answered}
          of={parts.session.devices}
          words="screen.confidence.answered"
          few="screen.confidence.answered_few"
        />
      </Say>
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  );
}
