// SHA-256 of a text (FIPS 180-4). A room on a local network has no secure page, and there a browser offers none.

const PRIMES = [2];
for (let n = 3; PRIMES.length < 64; n += 2) if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);

/** The first 32 bits behind the point. */
const bits = (n: number) => ((n - Math.floor(n)) * 2 ** 32) | 0;
const ROUNDS = PRIMES.map((prime) => bits(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => bits(Math.sqrt(prime)));

const turned = (n: number, by: number) => (n >>> by) | (n << (32 - by));
const three = (n: number, a: number, b: number, c: number) => turned(n, a) ^ turned(n, b) ^ c;

/** As 64 hexadecimal digits. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const length = (((bytes.length + 8) >> 6) + 1) << 6;
  const data = new DataView(new ArrayBuffer(length));
  bytes.forEach((byte, at) => data.setUint8(at, byte));
  data.setUint8(bytes.length, 0x80);
  data.setUint32(length - 4, bytes.length * 8);
  let state = START;
  for (let at = 0; at < length; at += 64) state = block(state, data, at);
  return state.map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}

function block(before: readonly number[], data: DataView, at: number): number[] {
  const words = Array.from({ length: 16 }, (_, i) => data.getInt32(at + 4 * i));
  for (let i = 16; i < 64; i += 1) {
    const [one, other] = [words[i - 15], words[i - 2]];
    const mixed = three(one, 7, 18, one >>> 3) + three(other, 17, 19, other >>> 10);
    words.push((words[i - 16] + words[i - 7] + mixed) | 0);
  }
  let [a, b, c, d, e, f, g, h] = before;
  for (let i = 0; i < 64; i += 1) {
    const one = (h + three(e, 6, 11, turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const two = (three(a, 2, 13, turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((n, i) => (n + before[i]) | 0);
}
