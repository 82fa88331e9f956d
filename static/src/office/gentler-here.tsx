// The prompt for another wording on a page that the server draws: beneath each field that has a place for it.

import { render } from 'preact';
import { Gentler } from '../shared/ui/gentler';

export function offerGentler() {
  for (const place of document.querySelectorAll<HTMLElement>('[data-gentler]'))
    render(<Gentler field={place.dataset.gentler ?? ''} />, place);
}
