// A calendar entry of a whole day (RFC 5545), made on the phone: in six weeks, with a title that says of nothing what it is
// about. It names neither whom nor what it came from: a random id, and the day itself for the time of making. Pure.

const WEEKS = 6;
const LONGEST = 75; // octets of a line
const CONTROLS = /(?!\n)[\p{Cc}\ufeff]/gu;

/** Six weeks after a day, by this phone's own calendar. */
export const sixWeeksOn = (today: Date) =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() + 7 * WEEKS);

const padded = (n: number, digits: number) => String(n).padStart(digits, '0');

/** 20270105 */
const dated = (day: Date) =>
  padded(day.getFullYear(), 4) + padded(day.getMonth() + 1, 2) + padded(day.getDate(), 2);

/** A text as a value: what would end it, or the line, is written otherwise. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');

/** A line in pieces of 75 octets at most, each but the first after a space; no sign is cut in two. */
function folded(line: string): string {
  const pieces = [''];
  let room = LONGEST;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (octets > room) {
      pieces.push('');
      room = LONGEST - 1;
    }
    pieces[pieces.length - 1] += sign;
    room -= octets;
  }
  return pieces.join('\r\n ');
}

/** `uid`: random. `text`: beneath the title. */
export function entry({
  day,
  uid,
  title,
  text,
}: {
  day: Date;
  uid: string;
  title: string;
  text: string;
}): string {
  const next = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Takeaway//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${dated(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${dated(day)}`,
    `DTEND;VALUE=DATE:${dated(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}
