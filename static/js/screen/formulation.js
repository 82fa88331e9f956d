// The shared explanation: few notes as a picture, many as lanes; one sentence beneath reads it aloud.

import { Foot, Head, Late, Say } from '../elements/screen.js';
import { measure, useWidth } from '../elements/units.js';
import { html, useMemo } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Lanes } from './formulation/lanes.js';
import { Picture } from './formulation/picture.js';
import { isFew, picture } from './formulation/picture-layout.js';
import { Told, told } from './formulation/told.js';

/** @param {{parts: any, links: any}} props */
export function Screen({ parts, links }) {
  const part = parts.formulation;
  const width = useWidth();
  const pens = useMemo(() => ({ words: measure(500), titles: measure(600) }), []);
  if (!part.notes.length) {
    return html`<main id="main" class="screen"><${Head} left=${parts.session.scenario_title} /><${Say} title=${say('screen.formulation.none')} say=${say('screen.formulation.none_say')} /><${Late} parts=${parts} links=${links} /><${Foot} parts=${parts} left=${say('screen.verdict')} right="" /></main>`;
  }
  const drawn = isFew(part) ? picture(part, width, pens) : null;
  const body = drawn ? html`<${Picture} part=${part} drawn=${drawn} width=${width} />`
    : !part.lane && told(part).length ? html`<${Told} part=${part} />` : html`<${Lanes} part=${part} width=${width} pens=${pens} />`;
  return html`<main id="main" class="screen">${body}<${Foot} parts=${parts} right=${say('screen.verdict')} /></main>`;
}
