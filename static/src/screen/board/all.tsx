// All cards in order of disagreement: a list of strips in one scale, so that piles compare.

import type { BoardPart, CardShown, Parts, ScaleShown } from '../../contract';
import { Axis } from '../../shared/strip/around';
import { Strip } from '../../shared/strip/strip';
import type { StripProps } from '../../shared/strip/strip';
import { classes } from '../../shared/ui/classes';
import { Agreement } from '../../shared/ui/icons';
import { say, sayAll } from '../../shared/ui/say';
import { whyWords } from '../../shared/ui/told';
import { packed, usePage } from '../pages';
import { Foot, Head } from '../parts';
import { linesOf, u, useWidth } from '../units';
import { inOrder } from './words';

const MOST = 12; // rows on a page
const ROOM = 744; // units: what the rows may take
const TALLEST = 95;
const LEGEND = { size: 34, line: 39, beside: 192 + 48 + 690, lines: 2 }; // the foot: what stands beside the legend, and lines it may take for nothing
const STRIP_LINE = 18; // units: a strip's line with what is above and below the dots

export function All({ parts }: { parts: Parts['screen'] }) {
  const { board } = parts;
  const rows = inOrder(board);
  const pages = packed(rows, Math.ceil(rows.length / Math.ceil(rows.length / MOST)), () => 1);
  const at = usePage(pages.length);
  const [first, second] = sayAll('screen.board.know');
  const differ = rows.some((row) => !row.withheld);
  const right = [
    say('screen.card', { n: rows.length }),
    differ && say('screen.board.most'),
    pages.length > 1 && say('screen.page', { at: at + 1, of: pages.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  const height = Math.min(TALLEST, (ROOM - below(board.scale, useWidth())) / pages[at].length);
  const among = rows.flatMap((row) => (row.tallies ? [[...row.tallies, row.need_to_know ?? 0]] : []));
  return (
    <main id="main" class="screen screen-cards">
      <Head
        left={
          <h1>
            {board.round?.cause === 'warm_up' || !differ
              ? say('screen.board.all_placed')
              : say('screen.board.differ')}
          </h1>
        }
        right={right}
      />
      <div class="screen-row axis">
        <span />
        <Axis
          stages={board.scale.stages.length}
          lane={
            <>
              {first}
              <br />
              {second}
            </>
          }
        />
        <span />
      </div>
      <ol>
        {pages[at].map((row) => (
          <Row key={row.card} board={board} row={row} height={height} among={among} />
        ))}
      </ol>
      <Foot parts={parts} left={<Legend scale={board.scale} />} />
    </main>
  );
}

/** What a long legend takes from the rows. */
export function below(scale: ScaleShown, width: number) {
  const words = scale.stages.map((stage) => `${stage.name} 1`).join(' ');
  return LEGEND.line * Math.max(0, linesOf(words, LEGEND.size, width - LEGEND.beside) - LEGEND.lines);
}

function Row({
  board,
  row,
  height,
  among,
}: {
  board: BoardPart;
  row: CardShown;
  height: number;
  among: number[][];
}) {
  const card = board.cards.find((c) => c.id === row.card);
  const strip: StripProps = {
    scale: board.scale,
    tallies: row.tallies,
    needToKnow: row.need_to_know ?? 0,
    label: row.label,
    among,
    size: 'rows',
    height: Math.min(60, height - STRIP_LINE - 6),
  };
  return (
    <li class={classes('screen-row', height < 80 && 'is-low')} style={{ height: u(height) }}>
      <span class="name">{card?.short || card?.text || ''}</span>
      {row.withheld ? <span class="fewer">{whyWords(row)}</span> : <Strip {...strip} />}
      <Agreement label={row.label} />
    </li>
  );
}

/** The stages' numbers and names, once. */
export function Legend({ scale }: { scale: ScaleShown }) {
  return (
    <span class="legend">
      {scale.stages.map((stage, at) => (
        <span>
          <b>{at + 1}</b> {stage.name}
        </span>
      ))}
    </span>
  );
}
