// What the room most wants to know, over all the cards of a placing; and the strip of a card that too few placed.

import type { BoardPart, Parts, ScaleShown } from '../../contract';
import { named, say } from '../../shared/ui/say';
import { Foot, Head } from '../parts';
import { u } from '../units';

const MOST = 4;
const DOTS = 40; // phones above which a row is one bar
const PITCH = 31;
const WIDEST = 1240; // units

/** Under the strip of a card of which most need to know more. */
export function Wanted({ wanted }: { wanted: BoardPart['wanted'] }) {
  if (!wanted.length) return null;
  return (
    <section class="wanted">
      <div>
        <h2>{say('screen.wanted.title')}</h2>
        <p>{say('screen.wanted.more')}</p>
      </div>
      <Topics wanted={wanted.slice(0, MOST)} />
    </section>
  );
}

/** By itself, with every topic. */
export function WantedPage({ parts }: { parts: Parts['screen'] }) {
  return (
    <main id="main" class="screen wanted-page">
      <Head left={<h1>{say('screen.wanted.title')}</h1>} right={say('screen.wanted.more')} />
      <div class="wanted">
        <Topics wanted={parts.board.wanted} />
      </div>
      <Foot parts={parts} />
    </main>
  );
}

function Topics({ wanted }: { wanted: BoardPart['wanted'] }) {
  const most = Math.max(...wanted.map(({ n }) => n ?? 0));
  return (
    <ol>
      {wanted.map(({ topic, n }) => (
        <li>
          <span class="topic">{named('topic', [topic])[0]}</span>
          {n !== null && <Row n={n} most={most} />}
          {n !== null && <b>{n}</b>}
        </li>
      ))}
    </ol>
  );
}

/** Phones as dots; many of them as one bar. */
function Row({ n, most }: { n: number; most: number }) {
  if (most > DOTS) return <i class="bar" style={{ inlineSize: u((WIDEST * n) / most) }} aria-hidden="true" />;
  return (
    <svg
      viewBox={`0 0 ${n * PITCH} 24`}
      style={{ inlineSize: u(n * PITCH), blockSize: u(24) }}
      aria-hidden="true"
    >
      {Array.from({ length: n }, (_, at) => (
        <circle cx={12 + at * PITCH} cy="12" r="12" />
      ))}
    </svg>
  );
}

/** The line with its stages' names; over it one closed band with a sentence. */
export function ClosedBand({ scale, words }: { scale: ScaleShown; words: string }) {
  return (
    <div class={`closed-band of${scale.stages.length}`}>
      <p>{words}</p>
      <ol>
        {scale.stages.map((stage, at) => (
          <li>
            <i class={`s${at + 1}`}>{at + 1}</i>
            {stage.name}
          </li>
        ))}
      </ol>
    </div>
  );
}
