// What a phone draws after its first card, in a file of its own (rest.tsx).

export { Shown } from './board/shown';
export * as formulation from './formulation';
export * as plan from './plan';
export * as reflection from './reflection';
/** By this the page knows that both files are of one release. */
export { later } from './rest';
