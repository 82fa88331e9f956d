// What a phone holds of a session and what it does with it, whatever is drawn: connection, memory, outbox, and what is sent
// again, kept and let go of when frames come. The page (room.tsx) shows it; bin/simulate runs it without a page.

import { effect, untracked } from '@preact/signals';
import type { Parts } from '../contract';
import { connect } from '../shared/live/connection';
import { memory } from '../shared/live/memory';
import { Outbox } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { kept } from '../shared/live/storage';
import { ofBefore } from './before';
import { handedIn, handIn } from './envelope';
import { letGo } from './note-keys';
import { Occasions } from './occasions';
import { connected } from './ready';
import { supportAgain, wouldAgain } from './support';

/**
 * The rounds that are shown and have closed. One that is closing may be open again after a loss, and then its answers
 * are sent again.
 */
export function closedIn({ board, ...others }: Partial<Parts['delegate']>): Set<string> {
  const asked = Object.values(others).flatMap((part) =>
    part && 'state' in part && 'round' in part ? [{ id: part.round, state: part.state }] : [],
  );
  const rounds = board?.round ? [board.round, ...asked] : asked;
  return new Set(rounds.flatMap(({ id, state }) => (['open', 'closing'].includes(state) ? [] : [id])));
}

/** `isMine`: whether this tab may write to the phone's storage. */
export function holding({ session, isMine }: { session: string; isMine: () => boolean }) {
  const connection = connect({ namespace: '/delegate', session, onEpoch: () => again() });
  const unsent = kept(`cw outbox ${session}`, undefined, isMine);
  const stores = [kept(`cw memory ${session}`, (was) => ofBefore(was, unsent.read() ?? []), isMine), unsent];
  const memoryHere = memory(stores[0]);
  const outbox = new Outbox({
    store: stores[1],
    send: connection.send,
    ready: () => connected(connection.state),
  });
  const isOver = () => connection.state.value === 'gone' || connection.parts.value.session?.state === 'ended';

  /** Whether an answer of a round may still be counted, as far as this phone knows. */
  function isOpen(round: string) {
    const { board: shown } = connection.parts.value;
    if (isOver()) return false;
    return !shown || (shown.round?.id === round && shown.round.state === 'open');
  }

  const held = {
    /** One part as it is now; views that read it are drawn again when it moves. */
    part: ((name: keyof typeof connection.parts.value) => connection.parts.value[name]) as Phone['part'],
    memory: memoryHere,
    outbox,
    occasions: new Occasions({ memory: memoryHere, outbox, isOpen }),
    connection,
    post: ((...sent) => outbox.post(...(sent as Parameters<Outbox['post']>))) as Phone['post'],
  };

  const ofCards = outbox.onSettled;
  outbox.onSettled = (operation, ok) => {
    ofCards(operation, ok);
    handedIn(held, operation, ok);
  };

  /** A new epoch: what this phone had been told was stored is sent again; what it forgot, it is told. */
  function again() {
    memoryHere.refill(held.part('own_board'));
    supportAgain(held);
    wouldAgain(held);
    held.occasions.again();
  }

  /** Answers of a round are kept until it has closed; the board, or a questionnaire, tells which has. Keys of notes, as long as their phase. */
  function tidy() {
    letGo(held);
    const closed = closedIn(connection.parts.value);
    outbox.forgetClosed((round) => !closed.has(round));
  }

  /** What was left over from before goes out, and from now on every frame is heard. */
  function resume() {
    effect(() => {
      if (connection.parts.value.agenda) untracked(tidy);
      if (connection.parts.value.formulation) untracked(() => handIn(held));
    });
    outbox.run();
    held.occasions.leave(); // of a page that went while a card was open
  }

  return { held, stores, isOver, resume };
}
