// Made by `workshop contract --write` from the activities' manifests; change those, not this.

import * as board from './board';
import * as pause from './break';
import * as confidence from './confidence';
import * as discussion from './discussion';
import * as questions from './questions';
import * as welcome from './welcome';

export const VIEWS = {
  welcome,
  confidence,
  board,
  discussion,
  questions,
  break: pause,
};
