// The wire in numbers: its version, and what makes every command of a phone as long as any other.
// Whoever listens on the Wi-Fi sees lengths. The numbers are the workshop's own (workshop/realtime/wire.py).

import { WIRE } from '../../limits';

export const PROTOCOL: number = WIRE.protocol;
export const COMMAND: number = WIRE.command; // one whose words do not fit gets twice that, or four times, …
const bytes = new TextEncoder();

/** The size that so many bytes are filled up to. */
export function roomFor(size: number, least: number = COMMAND) {
  let room = least;
  while (room < size) room *= 2;
  return room;
}

/**
 * A message with its filler, so that `42/delegate,17["command",{…}]` has one of few sizes. `number`: the
 * ack's.
 */
export function filled(
  namespace: string,
  number: number,
  message: { id: string; name: string; body: object },
) {
  const packet = `42${namespace},${number}${JSON.stringify(['command', { ...message, pad: '' }])}`;
  const size = bytes.encode(packet).length;
  return { ...message, pad: '.'.repeat(roomFor(size) - size) };
}

/** The body of a post with its filler. */
export function filledBody(body: object) {
  const size = bytes.encode(JSON.stringify({ ...body, pad: '' })).length;
  return { ...body, pad: '.'.repeat(roomFor(size) - size) };
}
