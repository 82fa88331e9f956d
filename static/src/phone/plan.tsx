// The plan on a phone: a grid of who it is for by the kinds of need, what is missing, and all of it as a list. Roles, not names.

import { useSignal } from '@preact/signals';
import type { PlanPart } from '../contract';
import { planKey } from '../shared/live/left';
import type { Start } from '../shared/live/left';
import type { Operation } from '../shared/live/outbox';
import type { Phone } from '../shared/live/room';
import { Icon } from '../shared/ui/icons';
import { Places, reach, rowName } from '../shared/ui/places';
import type { Place } from '../shared/ui/places';
import { say } from '../shared/ui/say';
import { Top } from './controls';
import { Action } from './plan/action';
import { Form } from './plan/form';
import { PlaceHere } from './plan/place';
import { Loose, Mark, SignsSheet } from './plan/sheets';
import { Unsent, unsentOf } from './unsent';

type Over = '' | 'mark' | 'loose' | 'signs';

export function Delegate({ room }: { room: Phone }) {
  const part = room.part('plan');
  const chosen = useSignal<Place>(first(part));
  const editing = useSignal<Start | null>(null);
  const over = useSignal<Over>('');
  const all = useSignal(!part.cells.length);
  const edit = (start: Start | null) => {
    over.value = '';
    editing.value = start;
  };
  const open = (what: Over) => () => {
    over.value = what;
  };
  /** Refused words go back into the form, as an action of their own. */
  const again = ({ id: from, body: { id: _id, base: _base, ...words } }: Operation) =>
    edit({ ...words, from });
  /** So do those that were taken back, which are nowhere else by now. */
  const back = (operation: Operation) => {
    again(operation);
    if (editing.value) room.memory.draftForm(planKey(editing.value), operation.body);
  };
  const unsent = unsentOf(room, 'plan.add', ['plan.edit'], () => true);
  return (
    <>
      <Top
        title={say('phone.plan.title')}
        right={
          part.cells.length > 0 && (
            <button
              type="button"
              onClick={() => {
                all.value = !all.value;
              }}
            >
              {say(all.value ? 'phone.plan.grid' : 'phone.plan.all')}
            </button>
          )
        }
      />
      <main id="main" tabindex={-1} class="wide plan-page">
        {all.value ? (
          <Everything room={room} part={part} onEdit={edit} />
        ) : (
          <>
            <Places
              part={part}
              chosen={chosen.value}
              onChoose={({ target, kind }) => {
                chosen.value = { target, kind };
              }}
            />
            <PlaceHere room={room} part={part} place={chosen.value} onEdit={edit} onMark={open('mark')} />
            {!part.actions.length && <p class="quiet">{say('common.plan.begin')}</p>}
          </>
        )}
        <ul class="notes-list">
          <Unsent
            room={room}
            operations={unsent}
            again={say('phone.plan.edit')}
            onAgain={again}
            onBack={back}
          />
        </ul>
        <div class="end">
          {part.cells.length > 0 && <Holes part={part} onLoose={open('loose')} />}
          <button class="row-link" type="button" onClick={open('signs')}>
            {say('common.plan.signs.title')}
            <Icon name="next" />
          </button>
          <p class="aid">{say('common.page.aid')}</p>
        </div>
      </main>
      {over.value === 'mark' && <Mark room={room} part={part} place={chosen.value} onClose={open('')} />}
      {over.value === 'loose' && <Loose room={room} part={part} onEdit={edit} onClose={open('')} />}
      {over.value === 'signs' && <SignsSheet room={room} part={part} onClose={open('')} />}
      {editing.value && <Form room={room} part={part} start={editing.value} onClose={() => edit(null)} />}
    </>
  );
}

/** Where somebody begins: the first place that has nothing yet. */
const first = ({ cells, targets, kinds }: PlanPart): Place =>
  cells.find((c) => c.state === 'open') ?? { target: targets[0], kind: kinds[0]?.id ?? '' };

/** What is missing, in numbers of places, needs, actions and targets. */
function Holes({ part, onLoose }: { part: PlanPart; onLoose: () => void }) {
  const unmet = part.needs.filter((n) => !n.met).length;
  return (
    <>
      <p class="quiet">{say('common.plan.reach', reach(part))}</p>
      {unmet > 0 && <p class="quiet">{say('common.plan.unmet', { n: unmet })}</p>}
      {part.actions.length > 0 && part.bare.length > 0 && (
        <p class="quiet">{say('common.plan.bare', { who: part.bare.map(rowName).join(', ') })}</p>
      )}
      {part.loose.length > 0 && (
        <button class="row-link row-link--open" type="button" onClick={onLoose}>
          <Icon name="open" />
          {say('common.plan.loose', { n: part.loose.length })}
          <Icon name="next" />
        </button>
      )}
    </>
  );
}

/** All of it, by whom it is for. */
function Everything({ room, part, onEdit }: { room: Phone; part: PlanPart; onEdit: (start: Start) => void }) {
  return (
    <>
      {part.targets.map((target) => {
        const actions = part.actions.filter((a) => a.target === target);
        return (
          <section key={target} class="actions">
            <h2>{say(`names.target.${target}`)}</h2>
            {!actions.length && <p class="quiet">{say('phone.plan.none')}</p>}
            {actions.map((a) => (
              <Action key={a.id} room={room} action={a} onEdit={() => onEdit({ ...a })} />
            ))}
            <button
              class="button button--second"
              type="button"
              aria-label={`${say('phone.plan.add')}: ${say(`names.target.${target}`)}`}
              onClick={() => onEdit({ target, note: null })}
            >
              <Icon name="plus" />
              {say('phone.plan.add')}
            </button>
          </section>
        );
      })}
    </>
  );
}
