// All that the page for joining says, but for the few words in text.js that the room says too.

export const TEXT = {
  code: 'Session code', looking: 'Looking…', found: 'Found. The lobby is open', before: 'Before you enter', enter: 'Enter the workshop',
  eight: 'Codes have eight symbols; older sessions have six. Check it with the trainer.',
  in: 'This phone is in',
  /** @param {string} title */ inMore: (title) => `It has its seat in “${title}”. One phone, one seat: go back, and nothing of yours is lost.`,
  noCookies: 'Your browser refuses cookies for this page, and the workshop needs one for your seat. Allow cookies here and load the page again, or use another browser.',
  toRoom: 'Back to the room', other: 'Join another session',
  /** @param {string} title */ givesBack: (title) => `This phone is in “${title}”. Entering here gives that seat back.`,
  name: 'No name, no account.', counted: 'Your placements are counted, not recorded.',
  early: 'Nothing shows early.',
  /** @param {number} k */ wait: (k) => `Results wait for at least ${k} people. Then what could link your phone to its answers is deleted.`,
  material: 'The material.', choice: 'Your choice.', anyTime: 'Skip any card. Step out at any time.',
  limits: 'What this cannot protect', rules: 'Ground rules',
  limitsText: 'It cannot protect you if everyone answers the same, if you say it aloud, if your wording is recognisable, if someone has taken over the running server during the session, or if the same people place the same cards again. Saying what you would do, or that you moved, tells something of where you placed. Neither the trainer, your organisation nor whoever runs the server can find out afterwards.',
};
