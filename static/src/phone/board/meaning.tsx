// What a stage means, or a level of response: a sheet over the card, which stays in sight.

import type { ScaleShown, StageShown } from '../../contract';
import { letter } from '../../shared/strip/hatch';
import { say } from '../../shared/ui/say';
import { Sheet } from '../../shared/ui/sheet';

/** What a stage means, with its neighbours, since the question is always "why not the next one?". */
export function Meaning({
  stage,
  scale,
  levels,
  onClose,
}: {
  stage: StageShown;
  scale: ScaleShown;
  levels: boolean;
  onClose: () => void;
}) {
  const { stages, acknowledgement } = scale;
  const at = stages.indexOf(stage);
  const beside = [stages[at - 1], stages[at + 1]].filter(Boolean);
  return (
    <Sheet title={stage.name} onClose={onClose}>
      <p class="def">{stage.definition}</p>
      <p class="faint small">{say('phone.board.neighbours')}</p>
      <dl class={levels ? 'beside levels' : `beside of${stages.length}`}>
        {beside.map((s) => (
          <div class={`${levels ? 'level' : 's'}${stages.indexOf(s) + 1}`}>
            <dt>
              <span class="n">{levels ? <b>{letter(stages.indexOf(s))}</b> : stages.indexOf(s) + 1}</span>
              {s.name}
            </dt>
            <dd>{s.definition}</dd>
          </div>
        ))}
      </dl>
      <button class="button button--wide" type="button" onClick={onClose}>
        {say('phone.board.ack')}
      </button>
      <p class="aid">{acknowledgement}</p>
    </Sheet>
  );
}
