// The second file of a phone's page: views that come after the first card. It is fetched while the welcome is read, before
// the phone says that it is in, so that a network that is lost later still finds it here.

import { signal } from '@preact/signals';
import { fetched } from '../shared/ui/fetched';
import { more, say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

type Later = typeof import('./later');

/** Those views; null until they are here. */
export const later = signal<Later | null>(null);
/** What came is of another release than this page: the two do not fit, and the page has to load again. */
export const isOther = signal(false);

type Said = { default: Record<string, object> };

/** Fetches them, and what they say, until both are here. */
export async function fetchLater(
  url: string,
  words: string,
  get?: (url: string) => Promise<Later>,
  read?: (url: string) => Promise<Said>,
) {
  const [found, said] = await Promise.all([fetched(url, get), fetched(words, read)]);
  more(said.default);
  if (found.later === later) later.value = found;
  else isOther.value = true;
}

/** Stands where one of those views will be. */
export const Coming = () => (
  <main id="main" tabindex={-1} aria-busy="true">
    <Word />
  </main>
);

const Word = () => <p class="quiet">{say('phone.coming')}</p>;

/** A sheet by its title. */
const comingSheet =
  (title: string) =>
  ({ onClose }: { onClose: () => void }) => (
    <Sheet title={say(title)} onClose={onClose}>
      <Word />
    </Sheet>
  );

/** What is there of them on a phone that has not got them yet. */
export const BEFORE = {
  Out: Coming,
  Quiet: Coming,
  ReadFirst: Coming,
  Ask: Word,
  CaseSheet: comingSheet('phone.case.title'),
  LeftSheet: comingSheet('common.left.title'),
  LeftBehind: () => null,
};
