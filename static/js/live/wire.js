// The wire in numbers: its version, and what makes every command of a phone as long as any other.
// Whoever listens on the Wi-Fi sees lengths. workshop/realtime/wire.py has the same numbers, and a test compares them.

export const PROTOCOL = 3;
export const COMMAND = 1024; // bytes of a command on the wire; one whose words do not fit gets twice that, or four times, …
const bytes = new TextEncoder();

/** The size that so many bytes are filled up to. @param {number} size @param {number} [least] */
export function roomFor(size, least = COMMAND) {
  let room = least;
  while (room < size) room *= 2;
  return room;
}

/**
 * A message with its filler, so that `42/delegate,17["command",{…}]` has one of few sizes.
 * @param {string} namespace @param {number} number the ack's
 * @param {{id: string, name: string, body: object}} message
 */
export function filled(namespace, number, message) {
  const packet = `42${namespace},${number}${JSON.stringify(['command', { ...message, pad: '' }])}`;
  const size = bytes.encode(packet).length;
  return { ...message, pad: '.'.repeat(roomFor(size) - size) };
}

/** The body of a post with its filler. @param {object} body */
export function filledBody(body) {
  const size = bytes.encode(JSON.stringify({ ...body, pad: '' })).length;
  return { ...body, pad: '.'.repeat(roomFor(size) - size) };
}
