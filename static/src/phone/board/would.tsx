// The second question beneath the first, drawn by itself; this phone's own answer is marked by it alone.

import type { BoardPart, CardShown } from '../../contract';
import type { Placement } from '../../shared/live/memory';
import { Strip } from '../../shared/strip/strip';
import { Agreement } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Told, whyWords } from '../../shared/ui/told';
import { levelOf } from './second';

export function Would({
  board,
  found: { response: found },
  mine: said,
}: {
  board: BoardPart;
  found: CardShown;
  mine: Placement | null;
}) {
  const { second: scale } = board;
  const mine = said?.response ?? null;
  if (!scale || !found) return null;
  return (
    <section class="would">
      <h2>{say('common.second.response')}</h2>
      {found.withheld ? (
        <p class="quiet">{whyWords(found)}</p>
      ) : (
        <Strip
          size="phone"
          scale={scale}
          tallies={found.tallies}
          needToKnow={found.need_to_know ?? 0}
          own={mine && (mine.level ?? '')}
          label={found.label}
          levels={true}
        />
      )}
      <p class="upright-meta">
        <Agreement label={found.label} />
        {mine && (
          <span class="yours">
            <i />
            {say('phone.board.yours', { stage: levelOf(scale.stages, mine.level) })}
          </span>
        )}
      </p>
      <Told found={found} />
      {found.compared && <p class="small">{say(`common.compared.${found.compared}`)}</p>}
    </section>
  );
}
