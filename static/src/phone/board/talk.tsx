// The room talks without figures: what there is to talk about, and that this phone sends nothing.

import type { Phone } from '../../shared/live/room';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Top } from '../controls';

export function Talk({ room }: { room: Phone }) {
  const { opening } = room.part('session');
  const { cards, focus, information, prompt } = room.part('board');
  const card = cards.find((c) => c.id === focus);
  return (
    <>
      <Top title={say('phone.board.talk')} />
      <main id="main" tabindex={-1}>
        {card ? (
          <>
            <h1 class="card card--review">{card.text}</h1>
            {prompt && <p class="lead">{prompt}</p>}
          </>
        ) : (
          <>
            <h1>{say('phone.board.talk_title')}</h1>
            {information ? (
              <p class="quote lead">
                <b>{say('phone.board.information')}</b>
                {information.text}
              </p>
            ) : (
              <p class="lead">{opening}</p>
            )}
          </>
        )}
        <div class="end">
          <p class="state">
            <Icon name="info" />
            <span>{say('phone.talk')}</span>
          </p>
          <p class="aid">{say('common.page.aid')}</p>
        </div>
      </main>
    </>
  );
}
