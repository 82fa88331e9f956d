// The shared explanation: the picture that the server laid out, and one sentence beneath that reads it aloud.

import type { Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { Key, Picture } from '../shared/ui/picture';
import { say } from '../shared/ui/say';
import { Agreed, standsOnScreen } from './formulation/agreed';
import { Joined } from './formulation/joined';
import { Told, told } from './formulation/told';
import { Foot, Head, Late, Say } from './parts';

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const part = parts.formulation;
  if (standsOnScreen(parts)) return <Agreed parts={parts} links={links} />;
  if (!part.picture) {
    return (
      <main id="main" class="screen">
        <Head left={parts.session.scenario_title} />
        <Say title={say('screen.formulation.none')} say={say('screen.formulation.none_say')} />
        <Late parts={parts} links={links} />
        <Foot parts={parts} left={say('screen.verdict')} right="" />
      </main>
    );
  }
  const inWords = !part.lane && part.picture.size !== 'few' && told(part).length > 0;
  const right = [
    say('screen.formulation.notes', { n: part.notes.length }),
    part.links.length && say('screen.formulation.links', { n: part.links.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <main id="main" class="screen">
      {inWords ? (
        <Told part={part} />
      ) : (
        <>
          <Head
            left={<h1>{say('screen.formulation.title')}</h1>}
            right={
              <>
                <Key /> {right}
              </>
            }
          />
          <Picture part={part} />
          <Joined part={part} low={true} />
        </>
      )}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}
