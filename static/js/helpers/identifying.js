// What looks like a real person, place or case in a text. A gentle question, never a refusal.

/** @type {[string, RegExp][]} */
const LOOKS = [
  ['an e-mail address', /\S+@\S+\.\S+/],
  ['a phone number', /(?:\+?\d[\s().-]?){9,}/],
  ['a date', /\b\d{1,2}(?:st|nd|rd|th)?[\s./-](?:\d{1,2}|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)[\s./-]?\d{0,4}\b/i],
  ['a postcode', /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i],
  ['an address', /\b\d+\s+\w+\s+(?:street|road|lane|avenue|close|drive|st|rd)\b/i],
  ['a school', /\b(?:[A-Z][\w']+\s+){1,3}(?:School|Academy|College|Primary|High)\b/],
  ['a real case', /\b(?:my|our)\s+(?:case|pupil|student|client|patient|school|daughter|son)\b/i],
  ['a name', /(?:\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z]\w+)|(?:[a-z,]\s[A-Z][a-z]+\s[A-Z][a-z]+)/],
];

/** The first thing in a text that looks identifying, in words, or "". @param {string} text */
export const identifying = (text) => LOOKS.find(([, look]) => look.test(text))?.[0] ?? '';
