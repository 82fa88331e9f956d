// The room talks without figures: the card it is at, and its prompt; between cards, the case or the new information.

import type { Parts } from '../../contract';
import type { Links } from '../../shared/live/links';
import { Mark } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Foot, Head, Late } from '../parts';
import { Information } from './placing';
import { size } from './words';

export function Talk({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { board, session } = parts;
  const at = board.cards.findIndex((c) => c.id === board.focus);
  return at < 0 ? (
    <main id="main" class="screen">
      <Head left={<Mark name={session.scenario_title} />} right={say('screen.board.talk')} />
      <div class="screen-say ready">
        {board.information ? (
          <Information information={board.information} />
        ) : (
          <h1 class={size(session.opening)}>{session.opening}</h1>
        )}
        <p class="say">{say('screen.board.talk_say')}</p>
      </div>
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  ) : (
    <Card parts={parts} at={at} />
  );
}

function Card({ parts, at }: { parts: Parts['screen']; at: number }) {
  const { board, session } = parts;
  const { text } = board.cards[at];
  const where = `${session.scenario_title} · ${say('screen.board.card_of', { at: at + 1, of: board.cards.length })}`;
  return (
    <main id="main" class="screen">
      <Head left={where} right={say('screen.board.talk')} />
      <div class="screen-say ready">
        <h1 class={size(text)}>{text}</h1>
        {board.prompt && <p class="say">{board.prompt}</p>}
      </div>
      <Foot parts={parts} />
    </main>
  );
}
