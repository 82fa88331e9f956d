// Made by `workshop contract --write` from the activities' manifests; change those, not this.

import * as pause from './break';
import * as debrief from './debrief';
import * as formulation from './formulation';
import * as pace from './pace';
import * as plan from './plan';
import * as questions from './questions';
import * as reflection from './reflection';

export const VIEWS = {
  questions,
  formulation,
  plan,
  reflection,
  break: pause,
  pace,
  debrief,
};
