// A JSON post with the page's own token. Never throws: an outage is an answer too.

import { refusal, say } from './say.js';

/** @param {string} path @param {object} body @returns {Promise<any>} */
export async function post(path, body) {
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

/** The answer, with its `message` where it says no. @param {any} answer */
const inWords = (answer) => (typeof answer.why === 'string' ? { ...answer, message: refusal(answer) } : answer);

/** What the server wrote into the page. @returns {any} */
export const pageData = () => JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
