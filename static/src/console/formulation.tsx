// The shared explanation at the console: notes by area, all that can be done with one, and the explanation in words.

import { useSignal } from '@preact/signals';
import type { FormulationPart, NoteShown, SectionShown } from '../contract';
import type { Desk } from '../shared/live/room';
import { areaOf, areas, notesIn, sectionsOf } from '../shared/ui/areas';
import type { Area } from '../shared/ui/areas';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { asksWhy, Itself } from '../shared/ui/note-kind';
import { Picture } from '../shared/ui/picture';
import { say, spelt } from '../shared/ui/say';
import { Sure } from '../shared/ui/sure';
import { AddNote } from './add-note';
import { WhatChanged } from './changed';
import { Earlier } from './earlier';
import { Explanation } from './explanation';
import { NoteSheet } from './note-sheet';
import { Beneath, Offered } from './stacks';
import { Sureness } from './sureness';
import { UndoLast } from './undo';

const SAYS = new Set<string>(['say', 'another']); // when the sentences are what is worked at

export function Console({ room }: { room: Desk }) {
  const part = room.part('formulation');
  const chosen = useSignal<Area | ''>('');
  const doing = useSignal<{ kind: string; note: NoteShown } | null>(null);
  if (!part) return null;
  const act = (kind: string, note: NoteShown) => {
    doing.value = { kind, note };
  };
  const shown = areas().filter(([area]) =>
    chosen.value ? area === chosen.value : notesIn(part, area).length,
  );
  return (
    <div class={classes('forming', SAYS.has(part.phase) && 'forming--said')}>
      <header>
        <h2>{say(`names.phase.${part.phase}`)}</h2>
        <p class="small quiet">{say(`console.formulation.phases.${part.phase}`)}</p>
      </header>
      <div class="forming-notes">
        {part.phase !== 'silent' && <Gathering room={room} part={part} />}
        {part.notes.length ? (
          <p class="small">
            <button
              class="linkish"
              type="button"
              title={say('console.formulation.gather_more')}
              onClick={() => room.post('formulation.gather', {})}
            >
              {say('console.formulation.gather')}
            </button>
          </p>
        ) : (
          <p class="quiet">{say('console.formulation.none')}</p>
        )}
        <UndoLast room={room} />
        {!chosen.value && <Picture part={part} parts={room.part('case')} />}
        <Areas part={part} chosen={chosen} />
        {shown.map(([area, name]) => (
          <OfArea key={area} room={room} part={part} area={area} name={name} onAct={act} />
        ))}
        <AddNote room={room} part={part} start={chosen.value} />
      </div>
      <div>
        <Sureness room={room} part={part} />
        <Explanation room={room} part={part} />
        <WhatChanged room={room} part={part} />
      </div>
      {doing.value && (
        <NoteSheet
          {...{ room, part, ...doing.value }}
          onClose={() => {
            doing.value = null;
          }}
        />
      )}
    </div>
  );
}

/** What became of silent notes; and a word for those that were written since. */
function Gathering({ room, part }: { room: Desk; part: FormulationPart }) {
  const { state } = part.gathering;
  const called = state === 'called';
  return (
    <p class="small">
      {say(`console.formulation.gathering.${state}`, { k: spelt(room.part('session').k) })}{' '}
      <button
        class="linkish"
        type="button"
        onClick={() => (called ? room.post('formulation.uncover', {}) : room.post('formulation.collect', {}))}
      >
        {say(called ? 'console.formulation.uncover' : 'console.formulation.collect')}
      </button>
    </p>
  );
}

/** Five areas and what is around; what of them is empty is dashed. A press shows one alone, another all again. */
function Areas({ part, chosen }: { part: FormulationPart; chosen: { value: Area | '' } }) {
  return (
    <ul class="areas" aria-label={say('console.formulation.title')}>
      {areas().map(([area, name]) => (
        <li key={area}>
          <button
            type="button"
            aria-pressed={chosen.value === area}
            onClick={() => {
              chosen.value = chosen.value === area ? '' : area;
            }}
          >
            <b>
              {name} <span>{notesIn(part, area).length}</span>
            </b>
            <span class="area-sections">
              {sectionsOf(part, area).map((s) => (
                <Counted key={s.id} title={s.title} n={part.notes.filter((n) => n.section === s.id).length} />
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const Counted = ({ title, n }: { title: string; n: number }) => (
  <span class={classes(!n && 'is-empty')}>
    {title} {n}
  </span>
);

type Of = { room: Desk; part: FormulationPart; onAct: (kind: string, note: NoteShown) => void };

function OfArea({ room, part, area, name, onAct }: Of & { area: Area; name: string }) {
  const on = areaOf(part, part.lane) === area;
  return (
    <section class="lane-group">
      <h3>
        {name}
        <button
          class="linkish"
          type="button"
          aria-pressed={on}
          onClick={() => room.post('formulation.lane', { section: on ? '' : area })}
        >
          <Icon name="screen" />
          {on ? say('console.formulation.lane_on') : say('console.formulation.lane')}
        </button>
      </h3>
      <Offered room={room} part={part} area={area} />
      {sectionsOf(part, area).map((s) => (
        <Section key={s.id} room={room} part={part} section={s} onAct={onAct} />
      ))}
    </section>
  );
}

function Section({ room, part, section, onAct }: Of & { section: SectionShown }) {
  const notes = notesIn(part, section.area).filter((n) => n.section === section.id);
  if (!notes.length) return null;
  return (
    <>
      <h4 class="eyebrow">{section.title}</h4>
      <ul class="notes-list">
        {notes.map((n) => (
          <Note key={n.id} room={room} part={part} note={n} onAct={onAct} />
        ))}
      </ul>
    </>
  );
}

function Note({ room, part, note, onAct }: Of & { note: NoteShown }) {
  const words = (id: string) => part.notes.find((n) => n.id === id)?.text ?? '';
  const kind = (id: string) => say(`console.formulation.kinds.${id}`);
  const links = part.links.filter((x) => x.source === note.id);
  const button = (what: string, name: string) => (
    <button
      class="linkish"
      type="button"
      aria-label={`${name} ${note.text}`}
      onClick={() => onAct(what, note)}
    >
      {name}
    </button>
  );
  return (
    <li class="sheet">
      <p class="typed">{note.text}</p>
      <Itself note={note} parts={room.part('case')} />
      {asksWhy(note) && <p class="tiny faint">{say('common.note.open')}</p>}
      {note.beside && <p class="tiny faint">{say('console.formulation.beside')}</p>}
      {links.map((x) => (
        <p key={x.id} class="linked small">
          <Icon name="chain" />
          <span>
            {kind(x.kind)} <b class="typed">{words(x.target)}</b>
            {x.support ? ` · ${say('common.formulation.phones', { n: x.support })}` : ''}
          </span>
          <Sure
            look="x-small"
            label={`${say('console.formulation.unlink')}: ${words(x.target)}`}
            words={<Icon name="close" />}
            sure={`${say('console.formulation.unlink')}?`}
            yes={say('console.formulation.unlink_yes')}
            no={say('console.formulation.keep_it')}
            onYes={() => room.post('formulation.unlink', { link: x.id })}
          />
        </p>
      ))}
      <Beneath room={room} id={note.id} />
      <Earlier room={room} of="notes" id={note.id} />
      <div class="note-foot">
        <span>{note.support ? say('console.formulation.support', { n: note.support }) : ''}</span>
        <span class="row">
          {button('edit', say('console.formulation.edit'))}
          {button('move', say('console.formulation.move'))}
          {button('join', say('console.formulation.join'))}
          {button('merge', say('console.formulation.merge'))}
          <Sure
            label={`${say('console.formulation.hide')} ${note.text}`}
            words={say('console.formulation.hide')}
            sure={say('console.formulation.hide_sure')}
            yes={say('console.formulation.hide')}
            no={say('console.formulation.keep_it')}
            onYes={() => room.post('formulation.hide', { note: note.id })}
          />
        </span>
      </div>
    </li>
  );
}
