// Made by `workshop contract --write` from the activities' manifests; change those, not this.

import * as board from './board';
import * as confidence from './confidence';
import * as discussion from './discussion';
import * as welcome from './welcome';

export const VIEWS = {
  welcome,
  confidence,
  board,
  discussion,
};
