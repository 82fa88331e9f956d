// The drawings of all icons, of the mark and of the labels of agreement, and who draws them knows how large a box each
// needs. Templates take them from this file too (workshop/web/drawings.py), so a drawing is one line of this form.

import { html } from '../helpers/html.js';

/** @type {Record<string, () => any>} */
export const DRAWINGS = {
  // icons: 20 by 20
  back: () => html`<path d="M12.5 4.5 7 10l5.5 5.5"/>`,
  next: () => html`<path d="M7.5 4.5 13 10l-5.5 5.5"/>`,
  check: () => html`<path d="m4.5 10.5 3.6 3.6 7.4-8"/>`,
  close: () => html`<path d="M5 5l10 10M15 5 5 15"/>`,
  plus: () => html`<path d="M10 4v12M4 10h12"/>`,
  info: () => html`<circle cx="10" cy="10" r="7"/><path d="M10 9.2v4.3M10 6.4v.1"/>`,
  know: () => html`<circle cx="10" cy="10" r="7"/><path d="M7.9 8.1a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.8-.9 1.5M10 13.8v.1"/>`,
  waiting: () => html`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.6 1.8"/>`,
  refused: () => html`<path d="M10 2.8 18 17H2z"/><path d="M10 8v4M10 14.4v.1"/>`,
  open: () => html`<circle cx="10" cy="10" r="7" stroke-dasharray="2.6 2.8"/>`,
  people: () => html`<circle cx="7.5" cy="7" r="2.8"/><path d="M2.5 16c.4-3 2.4-4.6 5-4.6s4.6 1.6 5 4.6M13.5 4.6a2.6 2.6 0 0 1 0 5M15 11.6c1.6.6 2.5 2.1 2.7 4.4"/>`,
  person: () => html`<circle cx="10" cy="7" r="3"/><path d="M4 16.5c.5-3.4 2.8-5 6-5s5.5 1.6 6 5"/>`,
  lock: () => html`<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9"/>`,
  unlock: () => html`<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M6.8 9V6.5a3.2 3.2 0 0 1 6.2-1.1"/>`,
  eye: () => html`<path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10z"/><circle cx="10" cy="10" r="2.4"/>`,
  screen: () => html`<rect x="2.5" y="4" width="15" height="10" rx="1.5"/><path d="M7 17h6"/>`,
  blank: () => html`<rect x="2.5" y="4" width="15" height="10" rx="1.5" fill="currentColor"/><path d="M7 17h6"/>`,
  phone: () => html`<rect x="5.5" y="2" width="9" height="16" rx="2"/><path d="M9 15.5h2"/>`,
  download: () => html`<path d="M10 3.5v10M5.8 9.5 10 13.7l4.2-4.2M4 17h12"/>`,
  chain: () => html`<path d="M8.2 11.8a3.4 3.4 0 0 0 4.8 0l2.6-2.6a3.4 3.4 0 0 0-4.8-4.8l-.9.9M11.8 8.2a3.4 3.4 0 0 0-4.8 0l-2.6 2.6a3.4 3.4 0 0 0 4.8 4.8l.9-.9"/>`,
  ask: () => html`<path d="M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-4 3v-3a1.6 1.6 0 0 1-1.5-2z"/>`,
  calendar: () => html`<rect x="3.5" y="4.5" width="13" height="12" rx="2"/><path d="M3.5 8.5h13M7 2.8v3M13 2.8v3"/>`,
  pencil: () => html`<path d="M4 16l.8-3.5L13 4.3a1.6 1.6 0 0 1 2.3 0l.4.4a1.6 1.6 0 0 1 0 2.3L7.5 15.2z"/>`,
  play: () => html`<path d="M6 4.2v11.6l9.5-5.8z"/>`,
  grip: () => html`<g fill="currentColor" stroke="none"><circle cx="7" cy="5" r="1.5"/><circle cx="13" cy="5" r="1.5"/><circle cx="7" cy="10" r="1.5"/><circle cx="13" cy="10" r="1.5"/><circle cx="7" cy="15" r="1.5"/><circle cx="13" cy="15" r="1.5"/></g>`,
  // the mark: 32 by 32
  mark: () => html`<rect class="mark-low" x="1" y="25" width="9.4" height="4" rx="1"/><rect class="mark-mid" x="11.3" y="25" width="9.4" height="4" rx="1"/><rect class="mark-high" x="21.6" y="25" width="9.4" height="4" rx="1"/><circle cx="5.7" cy="20" r="3.1"/><circle cx="16" cy="20" r="3.1"/><circle cx="16" cy="12.6" r="3.1"/><circle cx="16" cy="5.2" r="3.1"/><circle cx="26.3" cy="20" r="3.1"/><circle cx="26.3" cy="12.6" r="3.1"/>`,
  // labels of agreement: 32 by 20
  settled: () => html`<rect y="18" width="32" height="2" rx="1"/><circle cx="12" cy="13.8" r="2.6"/><circle cx="12" cy="7.9" r="2.6"/><circle cx="12" cy="2" r="2.6"/>`,
  neighbouring: () => html`<rect y="18" width="32" height="2" rx="1"/><circle cx="12" cy="13.8" r="2.6"/><circle cx="12" cy="7.9" r="2.6"/><circle cx="20" cy="13.8" r="2.6"/><circle cx="20" cy="7.9" r="2.6"/>`,
  spread: () => html`<rect y="18" width="32" height="2" rx="1"/><circle cx="4" cy="13.8" r="2.6"/><circle cx="12" cy="13.8" r="2.6"/><circle cx="12" cy="7.9" r="2.6"/><circle cx="20" cy="13.8" r="2.6"/><circle cx="28" cy="13.8" r="2.6"/>`,
  split: () => html`<rect y="18" width="32" height="2" rx="1"/><circle cx="4" cy="13.8" r="2.6"/><circle cx="4" cy="7.9" r="2.6"/><circle cx="28" cy="13.8" r="2.6"/><circle cx="28" cy="7.9" r="2.6"/>`,
};
