// The shared explanation, phase by phase: all notes at once, the picture that the server laid out, what the room says.

import type { CasePart, FormulationPart, Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { Key, Picture } from '../shared/ui/picture';
import { say, spelt } from '../shared/ui/say';
import { Agreed, standsOnScreen } from './formulation/agreed';
import { Another } from './formulation/another';
import { Changed } from './formulation/changed';
import { Differ } from './formulation/differ';
import { Gathered } from './formulation/gathered';
import { Joined } from './formulation/joined';
import { Told, told } from './formulation/told';
import { Foot, Head, Late, Say } from './parts';

const FEW = (k: number) => ({
  title: say('screen.formulation.few.title'),
  text: say('screen.formulation.few.say', { k: spelt(k) }),
});
const SILENT = () => ({
  title: say('screen.formulation.silent.title'),
  text: say('screen.formulation.silent.say'),
});
const EMPTY = () => ({ title: say('screen.formulation.none'), text: say('screen.formulation.none_say') });

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const part = parts.formulation;
  const { phase } = part;
  const other = instead(parts, links);
  if (other) return other;
  const waits = phase === 'gather' && part.gathering.state !== 'shown' && !part.notes.length;
  if (phase === 'silent' || waits || !part.picture) {
    const few = phase === 'gather' && part.gathering.state === 'few';
    const { title, text } = few ? FEW(parts.session.k) : phase === 'silent' || waits ? SILENT() : EMPTY();
    return (
      <main id="main" class="screen">
        <Head left={parts.session.scenario_title} />
        <Say title={title} say={text} />
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
        <Whole part={part} parts={parts.case} />
      )}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}

/** What stands there in place of the explanation itself. */
function instead(parts: Parts['screen'], links: Links) {
  if (standsOnScreen(parts)) return <Agreed parts={parts} links={links} />;
  if (parts.changed?.on_screen) return <Changed parts={parts} />;
  return parts.formulation.phase === 'differ' && parts.formulation.picture ? <Differ parts={parts} /> : null;
}

/** The picture, with one sentence beneath; the words that were written, where it would be too much for one look. */
function Whole({ part, parts }: { part: FormulationPart; parts: CasePart }) {
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
      <Picture part={part} parts={parts} />
      <Joined part={part} low={true} />
    </>
  );
}
