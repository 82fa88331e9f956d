// The stages as big targets: the line standing upright. One radio group with "need to know more" off the line.

import { useSignal } from '@preact/signals';
import type { ScaleShown, StageShown } from '../contract';
import { letter } from '../shared/strip/hatch';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';

/**
 * `chosen`: a stage's id, null for need to know more, undefined for nothing yet. `earlier`: this phone's
 * place before, in the same way; tapping it again is staying.
 */
export function StageTargets({
  scale,
  chosen,
  onChoose,
  onMore,
  earlier,
  lower = false,
  name,
  levels = false,
}: {
  scale: ScaleShown;
  chosen: string | null | undefined;
  onChoose: (stage: string | null) => void;
  onMore: (stage: StageShown) => void;
  earlier?: string | null;
  lower?: boolean;
  name: string;
  /** of response, and not stages: lettered and hatched */
  levels?: boolean;
}) {
  const ids = [...scale.stages.map((s) => s.id), null];
  const on = useSignal(undefined as string | null | undefined); // where the focus was last
  const focusable = on.value !== undefined ? on.value : chosen === undefined ? ids[0] : chosen;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const group = event.currentTarget as HTMLElement;
    const all = [...group.querySelectorAll('[role="radio"]')] as HTMLElement[];
    all[
      Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement as HTMLElement) + step))
    ]?.focus();
  };
  return (
    <div role="radiogroup" aria-label={name} onKeyDown={onKeyDown}>
      <div
        class={classes('stages', levels ? 'levels' : `of${scale.stages.length}`, lower && 'stages--lower')}
      >
        {scale.stages.map((stage, i) => (
          <div class={`stage ${levels ? 'level' : 's'}${i + 1}`}>
            <button
              class="pick"
              type="button"
              role="radio"
              aria-checked={chosen === stage.id}
              tabindex={focusable === stage.id ? 0 : -1}
              onFocus={() => {
                on.value = stage.id;
              }}
              onClick={() => onChoose(stage.id)}
            >
              <span class="n">{levels ? <b>{letter(i)}</b> : i + 1}</span>
              <span class="name">
                {stage.name}
                {earlier === stage.id && Earlier()}
              </span>
            </button>
            <button
              class="more"
              type="button"
              aria-label={say('phone.board.means', { name: stage.name })}
              tabindex={focusable === stage.id ? 0 : -1}
              onClick={() => onMore(stage)}
            >
              <Icon name="info" />
            </button>
          </div>
        ))}
      </div>
      <button
        class="know"
        type="button"
        role="radio"
        aria-checked={chosen === null}
        tabindex={focusable === null ? 0 : -1}
        onFocus={() => {
          on.value = null;
        }}
        onClick={() => onChoose(null)}
      >
        <Icon name="know" />
        <span>
          {say(levels ? 'common.strip.level.lane' : 'phone.board.know')}
          {earlier === null && Earlier()}
        </span>
      </button>
    </div>
  );
}

/** The mark of one's earlier place, and what a tap on it says. */
export const Earlier = () => (
  <span class="yours">
    <i />
    <span>
      {say('phone.board.you')} · {say('phone.board.stay')}
    </span>
  </span>
);
