// A JSON post with the page's own token. Never throws: an outage is an answer too.

import { say } from './say.js';

/** @param {string} path @param {object} body @returns {Promise<any>} */
export async function post(path, body) {
  const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return { ok: false, message: say('common.page.unreached') };
  }
}

/** What the server wrote into the page. @returns {any} */
export const pageData = () => JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
