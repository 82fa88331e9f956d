// Where support is, as the room may note it down. What has no room on one page comes on the next.

import { useMemo } from 'preact/hooks';
import type { ResourceShown } from '../contract';
import { say } from '../shared/ui/say';
import { packed, usePage } from './pages';
import { linesOf, measure, useWidth } from './units';
import type { Measure } from './units';

const TEXT = 32.4; // units, as --s-1
const LINE = 1.25 * TEXT;
const MARGINS = 192; // beside the page's words
const APART = { rows: 14, narrow: 26, columns: 72, halves: 120 }; // units, as in screen-words.css

/**
 * `room`: units that the list may be high. `title`: what stands above it, and says which page this is. `narrow`: one column beside another list,
 * where each way in has its own line.
 */
export function Support({
  resources,
  room,
  title = '',
  narrow = false,
}: {
  resources: ResourceShown[];
  room: number;
  title?: string;
  narrow?: boolean;
}) {
  const whole = useWidth() - MARGINS;
  const wide = useMemo(() => measure(500), []);
  const width = narrow ? (whole - APART.halves) / 2.15 : (whole - APART.columns) / 2;
  const apart = narrow ? APART.narrow : APART.rows;
  const rows = packed(resources, narrow ? 1 : 2, () => 1);
  const high = (row: ResourceShown[]) =>
    apart + LINE * Math.max(...row.map((r) => linesFor(r, width, narrow, wide)));
  const one = packed(rows, room, high);
  const pages = one.length > 1 && !title ? packed(rows, room - LINE - apart, high) : one;
  const at = usePage(pages.length);
  const page = pages.length > 1 && say('screen.page', { at: at + 1, of: pages.length });
  return (
    <>
      {title && <h2 class="screen-h2">{[title, page].filter(Boolean).join(' · ')}</h2>}
      <ul class="screen-support">
        {(pages[at] ?? []).flat().map((r) => (
          <Way key={r.title} of={r} />
        ))}
        {page && !title && <li>{page}</li>}
      </ul>
    </>
  );
}

const address = (r: ResourceShown) => r.url.replace('https://', '');

function linesFor(r: ResourceShown, width: number, narrow: boolean, wide: Measure) {
  const parts = [r.title, r.number, address(r)].filter(Boolean);
  const count = (words: string) => linesOf(words, TEXT, width, wide);
  return narrow ? parts.map(count).reduce((sum, n) => sum + n, 0) : count(parts.join('  '));
}

function Way({ of: r }: { of: ResourceShown }) {
  return (
    <li>
      <b>{r.title}</b>
      {r.number && (
        <>
          {' '}
          <span dir="ltr">{r.number}</span>
        </>
      )}
      {r.url && (
        <>
          {' '}
          <span>{address(r)}</span>
        </>
      )}
    </li>
  );
}
