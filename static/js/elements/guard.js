// A fault in one view must not take the page with it: the rest goes on, and the person is told what to do.

import { html } from '../helpers/html.js';
import { sayEach } from '../helpers/say.js';
import { Whole } from '../helpers/show.js';

/** Draws its children; after a fault, a sentence and a button instead, until the key changes. @param {{children?: any}} props */
export const Guard = ({ children }) => html`<${Whole} words=${sayEach('phone.fault')}>${children}<//>`;
