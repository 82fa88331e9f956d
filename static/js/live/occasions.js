// When a phone speaks of a card: at the tap, when the card is left, when the phone is put away, and 20 seconds after the
// tap at the latest. Always then and only then, whatever was tapped and whether or not anything was added since: who
// counts messages on the line does not learn what was answered. What is added in between lies in this phone's memory.

export const LATEST = 20_000; // ms

/** @typedef {import('./memory.js').Placement} Placement */

/** What is sent of a card. One's own place that is not counted stays here. @param {string} round @param {string} card @param {Placement} said @returns {[name: string, body: any]} */
export function message(round, card, said) {
  if (said.skipped || said.own) return ['board.skip', { round, card }];
  const { stage, missing, reasons, certainty, earlier = null, direction = null, why = [] } = said;
  return ['board.place', { round, card, stage, missing, reasons, certainty, earlier, direction, why }];
}

/** What such a message said. @param {string} name @param {any} body @returns {Placement} */
export function saidIn(name, body) {
  const { stage, missing, reasons, certainty, earlier, direction, why } = body;
  return name === 'board.place' ? { stage, missing, reasons, certainty, skipped: false, earlier, direction, why } : { stage: null, missing: [], reasons: [], certainty: null, skipped: true };
}

const isOfACard = (/** @type {string} */ name) => name === 'board.place' || name === 'board.skip';

export class Occasions {
  /** @param {{memory: any, outbox: any, isOpen?: (round: string) => boolean}} options `isOpen`: false once a round is known to be over */
  constructor({ memory, outbox, isOpen = () => true }) {
    this.memory = memory;
    this.outbox = outbox;
    this.isOpen = isOpen;
    this.away = false;
    /** @type {any} */
    this.clock = 0;
    outbox.onSettled = this.settled.bind(this);
  }

  /** A place was tapped: one message now. @param {string} round @param {string} card @param {Placement} said */
  tap(round, card, said) {
    const [beforeRound, before] = this.memory.held.value.under ?? [round, card];
    if (before !== card || beforeRound !== round) this.leave();
    this.memory.place(round, card, said);
    this.memory.under([round, card]);
    this.say(false);
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.say(), LATEST);
  }

  /** Something was added to the tap: nothing is sent for it. @param {string} round @param {string} card @param {Placement} said */
  add(round, card, said) {
    this.memory.place(round, card, said);
  }

  /** The card is left: one message more, if it was tapped. */
  leave() {
    this.say();
    clearTimeout(this.clock);
    if (this.memory.held.value.under) this.memory.under(null);
  }

  /** Passed over: tapped and left at once. @param {string} round @param {string} card */
  skip(round, card) {
    this.tap(round, card, saidIn('board.skip', {}));
    this.leave();
  }

  /** The page is hidden, perhaps for good; once until it is seen again. @param {boolean} hidden */
  putAway(hidden) {
    if (hidden && !this.away) {
      this.say();
      clearTimeout(this.clock);
    }
    this.away = hidden;
  }

  /** Of the card that was tapped and not left. @param {boolean} [apart] */
  say(apart = true) {
    const [round, card] = this.memory.held.value.under ?? [];
    if (!round || !this.isOpen(round)) return;
    const said = this.memory.placed(round)[card];
    if (said) this.outbox.post(...message(round, card, said), { about: `${round} ${card}`, round, apart });
  }

  /** What came of a message: counted, refused, or not known. @param {import('./outbox.js').Operation} operation @param {boolean} ok */
  settled(operation, ok) {
    if (!isOfACard(operation.name)) return;
    const { round, card } = operation.body;
    const said = saidIn(operation.name, operation.body);
    if (ok) this.memory.counted(round, card, said);
    else if (operation.lost) this.memory.unanswered(round, card, said);
    else if (this.outbox.stateOf(operation.about) === operation) this.memory.refused(round, card);
  }

  /** What is on its way still, of a card in a round. @param {string} card @returns {(round: string) => Placement[]} */
  open(card) {
    const waiting = this.outbox.operations.value.filter((/** @type {any} */ o) => o.state === 'waiting' && isOfACard(o.name) && o.body.card === card);
    return (round) => waiting.filter((/** @type {any} */ o) => o.body.round === round).map((/** @type {any} */ o) => saidIn(o.name, o.body));
  }
}
