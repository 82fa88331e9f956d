// The calendar entry, read back as a calendar would: of a day, without the case, the room or anybody in it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { newId } from '../../static/src/shared/live/connection';
import { entry, sixWeeksOn } from '../../static/src/phone/reflection/entry';

const DAY = new Date(2027, 0, 5);
const made = (text = 'A look back.', title = 'Six weeks on') =>
  entry({ day: DAY, uid: newId(), title, text });
const bytes = (line: string) => new TextEncoder().encode(line).length;

/** Name → value, with lines joined and escapes undone (RFC 5545, 3.1 and 3.3.11). */
function read(ics: string): Record<string, string> {
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n');
  const values = lines.filter(Boolean).map((line) => {
    const at = line.indexOf(':');
    const value = line.slice(at + 1).replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
    return [line.slice(0, at), value];
  });
  return Object.fromEntries(values);
}

const HOSTILE = [
  'Ask; our lead, about \\n this \\ and "that"\nSecond line',
  `${'Ä'.repeat(40)}${'👩‍👩‍👧'.repeat(30)}${'x'.repeat(300)}`,
  'END:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://evil.example',
  '=cmd()|<img src=x onerror=alert(1)>',
];

test('it ends each line with CRLF, and none is longer than 75 octets', () => {
  for (const text of HOSTILE) {
    const ics = made(text, text);
    assert.ok(ics.endsWith('\r\n'));
    assert.doesNotMatch(ics.replaceAll('\r\n', ''), /[\r\n]/);
    for (const line of ics.split('\r\n')) assert.ok(bytes(line) <= 75, line);
  }
});

test('what is put in comes out again, and nothing beside it', () => {
  for (const text of HOSTILE) {
    const found = read(made(text));
    assert.equal(found.DESCRIPTION, text.replaceAll('\r\n', '\n'));
    assert.deepEqual(Object.keys(found), Object.keys(read(made())));
  }
  assert.equal(read(made('A\0B\x07C')).DESCRIPTION, 'A B C');
});

test('no sign is cut in two where a line is', () => {
  const ics = made('é€👍'.repeat(200));
  for (const line of ics.split('\r\n')) assert.doesNotMatch(line, /[\ud800-\udbff]$|^ [\udc00-\udfff]/);
});

test('it is a whole day by the calendar of whoever reads it, and tells no time', () => {
  const found = read(made());
  assert.equal(found['DTSTART;VALUE=DATE'], '20270105');
  assert.equal(found['DTEND;VALUE=DATE'], '20270106');
  assert.equal(found.DTSTAMP, '20270105T000000Z');
  assert.doesNotMatch(made(), /TZID|GEO|LOCATION|ORGANIZER|ATTENDEE|URL|ALARM|https?:/);
});

test('it has another random name each time', () => {
  const [one, other] = [read(made()).UID, read(made()).UID];
  assert.notEqual(one, other);
  assert.match(one, /^[\w-]{24}$/);
});

test('six weeks on is the same day of the week, over the end of a year and a change of clocks', () => {
  const at = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getDay()];
  assert.deepEqual(at(sixWeeksOn(new Date(2026, 10, 24, 23, 30))), [2027, 1, 5, 2]);
  assert.deepEqual(at(sixWeeksOn(new Date(2026, 9, 20, 0, 30))), [2026, 12, 1, 2]);
});
