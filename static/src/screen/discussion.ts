// Talking: the card in focus, or all of them. Cards that are placed again come up by themselves.

export { Screen } from './board';
