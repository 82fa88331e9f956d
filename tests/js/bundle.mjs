// Joins every test with what it tests, into build/js-tests; then `node --test build/js-tests/*.test.js`.

import { readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'build/js-tests';

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: readdirSync('tests/js')
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `tests/js/${name}`),
  outdir: OUT,
  bundle: true,
  inject: ['tests/js/english.ts'],
  format: 'esm',
  platform: 'browser',
  target: 'node24',
  sourcemap: 'linked',
  external: ['node:*', 'happy-dom'],
  loader: { '.css': 'text' },
  logLevel: 'warning',
});
