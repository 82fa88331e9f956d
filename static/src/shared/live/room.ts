// What a page gives its views: the parts of its audience, what lies on this device, and a way to send.

import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Next } from '../../console/next';
import type { Pressed } from '../../console/pressing';
import type { Writing } from '../../console/writing';
import type { Commands, May, Parts, Role } from '../../contract';
import type { Occasions } from '../../phone/occasions';
import type { Ack, Connection } from './connection';
import type { Links } from './links';
import type { Memory } from './memory';
import type { Outbox } from './outbox';

/** A part as it is now. Which of them are there depends on the step; a view asks for those of its own. */
type Part<R extends Role> = <N extends keyof Parts[R]>(name: N) => Parts[R][N];

/** A command that an audience may send, with its body. */
export type Sent<R extends Role> = { [N in May[R]]: [name: N, body: Commands[N]] }[May[R]];
export type Options = { about?: string; round?: string; apart?: boolean };

interface Common<R extends Role> {
  part: Part<R>;
  connection: Connection<R>;
  /** What is being written on this device, and on a phone what it placed. */
  memory: Memory;
  /** The sheet that lies over the page, by its name; "" for none. */
  opened: Signal<string>;
  open: (sheet: string) => void;
}

/** What the views of a phone are given. */
export interface Phone extends Common<'delegate'> {
  outbox: Outbox;
  occasions: Occasions;
  post: (...sent: [...Sent<'delegate'>, options?: Options]) => void;
  /** Asks before a seat is given back, and before a phone is cleared. */
  leave: () => void;
}

/** What the page of a facilitator carries. */
export interface DeskData {
  session: string;
  /** Whether by an account: a pass cannot call links back, and ends with the session. */
  own: boolean;
  /** Who of the session's desks this one is. */
  you: string;
  insecure: boolean;
  links: Links;
  scenario: { id: string; short: string }[];
}

/** What the views of a facilitator's desk are given. */
export interface Desk extends Common<'facilitator'> {
  data: DeskData;
  links: Signal<Links>;
  session: string;
  next: ReadonlySignal<Next>;
  /** What the workshop answered last, where it said no. */
  said: Signal<string>;
  understood: Signal<boolean>;
  /** The step that is looked at from here while the room is elsewhere, by its id; "" for none. */
  looking: Signal<string>;
  /** Cards that were talked about in this step. */
  seen: () => ReadonlySet<string>;
  /** Send; a refusal is said in a sentence. */
  post: (...sent: Sent<'facilitator'>) => Promise<Ack>;
  goOn: () => void;
  goBack: () => void;
  blank: () => void;
  pressed: Pressed;
  /** The shared explanation, saved as one types. */
  writing: Writing;
  /** What the room says, noted at this desk. */
  jotting: Writing;
  unsaved: (key: string) => boolean;
}

/** Either, for what phones and desks share. */
export type Room = Phone | Desk;
