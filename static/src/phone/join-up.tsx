// One note joined to another: a verb, the other note, the sentence read back, a button. Likely partners stand first, by area.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Commands, FormulationPart, NoteShown } from '../contract';
import type { Phone } from '../shared/live/room';
import { areas, notesIn } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { Icon } from '../shared/ui/icons';
import { say, sayEach } from '../shared/ui/say';
import { saidLinks, sayLink } from './said';

type Ends = Commands['formulation.link'];
export type Verb = Ends['kind'];

const LIKELY: Record<Verb, Area[]> = {
  because: ['before', 'why_now', 'keeps_going'],
  eases: ['helps'],
  alternative: [],
};

/** The link that a sentence says: “eased by” and “or else” lead from the other note to this one. */
export const endsOf = (kind: Verb, one: string, other: string): Ends =>
  kind === 'because' ? { source: one, target: other, kind } : { source: other, target: one, kind };

/** The other notes by area: where a verb most often leads, first; for “or else” the note's own area. */
export function partners(part: FormulationPart, verb: Verb, one: NoteShown) {
  const mine = areas().find(([area]) => notesIn(part, area).some((n) => n.id === one.id))?.[0];
  const likely: Area[] = verb === 'alternative' && mine ? [mine] : LIKELY[verb];
  const order = [
    ...areas().filter(([a]) => likely.includes(a)),
    ...areas().filter(([a]) => !likely.includes(a)),
  ];
  return order
    .map(([area, name]) => ({ area, name, notes: notesIn(part, area).filter((n) => n.id !== one.id) }))
    .filter(({ notes }) => notes.length);
}

const within = (text: string) =>
  /^.[\p{Ll} ]/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
const plain = (text: string) => text.replace(/[.;, ]+$/, '');

export function JoinUp({
  room,
  part,
  note,
  onClose,
}: {
  room: Phone;
  part: FormulationPart;
  note: NoteShown;
  onClose: () => void;
}) {
  const verb = useSignal<Verb>('because');
  const other = useSignal<NoteShown | null>(null);
  const stood = useRef(part).current; // what comes meanwhile moves nothing from under a finger
  const verbs = Object.entries(sayEach('phone.formulation.join.verbs')) as [Verb, string][];
  const groups = partners(stood, verb.value, note);
  const picked = other.value && endsOf(verb.value, note.id, other.value.id);
  const isSaid = saidLinks(room).some(
    (x) => x.source === picked?.source && x.target === picked.target && x.kind === picked.kind,
  );
  const join = () => {
    if (picked) sayLink(room, picked);
    onClose();
  };
  return (
    <div class="join-up">
      <div class="verbs" role="group" aria-label={say('phone.formulation.join.verb')}>
        {verbs.map(([id, words]) => (
          <button
            key={id}
            class="sup"
            type="button"
            aria-pressed={verb.value === id}
            onClick={() => {
              verb.value = id;
            }}
          >
            {words}
          </button>
        ))}
      </div>
      <div class="partners" role="radiogroup" aria-label={say('phone.formulation.join.with')}>
        {groups.map(({ area, name, notes }) => (
          <section key={area}>
            <h3 class="small quiet">{name}</h3>
            {notes.map((n) => (
              <label key={n.id} class="row-link partner">
                <input
                  type="radio"
                  name="partner"
                  checked={other.value?.id === n.id}
                  onChange={() => {
                    other.value = n;
                  }}
                />
                <span class="typed">{n.text}</span>
              </label>
            ))}
          </section>
        ))}
        {!groups.length && <p class="quiet">{say('phone.formulation.join.none')}</p>}
      </div>
      <div class="join-foot">
        <p class="small" aria-live="polite">
          {other.value ? (
            <>
              <span class="typed">{plain(note.text)}</span>{' '}
              <b>{say(`phone.formulation.join.verbs.${verb.value}`)}</b>{' '}
              <span class="typed">{within(plain(other.value.text))}</span>
              {isSaid ? ` · ${say('phone.formulation.join.said')}` : ''}
            </>
          ) : (
            say('phone.formulation.join.choose')
          )}
        </p>
        <button class="button" type="button" disabled={!picked || isSaid} onClick={join}>
          <Icon name="chain" />
          {say('phone.formulation.join.button')}
        </button>
      </div>
    </div>
  );
}
