// The fields of an action: for whom and for which need, then the words. Roles and times are a tap away; anything else can
// be typed. What few need is folded.

import type { PlanPart } from '../../contract';
import { LIMITS } from '../../limits';
import type { Start } from '../live/left';
import { classes } from './classes';
import { Gentler } from './gentler';
import { within } from './limit';
import { rowName } from './places';
import { say, sayAll } from './say';

const LIMIT: Record<string, number> = LIMITS['plan.add'];
const FIRST = ['action', 'why', 'who', 'by_when'];
const FOLDED = ['known', 'step_up', 'step_down', 'review'];
const CHIPS = ['who', 'by_when'];
const CHOSEN = ['target', 'kind', 'note'];

/** What stands in the form now. */
export const readAction = (form: HTMLFormElement, id = ''): Record<string, string> => ({
  id,
  ...Object.fromEntries(
    [...CHOSEN, ...FIRST, ...FOLDED].map((name) => [
      name,
      (form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? '',
    ]),
  ),
});

export function PlanFields({ part, start }: { part: PlanPart; start: Start }) {
  const text = (name: string) => String(start[name] ?? '');
  const notes = [
    ...part.needs.map((n) => [n.note, n.text]),
    ...part.asked.filter((n) => n.note === start.note).map((n) => [n.note, n.text]),
  ];
  return (
    <>
      {FIRST.map((name) => (
        <Field key={name} name={name} value={text(name)} />
      ))}
      <div class="plan-where">
        <Choice name="target" value={text('target')} options={part.targets.map((id) => [id, rowName(id)])} />
        <Choice
          name="kind"
          value={text('kind')}
          options={[['', say('common.plan.no_kind')], ...part.kinds.map((k) => [k.id, k.name])]}
        />
        <Choice name="note" value={text('note')} options={[['', say('common.plan.no_note')], ...notes]} />
      </div>
      <details class="plan-more" open={FOLDED.some((name) => text(name) !== '')}>
        <summary>{say('common.plan.more')}</summary>
        {FOLDED.map((name) => (
          <Field key={name} name={name} value={text(name)} />
        ))}
      </details>
    </>
  );
}

function Field({ name, value }: { name: string; value: string }) {
  return (
    <div class={classes('field', LIMIT[name] < 100 && 'half')}>
      <label for={`plan-${name}`}>{say(`common.plan.${name}`)}</label>
      <input
        class="input"
        id={`plan-${name}`}
        name={name}
        {...within(LIMIT[name])}
        autocomplete="off"
        required={name === 'action'}
        defaultValue={value}
      />
      <Gentler field={`plan-${name}`} />
      {CHIPS.includes(name) && (
        <div class="chips" role="group" aria-label={say(`common.plan.${name}`)}>
          {sayAll(`common.plan.chips.${name}`).map((words) => (
            <button
              key={words}
              class="chip chip--slim"
              type="button"
              onClick={({ currentTarget: { form } }) => {
                const field = form?.elements.namedItem(name) as HTMLInputElement;
                field.value = words;
                field.dispatchEvent(new Event('input', { bubbles: true }));
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Choice({ name, value, options }: { name: string; value: string; options: string[][] }) {
  return (
    <div class="field">
      <label for={`plan-${name}`}>{say(`common.plan.${name}`)}</label>
      <select class="input" id={`plan-${name}`} name={name}>
        {options.map(([id, words]) => (
          <option key={id} value={id} selected={id === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
