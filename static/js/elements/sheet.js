// A sheet that rises over what it explains. One tap, or Escape, and it is gone.

import { useBack } from '../helpers/back.js';
import { html, useEffect, useRef } from '../helpers/html.js';
import { say } from '../helpers/say.js';
import { Icon } from './icons.js';

/** @param {{title: any, onClose: () => void, closeWords?: string, children?: any, lead?: any}} props */
export function Sheet({ title, onClose, closeWords = say('common.page.close'), children, lead = null }) {
  useBack(true, onClose);
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);
  return html`<dialog class="rise" ref=${dialog} onClose=${onClose} onClick=${(/** @type {any} */ e) => e.target === dialog.current && onClose()} aria-label=${typeof title === 'string' ? title : undefined}>
    <div class="rise-head"><span>${lead}</span><button class="x" type="button" onClick=${onClose} aria-label=${closeWords}><${Icon} name="close" /></button></div>
    <h2>${title}</h2>${children}
  </dialog>`;
}
