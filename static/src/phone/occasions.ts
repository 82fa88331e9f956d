// When a phone speaks of a card: at the tap, when the card is left, when the phone is put away, and 20 seconds after the
// tap at the latest. Always then and only then, whatever was tapped and whether or not anything was added since: who
// counts messages on the line does not learn what was answered. What is added in between lies in this phone's memory.

import type { Memory, Placement } from '../shared/live/memory';
import type { Operation, Outbox } from '../shared/live/outbox';

export const LATEST = 20_000; // ms

/** What is sent of a card. One's own place that is not counted stays here. */
export function message(round: string, card: string, said: Placement): [name: string, body: any] {
  if (said.skipped || said.own) return ['board.skip', { round, card }];
  const { stage, missing, reasons, certainty, earlier = null, direction = null, why = [] } = said;
  const { response = null } = said;
  return [
    'board.place',
    { round, card, stage, missing, reasons, certainty, earlier, direction, why, response },
  ];
}

/** What such a message said. */
function saidIn(name: string, body: any): Placement {
  const { stage, missing, reasons, certainty, earlier, direction, why, response } = body;
  return name === 'board.place'
    ? { stage, missing, reasons, certainty, skipped: false, earlier, direction, why, response }
    : { stage: null, missing: [], reasons: [], certainty: null, skipped: true };
}

const isOfACard = (name: string) => name === 'board.place' || name === 'board.skip';

export class Occasions {
  memory: Memory;
  outbox: Outbox;
  isOpen: (round: string) => boolean;
  away = false;
  clock: ReturnType<typeof setTimeout> | undefined;

  /** `isOpen`: false once a round is known to be over */
  constructor({
    memory,
    outbox,
    isOpen = () => true,
  }: {
    memory: Memory;
    outbox: Outbox;
    isOpen?: (round: string) => boolean;
  }) {
    this.memory = memory;
    this.outbox = outbox;
    this.isOpen = isOpen;
    outbox.onSettled = this.settled.bind(this);
  }

  /** A place was tapped: one message now. */
  tap(round: string, card: string, said: Placement) {
    const [beforeRound, before] = this.memory.held.value.under ?? [round, card];
    if (before !== card || beforeRound !== round) this.leave();
    this.memory.place(round, card, said);
    this.memory.under([round, card]);
    this.say(false);
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.say(), LATEST);
  }

  /** Something was added to the tap: nothing is sent for it. */
  add(round: string, card: string, said: Placement) {
    this.memory.place(round, card, said);
  }

  /** The card is left: one message more, if it was tapped. */
  leave() {
    this.say();
    clearTimeout(this.clock);
    if (this.memory.held.value.under) this.memory.under(null);
  }

  /** Passed over: tapped and left at once. */
  skip(round: string, card: string) {
    this.tap(round, card, saidIn('board.skip', {}));
    this.leave();
  }

  /** The page is hidden, perhaps for good; once until it is seen again. */
  putAway(hidden: boolean) {
    if (hidden && !this.away) {
      this.say();
      clearTimeout(this.clock);
    }
    this.away = hidden;
  }

  /** Of the card that was tapped and not left. */
  say(apart: boolean = true) {
    const [round, card] = this.memory.held.value.under ?? ['', ''];
    if (!round || !this.isOpen(round)) return;
    const said = this.memory.placed(round)[card];
    if (said) this.outbox.post(...message(round, card, said), { about: `${round} ${card}`, round, apart });
  }

  /** What came of a message: counted, refused, or not known. */
  settled(operation: Operation, ok: boolean) {
    if (!isOfACard(operation.name)) return;
    const { round, card } = operation.body;
    const said = saidIn(operation.name, operation.body);
    if (ok) this.memory.counted(round, card, said);
    else if (operation.lost) this.memory.unanswered(round, card, said);
    else if (this.outbox.stateOf(operation.about) === operation) {
      const stands = this.outbox.before(operation);
      this.memory.refused(round, card, stands && saidIn(stands.name, stands.body));
    }
  }

  /** A new epoch: a no to what took another's place was one of the epoch before, and the other is sent again. */
  again() {
    for (const o of this.outbox.operations.value)
      if (isOfACard(o.name) && o.state === 'refused' && !o.lost && this.outbox.before(o))
        this.outbox.drop(o.id);
    this.outbox.again();
  }

  /** What is on its way still, of a card in a round. */
  open(card: string): (round: string) => Placement[] {
    const waiting = this.outbox.operations.value.filter(
      (o) => o.state === 'waiting' && isOfACard(o.name) && o.body.card === card,
    );
    return (round) => waiting.filter((o) => o.body.round === round).map((o) => saidIn(o.name, o.body));
  }
}
