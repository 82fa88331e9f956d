// Join codes: eight symbols, read out and shown four and four. Sessions from before keep their six, three and three.

export const LENGTH = 8;
export const SHORT = 6;

/** What was typed, spoken or pasted, with spaces or dashes or as the whole link. @param {string} text */
export const tidy = (text) => text.slice(text.lastIndexOf('#') + 1).toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, LENGTH);

/** A code in its two halves. @param {string} code @returns {[string, string]} */
export const halves = (code) => [code.slice(0, code.length / 2), code.slice(code.length / 2)];

/** The code in an address's fragment, which no server sees; "" where there is none. @param {string} fragment */
export function inFragment(fragment) {
  try {
    return tidy(decodeURIComponent(fragment.slice(1)));
  } catch {
    return tidy(fragment.slice(1)); // a lone per cent sign
  }
}
