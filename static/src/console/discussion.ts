// Talking: the queue; and while cards are placed again, what the board shows.

export { Console, isTall } from './board';
