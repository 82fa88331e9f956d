// The second file of a phone's page: views that come after the first card. It is fetched while the welcome is read, before
// the phone says that it is ready, so that a network that is lost later still finds it here.

import { signal } from '@preact/signals';
import { say } from '../shared/ui/say';

export type Later = typeof import('./later');

/** Those views; null until they are here. */
export const later = signal<Later | null>(null);

const PAUSES = [1000, 2000, 4000, 8000]; // ms; the last again and again

/** Fetches them until they are here. Each time by another address: a browser may remember that nothing came by one. */
export async function fetchLater(
  url: string,
  get: (url: string) => Promise<Later> = (from) => import(from),
  pause = (ms: number) => new Promise((done) => setTimeout(done, ms)),
) {
  for (let n = 0; !later.value; n += 1) {
    try {
      later.value = await get(n ? `${url}&try=${n}` : url);
    } catch {
      await pause(PAUSES[Math.min(n, PAUSES.length - 1)]);
    }
  }
}

/** Stands where one of those views will be. */
export const Coming = () => (
  <main id="main" tabindex={-1} aria-busy="true">
    <p class="quiet">{say('common.states.connecting')}…</p>
  </main>
);
