// All placed: a quiet bar, own answers hidden until tapped. It looks like working from a distance.

import { useSignal } from '@preact/signals';
import type { CardText } from '../../contract';
import type { Phone } from '../../shared/live/room';
import { Icon, Line } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Top } from '../controls';
import { sheetOf } from './cards';
import type { Answers } from './cards';

/** How far the room is: in steps, so that nobody can watch one phone. */
export function progressWords(
  { finished, devices, enough }: { finished: number; devices: number; enough: boolean },
  k: number,
) {
  if (devices < k) return say('phone.board.progress.too_few', { k });
  return say(`phone.board.progress.${enough ? 'enough' : 'waits'}${finished ? '_of' : ''}`, {
    finished,
    devices,
  });
}

export function Waiting({ room, onChange }: { room: Phone; onChange: (index: number) => void }) {
  const sheet = sheetOf(room);
  const shown = useSignal(false);
  const progress = room.part('progress');
  const n = sheet.cards.length;
  const words = progressWords(progress, room.part('session').k);
  return (
    <>
      <Top title={sheet.warm ? say('phone.board.warm_up') : ''} />
      <main id="main" tabindex={-1}>
        <Line stages={sheet.board.scale.stages.length} />
        <h1>{n === 2 ? say('phone.board.finished_both') : say('phone.board.finished', { n })}</h1>
        <p class="quiet lead">{say('phone.board.same')}</p>
        <progress
          class="progress"
          value={progress.finished}
          max={Math.max(progress.devices, 1)}
          aria-label={words}
        />
        <p class="progress-words">{words}</p>
        <div class="sheet rows lead">
          <button
            type="button"
            aria-expanded={shown.value}
            onClick={() => {
              shown.value = !shown.value;
            }}
          >
            <Icon name="eye" />
            <span>
              {shown.value ? say('phone.board.hide') : say('phone.board.show')}
              <small>{say('phone.board.hidden')}</small>
            </span>
          </button>
          {shown.value ? (
            sheet.cards.map((card, i) => <Answer sheet={sheet} card={card} onClick={() => onChange(i)} />)
          ) : (
            <button type="button" onClick={() => onChange(0)}>
              <Icon name="pencil" />
              <span>
                {say('phone.board.change_card')}
                <small>{say('phone.board.until')}</small>
              </span>
            </button>
          )}
          <button type="button" onClick={() => room.open('ask')}>
            <Icon name="ask" />
            <span>
              {say('phone.board.ask_line')}
              <small>{say('phone.board.ask_where')}</small>
            </span>
          </button>
        </div>
        <p class="aid">{say('common.page.aid')}</p>
      </main>
    </>
  );
}

function Answer({ sheet, card, onClick }: { sheet: Answers; card: CardText; onClick: () => void }) {
  const mine = sheet.placed[card.id];
  const stage = sheet.board.scale.stages.find((s) => s.id === mine?.stage);
  return (
    <button type="button" onClick={onClick}>
      <Icon name={mine?.skipped ? 'next' : stage ? 'check' : 'know'} />
      <span>
        {card.short}
        <small>
          {mine?.skipped ? say('phone.board.skipped') : stage ? stage.name : say('phone.board.know')}
          {mine?.own ? ` · ${say('phone.board.not_counted')}` : ''}
        </small>
      </span>
    </button>
  );
}
