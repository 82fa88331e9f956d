// A personal takeaway, made by the phone from its own memory. The server never sees it.

/** @param {any} room @returns {string} */
export function takeaway(room) {
  const { kept } = room.memory.held.value;
  const session = room.part('session');
  const said = ['will_do', 'still_need'].map((field) => kept[field]).filter(Boolean);
  return [session.scenario_title, '', ...said, '', ...session.resources.map((/** @type {any} */ r) => `${r.title}: ${r.text} ${r.url}`.trim()), ''].join('\n');
}

/** Save a text on this phone. @param {string} name @param {string} text */
export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
