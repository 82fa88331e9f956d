// A JSON post with the page's own token. Never throws: an outage is an answer too.

import { refusal, say } from './say';

export async function post(path: string, body: object): Promise<any> {
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
      body: JSON.stringify(body),
    });
    return inWords(await answer.json());
  } catch {
    return { ok: false, message: say('common.page.unreached') };
  }
}

/** The answer, with its `message` where it says no. */
const inWords = (answer: any) =>
  typeof answer.why === 'string' ? { ...answer, message: refusal(answer) } : answer;

/** What the server wrote into the page. */
export const pageData = (): any => JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
