// The shared explanation, phase by phase: all notes at once, the picture that the server laid out, what the room says.

import type { FormulationPart, Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { Key, Picture } from '../shared/ui/picture';
import { say } from '../shared/ui/say';
import { Another } from './formulation/another';
import { Gathered } from './formulation/gathered';
import { Joined } from './formulation/joined';
import { Told, told } from './formulation/told';
import { Foot, Head, Late, Say } from './parts';

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const part = parts.formulation;
  const { phase } = part;
  if (phase === 'silent' || !part.picture) {
    const silent = phase === 'silent';
    return (
      <main id="main" class="screen">
        <Head left={parts.session.scenario_title} />
        <Say
          title={say(silent ? 'screen.formulation.silent.title' : 'screen.formulation.none')}
          say={say(silent ? 'screen.formulation.silent.say' : 'screen.formulation.none_say')}
        />
        <Late parts={parts} links={links} />
        <Foot parts={parts} left={say('screen.verdict')} right="" />
      </main>
    );
  }
  return (
    <main id="main" class="screen">
      {phase === 'gather' ? (
        <Gathered part={part} />
      ) : phase === 'another' ? (
        <Another part={part} />
      ) : phase === 'say' && told(part).length ? (
        <Told part={part} />
      ) : (
        <Whole part={part} />
      )}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}

/** The picture, with one sentence beneath; the words that were written, where it would be too much for one look. */
function Whole({ part }: { part: FormulationPart }) {
  const inWords = !part.lane && part.picture?.size !== 'few' && told(part).length > 0;
  if (inWords && part.phase !== 'join' && part.phase !== 'sort') return <Told part={part} />;
  const right = [
    say('screen.formulation.notes', { n: part.notes.length }),
    part.links.length && say('screen.formulation.links', { n: part.links.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
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
  );
}
