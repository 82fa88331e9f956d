// Made by `workshop contract --write` from the activities' manifests; change those, not this.

import * as board from './board';
import * as pause from './break';
import * as confidence from './confidence';
import * as debrief from './debrief';
import * as discussion from './discussion';
import * as formulation from './formulation';
import * as pace from './pace';
import * as plan from './plan';
import * as questions from './questions';
import * as reflection from './reflection';
import * as welcome from './welcome';

export const VIEWS = {
  welcome,
  confidence,
  board,
  discussion,
  questions,
  formulation,
  plan,
  reflection,
  break: pause,
  pace,
  debrief,
};
