// Questions that the facilitator shows, large. Answered and parked ones are only counted.

import { useMemo } from 'preact/hooks';
import type { Parts, QuestionShown } from '../contract';
import type { Links } from '../shared/live/links';
import { say } from '../shared/ui/say';
import { packed, usePage } from './pages';
import { Foot, Head, Late, Say } from './parts';
import { linesOf, measure, useWidth } from './units';
import type { Measure } from './units';

const ROOM = 720; // units: what the questions may take
const SIZES = [
  { text: 65, gap: 90 },
  { text: 52, gap: 76 },
  { text: 40, gap: 64 },
]; // units, the largest first

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { shown } = parts.questions;
  const open = shown.filter((q) => q.state === 'shown');
  return open.length ? (
    <Shown parts={parts} open={open} />
  ) : (
    <main id="main" class="screen">
      <Head left={say('screen.questions.title')} right={counts(shown)} />
      <Say title={say('screen.questions.none')} say={say('screen.questions.none_say')} />
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  );
}

function counts(shown: QuestionShown[]) {
  const of = (state: string) => shown.filter((q) => q.state === state).length;
  return [
    of('answered') && say('screen.questions.answered', { n: of('answered') }),
    of('parked') && say('screen.questions.parked', { n: of('parked') }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Shown({ parts, open }: { parts: Parts['screen']; open: QuestionShown[] }) {
  const wide = useMemo(() => measure(600), []);
  const { index, pages } = arranged(open, useWidth() - 232, wide);
  const at = usePage(pages.length);
  const right = [
    counts(parts.questions.shown),
    pages.length > 1 && say('screen.page', { at: at + 1, of: pages.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <main id="main" class="screen">
      <Head left={<h1>{say('screen.questions.title')}</h1>} right={right} />
      <ol class={`screen-questions size-${index + 1}`}>
        {pages[at].map((q) => (
          <li key={q.id} class="typed">
            {q.text}
          </li>
        ))}
      </ol>
      <Foot parts={parts} left="" />
    </main>
  );
}

/** The largest size at which all questions fit on one page; else the smallest, on pages. */
export function arranged(open: QuestionShown[], width: number, wide?: Measure) {
  const all = SIZES.map(({ text, gap }) =>
    packed(open, ROOM, (q) => 1.25 * text * linesOf(q.text, text, width, wide) + gap),
  );
  const index = all.findIndex((pages) => pages.length === 1);
  return index < 0 ? { index: SIZES.length - 1, pages: all[SIZES.length - 1] } : { index, pages: all[index] };
}
