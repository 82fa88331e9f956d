// What looks like a real person, place or case in a text. A gentle question, never a refusal; and it works without a
// network: the server's opinion (phone numbering plans, check digits) is asked for as well where there is one.

import { filledBody } from '../live/wire';
import { post } from './post';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const STREET =
  '(?:[Ss]treet|[Rr]oad|[Ll]ane|[Aa]venue|[Cc]lose|[Dd]rive|[Cc]rescent|[Cc]ourt|[Tt]errace|[Gg]ardens|[Gg]rove|[Ww]ay|[Pp]lace|[Ww]alk|[Ss]t|[Rr]d|[Aa]ve)';
const WITHIN = 700; // ms that the server's opinion may take; nobody waits for advice

/** Words that are written with a capital for another reason than that they are a name. The server has the same list. */
const ORDINARY = new Set(
  `
a an the this that these those he she they we i it you his her their our my your is are was were do does did has
have had can could should would may might must will what when where which who why how if in on at by for from to
with as and or but not no yes some any all each every other another after before then there here perhaps maybe
please ask tell think talk check find look year years key stage group chat social care services service children
child young people person youth justice police school primary secondary high special college academy
safeguarding lead mental health act offences sexual good lives model traffic light brook hackett aim whatsapp
instagram snapchat tiktok discord monday tuesday wednesday thursday friday saturday sunday january february
march april june july august september october november december english british welsh scottish irish england
wales scotland ireland christmas easter keeping safe education working together multi agency local authority
united kingdom cognitive behavioural therapy first second third next last new old real more less
`.split(/\s+/),
);

const has =
  (pattern: RegExp): ((text: string) => boolean) =>
  (text) =>
    pattern.test(text);
const isName = (word: string) => !ORDINARY.has(word.toLowerCase());
/** Any match of which every named group is a name. */
const named =
  (pattern: RegExp): ((text: string) => boolean) =>
  (text) =>
    [...text.matchAll(pattern)].some((m) => Object.values(m.groups ?? {}).every((w) => !w || isName(w)));
const any =
  (...looks: ((text: string) => boolean)[]): ((text: string) => boolean) =>
  (text) =>
    looks.some((look) => look(text));

const LOOKS: [string, (text: string) => boolean][] = [
  ['email', has(/[^\s@]+@[^\s@]+\.[^\s@.]{2,}/)],
  ['account', has(/(?:^|[\s(])@\w{3,}|https?:\/\/|\bwww\./)],
  ['phone', has(/(?:^|[^\d.])(?:\+\d|0)(?:[\s().-]{0,2}\d){9,13}(?!\d)/)],
  ['number', has(/\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?(?:\d{2}\s?){3}[A-D]\b/i)],
  [
    'date',
    any(
      has(
        new RegExp(
          `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b|\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b`,
          'i',
        ),
      ),
      has(/\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?May\b|\bMay\s+\d{1,2}(?:st|nd|rd|th)?\b/),
      has(/\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b/),
    ),
  ],
  [
    'postcode',
    has(
      /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-Z]|[A-HK-Y]\d[A-Z]) ?\d[ABD-HJLNP-UW-Z]{2})\b/i,
    ),
  ],
  [
    'address',
    has(new RegExp(`\\b(?:[Ff]lat\\s+\\d+|\\d+[a-z]?,?\\s+(?:[A-Z][\\w'’]+\\s+){1,3}${STREET})\\b`)),
  ],
  [
    'school',
    any(
      named(
        /\b(?<name>[A-Z][\w'’]+)\s+(?:[A-Z][\w'’]+\s+){0,3}(?:School|Academy|College|Primary|Grammar|Nursery|Infants?|Juniors?|Sixth Form)\b/g,
      ),
      has(
        /\bSt\.?\s+[A-Z][\w'’]+\s+(?:School|Academy|College|Primary|Grammar|Nursery|Infants?|Juniors?|Sixth Form)\b/,
      ),
    ),
  ],
  [
    'case',
    has(
      /\b(?:my|our|your)\s+(?:\w+\s+)?(?:cases?|caseload|client|pupil|student|patient|service user|school|placement|daughter|son|stepson|stepdaughter|nephew|niece|foster \w+)\b|\b(?:a|the|one)\s+(?:case|pupil|student|client|patient|boy|girl|child|family)\s+(?:that\s+|who\s+)?(?:i|we)\s+\w+/i,
    ),
  ],
  [
    'name',
    any(
      has(/\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|PC|DC|DS|DI)\.?\s+[A-Z][\w'’]+/),
      named(/\b(?<first>[A-Z][a-z’']+)(?=\s+(?<last>(?:Mc|Mac|O['’])?[A-Z][a-z’']+(?:-[A-Z][a-z]+)?)\b)/g),
      named(/\b(?:called|named|known as|[Nn]ame is|[Nn]ame was|I am|I['’]m)\s+(?<name>[A-Z][a-z]+)\b/g),
    ),
  ],
];

/** The first thing in a text that looks identifying, one of common.looks_like, or "". */
export const identifying = (text: string) => LOOKS.find(([, look]) => look(text))?.[0] ?? '';

/** The server's opinion; "" when there is none in time. The text is looked at and not kept. */
export async function opinion(text: string): Promise<string> {
  const late = new Promise((done) => {
    setTimeout(() => done({}), WITHIN);
  });
  const answer = await Promise.race([post('/check-text', filledBody({ text })), late]);
  return answer.looks ?? '';
}
