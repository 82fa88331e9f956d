// The grid of a plan: who it is for by the kinds of need. A place has actions, has none yet (dashed), or was set aside by
// hand (a short dash). Every place is a button, so that a tap, a key and, where things can be dragged, a drop do the same.

import type { CellShown, PlanPart } from '../../contract';
import { classes } from './classes';
import { Icon } from './icons';
import { say } from './say';

export type Place = { target: CellShown['target']; kind: string };

const MOST = 3; // blocks in a place; more are a number

export const isAt = (place: Place | null, { target, kind }: Place) =>
  place?.target === target && place.kind === kind;

export const rowName = (target: string) => say(`common.plan.row.${target}`);

export const kindName = (part: PlanPart, kind: string) => part.kinds.find((k) => k.id === kind)?.name ?? '';

/** "Young person · Belonging" */
export const placeName = (part: PlanPart, { target, kind }: Place) =>
  `${rowName(target)} · ${kindName(part, kind)}`;

/** What stands in a place, in words. */
export const stateWords = ({ actions, state }: CellShown) =>
  state === 'filled' ? say('common.plan.filled', { n: actions }) : say(`common.plan.${state}`);

/** A place without an action asks for none, by somebody's hand; or asks for one again. */
export const SetAside = ({ cell, onPress }: { cell: CellShown; onPress: (on: boolean) => void }) =>
  cell.state === 'filled' ? null : (
    <button class="linkish" type="button" onClick={() => onPress(cell.state === 'open')}>
      {say(cell.state === 'open' ? 'common.plan.set_aside' : 'common.plan.take_back')}
    </button>
  );

/** `onDrop`: where an action can be dropped, by its id. */
export function Places({
  part,
  chosen,
  onChoose,
  onDrop,
}: {
  part: PlanPart;
  chosen: Place | null;
  onChoose: (place: Place) => void;
  onDrop?: (id: string, place: Place) => void;
}) {
  return (
    <table class="places" onKeyDown={(event) => step(event, part.kinds.length)}>
      <thead>
        <tr>
          <th scope="col">
            <span class="sr">{say('common.plan.target')}</span>
          </th>
          {part.kinds.map((kind) => (
            <th scope="col">{kind.name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.targets.map((target) => (
          <tr key={target}>
            <th scope="row">{rowName(target)}</th>
            {part.cells
              .filter((cell) => cell.target === target)
              .map((cell) => (
                <td key={cell.kind}>
                  <button
                    class={classes('place', `place--${cell.state}`)}
                    type="button"
                    aria-pressed={isAt(chosen, cell)}
                    aria-label={`${placeName(part, cell)}: ${stateWords(cell)}`}
                    onClick={() => onChoose(cell)}
                    {...(onDrop ? dropping((id) => onDrop(id, cell)) : {})}
                  >
                    <Blocks cell={cell} />
                  </button>
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Blocks for actions, a dashed ring for none yet, a short dash for what was set aside. */
export function Blocks({ cell }: { cell: CellShown }) {
  if (cell.state === 'open') return <Icon name="open" />;
  if (cell.state === 'aside') return <span aria-hidden="true">–</span>;
  if (cell.actions > MOST) return <b>{cell.actions}</b>;
  return (
    <>
      {Array.from({ length: cell.actions }, (_, i) => (
        <i key={i} class="block" />
      ))}
    </>
  );
}

/** Where something can be let go of. */
const dropping = (onDrop: (id: string) => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    const id = event.dataTransfer?.getData('text/plain');
    if (id) onDrop(id);
  },
});

/** Arrow keys go from place to place. */
function step(event: KeyboardEvent & { currentTarget: HTMLElement }, columns: number) {
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.place')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (!by || at < 0) return;
  event.preventDefault();
  all[at + by]?.focus();
}

/** How many places have an action, of those that were not set aside. */
export function reach({ cells }: Pick<PlanPart, 'cells'>) {
  const wanted = cells.filter((cell) => cell.state !== 'aside');
  const filled = wanted.filter((cell) => cell.state === 'filled').length;
  return { n: wanted.length, filled, open: wanted.length - filled };
}
