// The shared explanation on a phone: one section at a time, short notes, support, "because".

import { supported } from './support';
import { aloud } from '../shared/ui/aloud';
import { Words } from '../shared/ui/asking';
import { Icon } from '../shared/ui/icons';
import { Top } from './controls';
import { Merging } from '../shared/ui/merging';
import { Sheet } from '../shared/ui/sheet';
import { Unsent, putBack, unsentOf } from './unsent';
import { useSignal } from '@preact/signals';
import { say } from '../shared/ui/say';

export function Delegate({ room }: { room: any }) {
  const part = room.part('formulation');
  const chosen = useSignal(part.lane || part.sections[0].id);
  const menu = useSignal<{ kind: string; note: any } | null>(null);
  const section = part.sections.find((s: any) => s.id === chosen.value) ?? part.sections[0];
  const notes = part.notes
    .filter((n: any) => n.section === section.id)
    .sort((a: any, b: any) => b.support - a.support || (a.text < b.text ? -1 : 1));
  const unsent = unsentOf(
    room,
    'formulation.add',
    ['formulation.edit', 'formulation.merge'],
    (body) => body.section === section.id,
  );
  const asNote = (operation: any) => {
    room.outbox.drop(operation.id);
    room.post('formulation.add', { section: section.id, text: operation.body.text });
  };
  const back = (o: any) => putBack(room, `note-${section.id}`, o.body.text);
  return (
    <>
      <Top title={say('phone.formulation.title')} />
      <nav class="tabs" aria-label={say('phone.formulation.title')}>
        {part.sections.map((s: any) => (
          <button
            type="button"
            aria-current={s.id === section.id}
            onClick={() => {
              chosen.value = s.id;
            }}
          >
            {s.title}
          </button>
        ))}
      </nav>
      <main id="main" tabindex={-1}>
        <p class="q">{section.prompt || section.title}</p>
        {part.aloud && (
          <p class="quote small">
            <b>{say('phone.formulation.shared')}</b>
            {aloud(part.aloud)}
          </p>
        )}
        <ul class="notes-list">
          {notes.map((note: any) => (
            <Note
              key={note.id}
              room={room}
              part={part}
              note={note}
              onMenu={(kind: string) => {
                menu.value = { kind, note };
              }}
            />
          ))}
          <Unsent
            room={room}
            operations={unsent}
            again={say('phone.formulation.as_note')}
            onAgain={asNote}
            onBack={back}
          />
        </ul>
        {!notes.length && !unsent.length && <p class="quiet">{say('phone.formulation.none')}</p>}
        <div class="add-note">
          <Words
            key={section.id}
            room={room}
            where={`note-${section.id}`}
            label={say('phone.formulation.field')}
            hideLabel={true}
            limit={200}
            button={say('common.add')}
            aid={say('common.no_names')}
            onSend={(text: string) => room.post('formulation.add', { section: section.id, text })}
          />
        </div>
      </main>
      {menu.value && (
        <Menu
          {...{ room, part, ...menu.value }}
          onClose={() => {
            menu.value = null;
          }}
          onKind={(kind: string) => {
            menu.value = { kind, note: menu.value?.note };
          }}
        />
      )}
    </>
  );
}

function Note({ room, part, note, onMenu }: any) {
  const same = [note.id, ...note.merged]; // a note that was merged into this one was supported under its own id
  const mine = supported(room).some((n) => same.includes(n));
  const links = part.links.filter((x: any) => x.source === note.id);
  const words = (id: string) => part.notes.find((n: any) => n.id === id)?.text ?? '';
  const support = () => {
    const others = supported(room).filter((n) => !same.includes(n));
    room.memory.note('support', mine ? others : [...others, note.id]);
    room.post('formulation.support', { note: note.id, on: !mine }, { about: `support ${note.id}` });
  };
  return (
    <li class="sheet">
      <p>{note.text}</p>
      {note.beside && <p class="faint small">{say('phone.formulation.beside')}</p>}
      {links.map((x: any) => (
        <p class="small">
          <Icon name="chain" /> {kindWords(x.kind)} <b>{words(x.target)}</b>
        </p>
      ))}
      <div class="note-foot">
        <button class="sup" type="button" onClick={() => onMenu('because')}>
          <Icon name="plus" />
          {say('phone.formulation.add')}
        </button>
        <button class="sup" type="button" aria-pressed={mine} onClick={support}>
          {mine && <Icon name="check" />}
          {say('phone.formulation.too')}
          {note.support ? ` · ${note.support}` : ''}
        </button>
        <button
          class="sup"
          type="button"
          aria-label={`${say('phone.formulation.menu')}: ${note.text}`}
          onClick={() => onMenu('menu')}
        >
          <Icon name="pencil" />
        </button>
      </div>
    </li>
  );
}

const kindWords = (kind: string) => say(`phone.formulation.kinds.${kind}`);

function Menu({ room, part, kind, note, onClose, onKind }: any) {
  const into = useSignal<any>(null);
  const gone = useSignal('');
  const others = part.notes.filter((n: any) => n.id !== note.id);
  const now = part.notes.find((n: any) => n.id === note.id) ?? note;
  const links = part.links.filter((x: any) => x.source === note.id);
  const words = (id: string) => part.notes.find((n: any) => n.id === id)?.text ?? '';
  const send = (name: string, body: any) => {
    room.post(name, body);
    onClose();
  };
  const rows = {
    because: others.map((n: any) => [
      n.text,
      () => send('formulation.link', { source: note.id, target: n.id, kind: 'because' }),
    ]),
    merge: others.map((n: any) => [
      n.text,
      () => {
        into.value = n;
      },
    ]),
    move: part.sections
      .filter((s: any) => s.id !== note.section)
      .map((s: any) => [s.title, () => send('formulation.move', { note: note.id, section: s.id })]),
    menu: [
      [say('phone.formulation.edit'), () => onKind('edit')],
      [say('phone.formulation.move'), () => onKind('move')],
      [say('phone.formulation.merge'), () => onKind('merge')],
      ...links.map((x: any) => [
        `${say('phone.formulation.unlink')} ${kindWords(x.kind)} “${words(x.target)}”`,
        () => {
          gone.value = x.id;
          onKind('unlink');
        },
      ]),
    ],
    unlink: [
      [say('phone.formulation.unlink_yes'), () => send('formulation.unlink', { link: gone.value })],
      [say('common.left.stay'), onClose],
    ],
  }[kind as 'because'];
  const title = {
    because: say('phone.formulation.choose_why'),
    merge: say('phone.formulation.choose_merge'),
    move: say('phone.formulation.choose_section'),
    edit: say('phone.formulation.edit'),
    menu: say('phone.formulation.menu'),
    unlink: say('phone.formulation.unlink_sure'),
  }[kind as 'menu'];
  return (
    <Sheet title={title} onClose={onClose}>
      <p class="cardline">{note.text}</p>
      {kind === 'edit' ? (
        <Words
          room={room}
          where={`edit-${note.id}`}
          label={say('phone.formulation.edit')}
          start={note.text}
          limit={200}
          long={true}
          aid={say('common.no_names')}
          base={now.version}
          now={now.text}
          onBehind={say('common.left.own')}
          onSend={(text: string, base: number) => send('formulation.edit', { note: note.id, text, base })}
        />
      ) : into.value ? (
        <Merging
          room={room}
          notes={part.notes}
          note={note}
          into={into.value}
          label={say('phone.formulation.merge_words')}
          button={say('phone.formulation.merged')}
          onSend={(body: any) => send('formulation.merge', body)}
        />
      ) : (
        <div class="rows">
          {rows.map(([words, act]: [string, () => void]) => (
            <button class="plain" type="button" onClick={act}>
              {words}
            </button>
          ))}
        </div>
      )}
    </Sheet>
  );
}
