// What moved us: a row for each card that was placed again; what was expected beside what happened.

import type { LedgerPart, MovedCardShown, Parts } from '../../contract';
import { Axis } from '../../shared/strip/around';
import { Strip } from '../../shared/strip/strip';
import { causeWords, expectedWords, happenedWords, ledgerLines, ledgerPiles } from '../../shared/ui/moved';
import type { Line } from '../../shared/ui/moved';
import { say } from '../../shared/ui/say';
import { packed, usePage } from '../pages';
import { Foot, Head } from '../parts';
import { linesOf, useWidth } from '../units';
import { below, Legend } from './all';

const ROOM = 750; // units: what the rows may take
const ROW = 150; // units: five on a page, unless their words take more
const TEXT = { size: 32.4, line: 38.9 };
const HEIGHT = 96; // units: room for a row's dots
const WIDTH = 256;

export function Ledger({ parts, ledger }: { parts: Parts['screen']; ledger: LedgerPart }) {
  const lines = ledgerLines(ledger);
  const among = ledgerPiles(lines);
  const width = useWidth();
  const words = 0.69 * (width - 192) - 656; // what strips, arrow and gaps leave the first column (screen-talk.css)
  const high = ({ row, card }: Line) =>
    TEXT.line * (linesOf(causeWords(row), TEXT.size, words) + linesOf(card.name, TEXT.size, words)) + 4;
  const room = ROOM - below(parts.board.scale, width);
  const pages = packed(lines, room, (line) => Math.max(ROW, high(line)));
  const at = usePage(pages.length);
  const many = say('screen.ledger.many', { n: ledger.rows.length });
  const paged = pages.length > 1 ? ` · ${say('screen.page', { at: at + 1, of: pages.length })}` : '';
  return (
    <main id="main" class="screen ledger">
      <Head left={<h1>{say('screen.ledger.title')}</h1>} right={`${many}${paged}`} />
      <div class="ledger-row ledger-top">
        <span />
        <Above words={say('screen.ledger.before')} parts={parts} />
        <span />
        <Above words={say('screen.ledger.now')} parts={parts} />
        <span>{say('screen.ledger.expected_and')}</span>
      </div>
      <ol>
        {(pages[at] ?? []).map((line) => (
          <Row key={`${line.row.round} ${line.card.card}`} parts={parts} line={line} among={among} />
        ))}
      </ol>
      <Foot parts={parts} left={<Legend scale={parts.board.scale} />} />
    </main>
  );
}

function Above({ words, parts }: { words: string; parts: Parts['screen'] }) {
  return (
    <span>
      {words}
      <Axis stages={parts.board.scale.stages.length} />
    </span>
  );
}

function Row({ parts, line, among }: { parts: Parts['screen']; line: Line; among: number[][] }) {
  const { scale } = parts.board;
  const { row, card } = line;
  return (
    <li class="ledger-row">
      <span>
        <small>{causeWords(row)}</small>
        <b>{card.name}</b>
      </span>
      <Picture scale={scale} of={card.before} among={among} />
      <svg class="ledger-arrow" viewBox="0 0 44 24" role="img" aria-label={say('screen.board.then')}>
        <path d="M3 12h37M31 4l9 8-9 8" />
      </svg>
      <Picture scale={scale} of={card.after ?? card.before} among={among} />
      <span class={card.expected === 'none' && card.happened === 'moved' ? 'is-news' : ''}>
        <small>{expectedWords(card, scale.ends)}</small>
        <b>{happenedWords(card, scale.ends, parts.session.k)}</b>
      </span>
    </li>
  );
}

function Picture({
  scale,
  of,
  among,
}: {
  scale: Parts['screen']['board']['scale'];
  of: MovedCardShown['before'];
  among: number[][];
}) {
  if (!of) return <span />;
  return (
    <Strip
      size="rows"
      width={WIDTH}
      height={HEIGHT}
      scale={scale}
      tallies={of.tallies}
      needToKnow={of.need_to_know}
      label={of.label}
      among={among}
    />
  );
}
