// node simulator/bundle.mjs OUT [FILE FROM TO]…: the pages of a simulation in one script. A planted fault is a piece of a
// source file that is written differently; that it stands there once is seen to.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const [out, ...planted] = process.argv.slice(2);
const faults = new Map();
for (let at = 0; at < planted.length; at += 3) {
  const path = resolve(planted[at]);
  const text = faults.get(path) ?? readFileSync(path, 'utf8');
  if (text.split(planted[at + 1]).length !== 2)
    throw new Error(`${planted[at]}: not once: ${planted[at + 1]}`);
  faults.set(path, text.replace(planted[at + 1], planted[at + 2]));
}

await build({
  entryPoints: ['simulator/phones.ts'],
  outfile: out,
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  alias: { 'socket.io-client': './simulator/socket.ts' },
  logLevel: 'warning',
  plugins: [
    {
      name: 'planted',
      setup: (made) =>
        made.onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
          faults.has(path) ? { contents: faults.get(path), loader: 'ts' } : undefined,
        ),
    },
  ],
});
