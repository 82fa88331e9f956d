// bin/assets: esbuild joins what a page needs into one file, and the component files of a look into one sheet.
//
// A file has the same name in every release. Where one asks for another, it asks for it by the fingerprint of its content
// (`?v=…`, as workshop/web/assets.py names it too), so that browsers may keep it for ever.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const BUILT = 'static/built';
const SOURCES = ['static/src', 'static/css'];
const ONE_FILE = [
  'phone/join',
  'screen/screen',
  'console/console',
  'console/care',
  'office/home',
  'office/setup',
  'office/report',
  'office/own-debrief',
];
const PAGES = [
  ...ONE_FILE.map((page) => ({ entryPoints: [`./static/src/${page}`] })),
  // A phone's page comes in two: up to the first card, and the rest (static/src/phone/rest.tsx); `both` is what these share.
  {
    entryPoints: { room: './static/src/phone/room', 'room-later': './static/src/phone/later' },
    splitting: true,
    chunkNames: 'room-both',
  },
];
const SHEETS = readdirSync('static/css/sheets').map((name) => `static/css/sheets/${name}`);
const OLDEST = ['safari15.4', 'chrome100', 'firefox100']; // for style sheets; for scripts it is ES2020
const HEAD = '// Made by bin/assets; the licences of what is in it are in licences.txt.\n';
const SETTLED = 100; // ms without another change

const common = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** A sheet that a script names is a text to it: the look of a file that it makes. */
const SCRIPT = { outdir: BUILT, format: 'esm', target: 'es2020', loader: { '.css': 'text' } };

/** Name → text of everything in static/built, as it has to be. */
async function made() {
  const scripts = await Promise.all(PAGES.map((entries) => build({ ...common, ...SCRIPT, ...entries })));
  const sheets = await build({ ...common, entryPoints: SHEETS, outdir: BUILT, target: OLDEST });
  const files = [...scripts.flatMap((found) => found.outputFiles), ...sheets.outputFiles].map(
    ({ path, text }) => [basename(path), text],
  );
  const finished = linked(
    new Map(files.map(([name, text]) => [name, name.endsWith('.js') ? HEAD + text : text])),
  );
  return finished.set('licences.txt', licences(scripts)).set('sources', sources());
}

/** The licence of every library of which something is in a script; node_modules may be a link to another checkout's. */
function licences(scripts) {
  const inputs = scripts.flatMap((found) => Object.keys(found.metafile.inputs));
  const packages = new Set(
    inputs.map((path) => path.match(/^(?:\.\.\/.*?)?node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}

/** A fingerprint of all that static/built is made from; bin/_fresh.py works it out too, without Node. */
function sources() {
  const paths = SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const all = createHash('sha256');
  for (const path of [...paths, 'package-lock.json'].sort()) all.update(readFileSync(path));
  return `${all.digest('hex')}\n`;
}

/** The same, with the fingerprint wherever one script names another; what is asked for comes before who asks. */
function linked(files) {
  const done = new Map();
  const finish = (name) => {
    if (!done.has(name))
      done.set(
        name,
        files.get(name).replace(/"\.\/([\w-]+\.js)"/g, (_, other) => `"./${other}?v=${mark(finish(other))}"`),
      );
    return done.get(name);
  };
  for (const name of files.keys()) finish(name);
  return done;
}

const mark = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** What differs between static/built and what it has to be, a sentence each. */
function differences(files) {
  const present = existsSync(BUILT) ? readdirSync(BUILT) : [];
  const stale = [...files].filter(
    ([name, text]) => !present.includes(name) || readFileSync(`${BUILT}/${name}`, 'utf8') !== text,
  );
  return [
    ...stale.map(([name]) => `${BUILT}/${name}: not what its sources make; run bin/assets`),
    ...present
      .filter((name) => !files.has(name))
      .map((name) => `${BUILT}/${name}: nothing makes this file; run bin/assets`),
  ];
}

function write(files) {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  for (const [name, text] of files) writeFileSync(`${BUILT}/${name}`, text);
}

/** Once, and then whenever a source has changed; a source that cannot be read is told, and waited for. */
async function keepUp() {
  let due;
  const again = async () => {
    try {
      write(await made());
      process.stdout.write(`${new Date().toLocaleTimeString()} ${BUILT}\n`);
    } catch (fault) {
      if (!fault.errors) throw fault; // those of the sources esbuild has told
    }
  };
  await again();
  for (const folder of SOURCES)
    watch(folder, { recursive: true }, () => {
      clearTimeout(due);
      due = setTimeout(again, SETTLED);
    });
}

const [how] = process.argv.slice(2);
if (how === '--watch') await keepUp();
else {
  const files = await made();
  if (how === '--check') {
    const found = differences(files);
    for (const line of found) process.stderr.write(`${line}\n`);
    process.exitCode = found.length ? 1 : 0;
  } else write(files);
}
