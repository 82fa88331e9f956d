// What to tell a person when there has been no room for a while: it is found out by one plain request, which of the
// ways of a network to fail it is.

import { say } from '../ui/say';

const TELL_AFTER = 10_000; // ms without a room
const ASK_AGAIN = 15_000;
const ANSWER_WITHIN = 5000;

/** What is read of an answer. */
type Answer = Pick<Response, 'status' | 'json'>;

/** Which it is, by an answer to GET /healthz. */
export async function whyNot(
  ask: (path: string, options: RequestInit) => Promise<Answer>,
): Promise<'away' | 'other' | 'held'> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), ANSWER_WITHIN);
  try {
    const answer = await ask('/healthz', { cache: 'no-store', redirect: 'manual', signal: over.signal });
    if (answer.status >= 500) return 'away';
    return answer.status === 200 && (await answer.json()).ok === true ? 'held' : 'other';
  } catch (fault) {
    return fault instanceof SyntaxError ? 'other' : 'away';
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Keeps the sentence: `missing` while there is no room, with the workshop's own words if it gave any; `over`
 * when there is.
 */
export function troubles(
  trouble: { value: string },
  ask: (path: string, options: RequestInit) => Promise<Answer> = (path, options) => fetch(path, options),
) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = async () => {
    const mine = timer;
    const found = say(`common.trouble.${await whyNot(ask)}`);
    if (timer !== mine) return; // meanwhile the room was there, or the workshop said why
    trouble.value = found;
    timer = setTimeout(look, ASK_AGAIN);
  };
  const over = () => {
    clearTimeout(timer ?? undefined);
    timer = null;
    trouble.value = '';
  };
  const missing = (words = '') => {
    if (words) {
      clearTimeout(timer ?? undefined);
      timer = setTimeout(look, ASK_AGAIN);
      trouble.value = words;
    } else timer ??= setTimeout(look, TELL_AFTER);
  };
  return { missing, over };
}
