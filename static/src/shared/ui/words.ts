// The one rule for what people write, as the workshop has it (workshop/domain/texts.py; tests/messages/words.json holds
// examples for both): what is sent is tidy, and what is counted here is what is counted there: code points.

const WIDE = '\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
const SPACE = ` \t\n\v\f\r\x85\u2028\u2029${WIDE}`;
const SPACES = new RegExp(`[${SPACE}]+`, 'gu');
const ENDS = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'gu');
const LAST_SPACES = new RegExp(`[${SPACE}]+$`, 'u');
const FLAG = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}';
const LAST = Array.from(
  { length: 16 },
  (_, plane) => `\\u{${(plane + 1).toString(16)}fffe}\\u{${(plane + 1).toString(16)}ffff}`,
).join('');
const TAKEN = new RegExp(
  `(${FLAG})|[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\u206a-\\u206f\\ufdd0-\\ufdef\\ufeff\\ufff9-\\ufffc\\ufffe\\uffff\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}${LAST}]`,
  'gu',
);
const UNSEEN = new RegExp(
  `^(?:[${SPACE}\\xad\\u061c\\u115f\\u1160\\u200b-\\u200f\\u2060-\\u2069\\u2800\\u3164\\uffa0]|\\u034f|[\\u17b4-\\u17b5]|[\\u180b-\\u180f]|[\\ufe00-\\ufe0f]|[\\u{e0100}-\\u{e01ef}])*$`,
  'u',
);
const HOLLOW = new RegExp(`[\u2066-\u2068]([${SPACE}]*)\u2069`, 'gu');
const ISOLATE = {
  '\u202a': '\u2066',
  '\u202b': '\u2067',
  '\u202c': '\u2069',
  '\u202d': '\u2066',
  '\u202e': '\u2067',
} as Record<string, string>;

/** Every isolate ends and holds something, and no end stands alone. */
function closed(text: string) {
  let open = 0;
  let kept = '';
  for (const c of text) {
    if (c === '\u2069' && !open) continue;
    if (c === '\u2069') open -= 1;
    else if (c >= '\u2066' && c <= '\u2068') open += 1;
    kept += c;
  }
  if (open) kept = kept.replace(LAST_SPACES, '') + '\u2069'.repeat(open);
  for (let before = ''; before !== kept;) [before, kept] = [kept, kept.replace(HOLLOW, '$1')];
  return kept;
}

/** A text as it is kept: nothing that breaks others, directions that end, single spaces. */
export function tidy(text: string) {
  const whole = text.replace(TAKEN, (_, flag) => flag ?? '').replace(/[\u202a-\u202e]/gu, (c) => ISOLATE[c]);
  const spaced = closed(whole)
    .normalize('NFC')
    .replace(SPACES, (found) => (WIDE.includes(found) ? found : ' '));
  return spaced.replace(ENDS, '');
}

/** How long a text is, as every limit means it. */
export const lengthOf = (text: string) => [...tidy(text)].length;

/** Whether nothing in it can be seen. */
export const isBlank = (text: string) => UNSEEN.test(text);
