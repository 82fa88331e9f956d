// What a phone draws after its first card, in a file of its own (rest.tsx).

export { Shown } from './board/shown';
export { CaseSheet, ReadFirst } from './case';
export { LeftBehind } from '../shared/ui/left-sheet';
export { LeftSheet } from './left-sheet';
export { offering } from './offered';
export { Out } from './out';
export { Ask } from './questions';
export { Quiet } from './quiet';
/** By this the page knows that both files are of one release. */
export { later } from './rest';
export { Taking } from './reflection/takeaway';
export { remembering } from './reflection/seen';
export { VIEWS } from './views-later';
