// What is saved as one types: the explanation, and what is noted of the talk.

import { aboutOf } from './jotted';

/** Of what is written: what its drafts' names begin with, and what is sent of a part. */
export type Written = {
  begins: 'explain-' | 'jot-';
  command: (
    part: string,
    words: { text: string; base: number; writing: string },
  ) => [name: string, body: any];
};
export const EXPLANATION: Written = {
  begins: 'explain-',
  command: (part, words) => ['formulation.explain', { part, ...words }],
};
export const JOTTER: Written = {
  begins: 'jot-',
  command: (part, words) => ['jotter.write', { ...aboutOf(part), ...words }],
};
