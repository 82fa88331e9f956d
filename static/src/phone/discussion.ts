// Talking: the card in focus. Cards that are placed again come up by themselves; what the board does, this does.

export { Delegate } from './board';
