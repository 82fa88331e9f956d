// What the room sees: the real screen, made small. It is a picture here; nothing in it can be touched.

import { Icon } from '../elements/icons.js';
import { html, useEffect, useRef } from '../helpers/html.js';
import { say } from '../helpers/say.js';

const WIDTH = 1920;

/** @param {{room: any}} props */
export function Preview({ room }) {
  const frame = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const fit = () => element.style.setProperty('--scale', String(element.clientWidth / WIDTH));
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    fit();
    return () => observer.disconnect();
  }, []);
  const hidden = room.part('session').curtain !== 'none';
  return html`<section class="see"><h2 class="eyebrow"><${Icon} name="screen" />${hidden ? say('console.blanked') : say('console.sees')}</h2>
    <div class="frame" ref=${frame} inert><iframe src=${`/screen/${room.session}`} title=${say('console.sees')} tabindex="-1"></iframe></div></section>`;
}
