// The shared explanation: few notes as a picture, many as lanes; one sentence beneath reads it aloud.

import { useMemo } from 'preact/hooks';
import type { Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { say } from '../shared/ui/say';
import { Lanes } from './formulation/lanes';
import { Picture } from './formulation/picture';
import { isFew, picture } from './formulation/picture-layout';
import { Told, told } from './formulation/told';
import { Foot, Head, Late, Say } from './parts';
import { measure, useWidth } from './units';

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const part = parts.formulation;
  const width = useWidth();
  const pens = useMemo(() => ({ words: measure(500), titles: measure(600) }), []);
  if (!part.notes.length) {
    return (
      <main id="main" class="screen">
        <Head left={parts.session.scenario_title} />
        <Say title={say('screen.formulation.none')} say={say('screen.formulation.none_say')} />
        <Late parts={parts} links={links} />
        <Foot parts={parts} left={say('screen.verdict')} right="" />
      </main>
    );
  }
  const drawn = isFew(part) ? picture(part, width, pens) : null;
  const body = drawn ? (
    <Picture part={part} drawn={drawn} width={width} />
  ) : !part.lane && told(part).length ? (
    <Told part={part} />
  ) : (
    <Lanes part={part} width={width} pens={pens} />
  );
  return (
    <main id="main" class="screen">
      {body}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}
