// A personal takeaway, made by the phone from its own memory. The server never sees it.
import type { Phone } from '../shared/live/room';

export function takeaway(room: Phone): string {
  const { kept } = room.memory.held.value;
  const session = room.part('session');
  const said = ['will_do', 'still_need'].map((field) => kept[field]).filter(Boolean);
  return [
    session.scenario_title,
    '',
    ...said,
    '',
    ...session.resources.map((r) =>
      [`${r.title}: ${r.text}`, r.number, r.hours, r.url].filter(Boolean).join(' '),
    ),
    '',
  ].join('\n');
}

/** Save a text on this phone. */
export function save(name: string, text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
