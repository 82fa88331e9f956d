// What the room most wants to know, and which piece of information answers it.

import type { BoardPart, InformationShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { classes } from '../shared/ui/classes';
import { named, say } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';

const MOST = 5;

/** The first piece that was not given yet and answers a topic. */
export const answerTo = (topic: string, information: readonly InformationShown[]) =>
  information.find((i) => !i.given && (i.answers as string[]).includes(topic));

/** What to give next: the answer to the topic that most want to know of, of those that something answers. */
export const bestAnswer = (wanted: BoardPart['wanted'], information: readonly InformationShown[]) =>
  wanted.map(({ topic }) => answerTo(topic, information)).find(Boolean);

export function Wanted({ room }: { room: Desk }) {
  const board = room.part('board');
  const { information } = room.part('notes_private');
  if (!board.wanted.length) return null;
  const next = bestAnswer(board.wanted, information);
  return (
    <section class="wanted">
      <h2>
        {say('console.wanted.title')} <span class="small quiet">{say('console.wanted.more')}</span>
      </h2>
      <div class="wanted-cols">
        <ol>
          {board.wanted.slice(0, MOST).map(({ topic, n }) => {
            const all = information.filter((i) => (i.answers as string[]).includes(topic));
            const answer = all.find((i) => !i.given) ?? all[0];
            return (
              <li class={classes(next && answer?.id === next.id && 'now')}>
                <span>{named('topic', [topic])[0]}</span>
                <b>{n ?? ''}</b>
                <Answer answer={answer} at={information.indexOf(answer) + 1} />
              </li>
            );
          })}
        </ol>
        {next && <Give room={room} board={board} next={next} number={information.indexOf(next) + 1} />}
      </div>
    </section>
  );
}

function Answer({ answer, at }: { answer: InformationShown | undefined; at: number }) {
  if (!answer) return <span class="nothing small">{say('console.wanted.nothing')}</span>;
  return (
    <span class="small quiet">
      {say('console.wanted.information', { number: at })}
      {answer.given && ` · ${say('console.wanted.given')}`}
    </span>
  );
}

/** The piece, the cards that it touches, and the one button. */
function Give({
  room,
  board,
  next,
  number,
}: {
  room: Desk;
  board: BoardPart;
  next: InformationShown;
  number: number;
}) {
  const placed = new Set((board.results ?? []).map((r) => r.card));
  const cards = next.cards.filter((card) => placed.has(card));
  const names = cards.map((id) => board.cards.find((c) => c.id === id)?.short ?? id);
  return (
    <div class="give">
      <h3>{say('console.wanted.answers')}</h3>
      <p class="quote">
        <b>{say('console.wanted.information', { number })}</b> {next.text}
      </p>
      <h4>{say('console.wanted.touches', { n: cards.length })}</h4>
      <p class="small quiet">{names.join(' · ')}</p>
      {cards.length > 0 && (
        <Sure
          look="button button--slim"
          words={say('console.wanted.give')}
          sure={say('console.wanted.give_sure')}
          yes={say('console.wanted.give_yes')}
          no={say('console.wanted.give_no')}
          onYes={() => room.post('board.reopen', { cards, cause: 'information', information: next.id })}
        />
      )}
    </div>
  );
}
