// Where delegates find the session, kept as it is now: the computer may have come into another network since the page
// was opened, and somebody may have chosen another of its addresses.

import { signal } from '@preact/signals';

/** Where delegates find the session. `screen`, `desk`, `care`, `base`, `addresses`: for the facilitator alone. */
export interface Links {
  join: string;
  address: string;
  qr: string;
  alone: boolean;
  screen: string;
  desk: string;
  care: string;
  base: string;
  addresses: { url: string; interface: string }[];
}

export const EVERY = 5000; // ms

/**
 * `path`: what is asked for them. `first`: those that came with the page. `ask`: rejects when nobody answers.
 */
export function keptLinks(
  path: string,
  first: Links,
  ask: (path: string) => Promise<Links> = async (from) => (await fetch(from, { cache: 'no-store' })).json(),
) {
  const links = signal(first);
  const look = async () => {
    try {
      const now = await ask(path);
      if (now.join && JSON.stringify(now) !== JSON.stringify(links.peek())) links.value = now;
    } catch {
      /* what is known stays */
    }
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
  return links;
}
