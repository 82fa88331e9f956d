// Made by `workshop contract --write` from the activities' manifests; change those, not this.

import * as debrief from './debrief';
import * as formulation from './formulation';
import * as pace from './pace';
import * as plan from './plan';
import * as reflection from './reflection';

export const VIEWS = {
  formulation,
  plan,
  reflection,
  pace,
  debrief,
};
