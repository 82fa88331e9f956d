// All that the console, and the pages before and after it, say. One catalogue; a translation is another file of the same keys.

const SPELT = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Small numbers as words, as a person would say them. @param {number} n */
export const spelt = (n) => SPELT[n] ?? String(n);

/** "1 card", "8 cards". @param {number} n @param {string} one @param {string} many */
export const counted = (n, one, many) => `${n} ${n === 1 ? one : many}`;

export const TEXT = {
  aid: 'A training aid, not an assessment tool',
  close: 'Close', cancel: 'Cancel', copy: 'Copy', copied: 'Copied', add: 'Add', save: 'Save', change: 'Change', remove: 'Remove', or: 'or',
  updated: 'The workshop was updated. This page loads again.',
  states: { connecting: 'Connecting', online: 'Connected', offline: 'Reconnecting', gone: 'Not connected' },
  bar: {
    joined: 'joined', locked: 'Lobby locked', open: 'Lobby open', lock: 'Lock the lobby', unlock: 'Open the lobby', links: 'Links', end: 'End…',
    /** @param {number} k */ k: (k) => `Shown from ${spelt(k)}`, plain: 'Not encrypted',
  },
  insecure: { title: 'This connection is not encrypted.', text: 'Anybody on this network could read what is sent, and take over this console. Use it for practice; for a real group, use https.', ok: 'Understood' },
  reviewed: 'Not yet reviewed by a qualified trainer',
  rail: { title: 'Agenda', min: 'min', toggle: 'Agenda', go: (/** @type {string} */ title) => `Go to ${title}` },
  next: {
    next: 'Next', inDiscussion: 'Next in discussion', back: 'Back one step', space: 'Space', start: 'Start', nextStep: 'Next step', firstCard: 'First card', nextCard: 'Next card', shift: 'Before and after', reveal: 'Reveal', open: 'Open the cards', warmUp: 'Open the warm-up', lift: 'Show again', close: 'Close the answers', closeReflection: 'Close the reflection', end: 'End the session', closing: 'Closing…', wait: 'Connecting…', questionDone: 'Question done', onScreen: 'On the screen',
    again: 'Press once more', notNow: 'Not now', revealSure: 'Answers close, and the room sees them.', revealYes: 'Reveal now', closeSure: 'Close it? Whoever has not finished is cut short.', readSure: 'Close it? Their words come to you, and it stays closed.', closeYes: 'Close now',
    fewTitle: 'Close it now?', fewSure: (/** @type {number} */ k) => `Fewer than ${spelt(k)} have answered, perhaps none. If you close it now, no figures are told.`, fewWordsSure: (/** @type {number} */ k) => `Fewer than ${spelt(k)} have answered, perhaps none. If you close it now, you get none of their words.`, fewYes: 'Close it all the same', fewNo: 'Leave it open',
    /** @param {number} n */ all: (n) => (n === 1 ? 'Show the room the card' : `Show the room all ${spelt(n)} cards`),
    few: 'Waits for more to finish', can: 'Possible: enough have finished',
    /** @param {number} n */ cards: (n) => (n === 1 ? 'One card, in their own time' : `${counted(n, 'card', 'cards')}, in their own time`),
    curtain: 'The screens are blank', answers: 'Confidence, for now', last: 'Everything is done', reflection: 'Their words come to you, shuffled',
  },
  sees: 'What the room sees', only: 'Only you see this', blanked: 'The room sees a pause',
  notes: {
    range: 'Discussion range', rangeMore: 'A range to talk within, not an answer.', ask: 'Ask', showing: 'On screen', show: 'Show the room', evidence: 'Evidence', noEvidence: 'No study speaks to this card directly.',
    /** @param {string} when */ checked: (when) => `Checked ${when}`, why: 'Why this is given now', about: 'The case',
  },
  /** What helps in a step while no card is in focus. @type {Record<string, [title: string, ...lines: string[]][]>} */
  tips: {
    welcome: [['While they arrive', 'Read the ground rules aloud.', 'Say once: skip any card, step out at any time.'], ['Nobody is named', 'Phones have no names. You see counts, never who.']],
    confidence: [['While they answer', 'Leave it quiet. Skipping is fine.'], ['Kept', 'Only figures of the whole room, for before and after.']],
    open: [['While they place', 'Leave it quiet. Take questions on the desk.', 'Say once: you may skip any card.'], ['No results yet', 'Results stay shut until the reveal, for you as well.']],
    ready: [['Before they place', 'Read the case aloud. Ask for behaviour, not for guesses about people.']],
    warm_up: [['Before they place', 'Two small things, to get to know the phones.', 'Show how to skip, and how to step out.']],
    discussion: [['Start where the room differs most', 'Ask each end for its reasons before anybody answers.', 'Differing is ordinary: trained people differ too.']],
    questions: [['Taking questions', 'Read them aloud yourself. Park what needs more time.', 'Keep what the report should remember.']],
    formulation: [['Building it', 'One idea a note. Ask: because of what?', 'Keep a rival explanation in sight.']],
    plan: [['Planning', 'Safety first, then those harmed. Roles, not names.']],
    reflection: [['Before they go', 'Point to the sources of support.', 'Their words reach you when it closes, shuffled, without a name.']],
    break: [['A break', 'Phones keep what was typed. You start again when you like.']],
  },
  time: {
    step: 'This step', room: 'On the room’s timer', orSo: (/** @type {number} */ n) => `of ${n} or so`, ofStep: (/** @type {string} */ time) => `This step: ${time}`, start: 'Start a timer for the room', stop: 'Stop the timer', min: 'min',
  },
  questions: {
    title: 'Questions', fresh: (/** @type {number} */ n) => `${n} new`, show: 'Show', answered: 'Done', park: 'Park', keep: 'Keep', kept: 'Kept', hide: 'Hide', back: 'Back to new', aid: 'Every five minutes, many at once, shuffled. Nobody is shown whether one waits.', aidAsking: 'Every phone says what it asks, or that it has nothing to ask. All come at once, shuffled; here, or when the step is over.', none: 'None yet.',
    heard: (/** @type {number} */ n) => `At least ${n} have answered.`, few: (/** @type {number} */ k) => `Fewer than ${spelt(k)} have answered, perhaps none.`, more: 'Waits for more to answer.', gather: 'Gather the questions',
    states: /** @type {Record<string, string>} */ ({ inbox: '', shown: 'On screen', answered: 'Answered', parked: 'Parked', hidden: 'Hidden' }), done: (/** @type {number} */ n) => `${n} dealt with`, about: 'Questions from the room', word: 'question',
  },
  word: { title: 'Someone would like a word', quiet: 'For everybody', break: 'Offer a break', support: 'Show support', on: /** @type {Record<string, string>} */ ({ break: 'Every phone shows: a break is fine.', support: 'Every phone shows: support is here.' }), off: 'Take it down' },
  curtain: { blank: 'Blank all screens', lift: 'Show again', pause: 'Pause the room', pauseMore: 'Phones and screen say: a pause', key: 'B' },
  board: {
    ready: 'Before you open', before: 'Before you reveal', closed: 'Closed without being shown', cards: 'What they will place', queue: 'Discussion queue', order: 'Most disagreement first', card: 'Card', agreement: 'Agreement', low: 'Lower end', high: 'Higher end', on: 'On screen', label: 'What the screen shows',
    shows: /** @type {[string, string][]} */ ([['all', 'All cards'], ['focus', 'This card'], ['shift', 'Before and after']]),
    again: 'Place again…', closeQuietly: 'Close without showing', closeSure: 'Close it without showing anybody the results?', keepOpen: 'Keep it open', closeIt: 'Close it', showNow: 'Show it now', showSure: 'Show the room what was placed?', openAgain: 'Open again', openSure: 'Open these cards again? What was placed before goes.', openNo: 'Leave it closed',
    possible: 'Possible now.', possibleMore: (/** @type {number} */ k) => `Enough have finished. A card that fewer than ${spelt(k)} placed stays shut.`,
    notYet: 'The room waits for more to finish.', notYetMore: 'Half of the phones in use at least, and most of them where there are few.',
    tooFew: (/** @type {number} */ k) => `Fewer than ${spelt(k)} devices are here.`, tooFewMore: (/** @type {number} */ k) => `Nothing can be shown until ${spelt(k)} have finished.`,
    finished: (/** @type {number} */ n, /** @type {number} */ of) => (n ? `${n} or more of ${of} have finished.` : `Few of ${of} have finished so far, perhaps none.`), stillMore: 'Counted in steps, so that nobody can watch one phone. What they have sent counts.',
    idle: 'Count the idle out', idleMore: (/** @type {number} */ k) => `Three minutes have gone. You can count phones out that nobody is using: a third of all devices, and ${spelt(k)} at least, must still have finished.`,
    idleSure: 'Close now and show what was placed, without waiting for idle phones?', idleYes: 'Count them out and reveal',
    closes: 'Answers close.', closesMore: 'After the reveal, people change an answer by placing again.',
    closeEarly: 'Too few have finished. It will not be shown later; open its cards again to ask again.', closedEarly: 'Too few had finished. It will not be shown later; open its cards again to ask again.',
    closedMore: 'What was placed can be shown until the session ends; then it is deleted. Show it now, or go on.', moved: 'Moved',
  },
  again: {
    title: 'Place cards again', cause: 'What has happened since?', discussion: 'We have talked', discussionMore: 'Same cards, after discussion', information: 'There is new information', informationMore: 'Phones read it first, then place', cards: 'Which cards?', open: (/** @type {number} */ n) => `Open ${counted(n, 'card', 'cards')}`, none: 'Choose a card', choose: 'Choose the information',
  },
  addresses: {
    alone: 'No phone reaches this address.', aloneMore: 'It leads every device to itself. Bring this computer into the room’s network; the address and the square code then change by themselves.',
    choose: 'This computer has several addresses. If phones do not get in, tell them another:', chosen: 'The screen shows this one within a few seconds.',
  },
  links: {
    title: 'Links', join: 'For delegates', joinMore: 'They type the code, scan, or follow the link.', screen: 'For the projector', screenMore: 'Shows what the room sees; can do nothing.', openScreen: 'Open in a new window', desk: 'For a second facilitator', deskMore: 'Runs this session with you. Whoever holds it can, so hand it over in person.', renew: 'New links', renewSure: 'End all links that were given out?', renewNo: 'Leave them', renewMore: 'A link is opened within a day and then holds for a day. New ones end all that were given out: a projector or a second facilitator who came by a link is shut out at once.', renewed: 'New links are above. The earlier ones have ended.', copyBy: 'Select the address and copy it.', qr: 'A square code that leads to this session',
  },
  end: { title: 'End for everybody?', text: 'Open rounds close, and placings that were not shown are deleted. Phones say goodbye, and what could link a phone to its answers is deleted. The report is made. This cannot be undone.', yes: 'End the session', no: 'Go on', busy: 'Ending…' },
  ended: { title: 'This session has ended', text: 'The report is ready. What could link phones to answers is gone.', report: 'Read the report', elsewhere: 'Whoever opened the session has the report. What could link phones to answers is gone.', leave: 'Leave' },
  gone: { title: 'This console is not connected', text: 'The session may have been forgotten, or you have been signed out.', home: 'Back to sessions' },
  welcome: { title: 'Before you start', joined: (/** @type {number} */ n) => (n === 1 ? '1 device has joined.' : `${n} devices have joined.`), joinedMore: 'Phones and laptops; nobody is named.', agreed: (/** @type {number} */ n) => (n ? `At least ${n} have agreed.` : 'Few have agreed so far, perhaps none.'), agreedMore: 'To the ground rules. Nobody has to.', screen: 'The screen.', screenMore: 'Open it on the projector: it shows code and square code.', open: 'Open the screen', material: 'The material.' },
  confidence: { title: 'Confidence, in private', answered: (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ k) => (a ? `At least ${a} of ${b} have answered` : `Fewer than ${spelt(k)} of ${b} have answered, perhaps none`), few: (/** @type {number} */ k) => `Fewer than ${spelt(k)} had answered, perhaps none. No figures are told.`, again: 'Open again', againSure: 'Open it again? Everybody answers anew, and what was answered goes.', openNo: 'Leave it closed', open: 'Open.', openMore: 'Each person rates six things from 0 to 10, or skips.', closed: 'Closed.', closedMore: 'The middle values are in the report. Nobody sees anybody’s number.', asked: 'What is asked' },
  earlier: { title: (/** @type {number} */ n) => (n === 1 ? 'Before it was changed' : `Before: ${n} wordings`), back: 'Bring back' },
  formulation: {
    gather: 'Count who sees what', gatherMore: 'Once a minute by itself. Shown from three phones.',
    title: 'Explanation', all: 'All sections', section: 'Section', show: 'Show', none: 'No notes yet. Phones and you can add the first.', add: 'Add a note', edit: 'Change', move: 'Move…', join: 'Join…', merge: 'Merge…', hide: 'Hide', hideSure: 'Hide it from everybody, for good?', keepIt: 'Keep it', lane: 'Open on screen', laneOn: 'Open on screen now', support: (/** @type {number} */ n) => (n === 1 ? '1 sees this too' : `${n} see this too`), beside: 'Another wording of a note beside it', unlink: 'Take this link away', unlinkYes: 'Take it away', aid: 'No names, schools or real cases.', empty: 'Nothing yet in', which: 'Which note?', kind: 'How are they joined?', words: 'Words after merging', merged: 'Merge them', mergeInto: 'Merge into', to: 'Move to',
    kinds: /** @type {[string, string][]} */ ([['because', 'because'], ['eases', 'eases'], ['alternative', 'another explanation for']]),
    shared: 'Shared explanation', sharedMore: 'Say it, write it, read it back. The room sees it.', lacking: 'Still missing', now: 'It now reads:',
    saving: /** @type {Record<string, string>} */ ({ saved: 'Saved', saving: 'Saving', waiting: 'Not saved yet, will be sent', behind: 'Not saved yet', refused: 'Not saved yet' }),
    behind: 'Somebody else has changed this while you wrote. Your words are below and not saved yet.', both: 'Put both together', ours: 'Use mine', theirs: 'Use theirs', theirsSure: 'Let go of your words here?', keepMine: 'Back',
    parts: /** @type {[string, string][]} */ ([['because', 'We think it happened because…'], ['kept_going', 'It kept going because…'], ['eased', 'It was eased by…'], ['rival', 'Another explanation is…'], ['unsure', 'We are not sure about…']]),
  },
  plan: { title: 'Plan', add: 'Add an action', edit: 'Change the action', target: 'For', note: 'Answers the need', noNote: 'None of them', needs: 'Needs without an action', addFor: 'Add an action', removeSure: 'Remove it from the plan?', none: 'Nothing yet.', action: 'What will be done?', why: 'Why?', who: 'Who? A role, not a name', by: 'By when?', review: 'Reviewed when?', keep: 'Keep it' },
  reflection: { title: 'Before they go', erased: (/** @type {number} */ k) => `Fewer than ${spelt(k)} phones had sent anything, perhaps none. Their words were erased unread, as the phones had said.`, answered: (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ k) => (a ? `At least ${a} of ${b} have answered` : `Fewer than ${spelt(k)} of ${b} have answered, perhaps none`), again: 'Open again', againSure: 'Open it again? Phones are asked for their words once more.', openNo: 'Leave it closed', open: 'Open.', openMore: 'One thing I will do, and what I still need. All optional.', will: 'Will do', need: 'Still need', words: 'In their words', wordsMore: 'Shuffled. Keep what the report may quote.', tags: 'What they still need', few: 'Nothing that three or more named.', none: 'Nobody wrote anything.', closed: 'Closed.', closedMore: 'Keep what the report may quote, then end the session.' },
  setup: {
    before: 'Has anyone here placed this case before?', beforeMore: 'On a course, in another session, with other people: all of it counts.', yes: 'Yes', no: 'No', unsaid: 'Say whether anyone has placed this case before', another: 'Choose another case. Figures of one case that the same person has placed twice could tell of that person.',
    title: 'New session', lead: 'Four choices, then go. You can move about in the agenda later.', scenario: 'Case study', length: 'Time together', k: 'Results wait for', kMore: 'Never fewer than five. More is safer where people know each other well.', less: 'One fewer', more: 'One more', name: 'Name of the session', optional: 'Optional', nameMore: 'Delegates see it. No names, no real cases.', open: 'Open the lobby', rehearse: 'Rehearse alone first', opening: 'Opening…', unreviewed: 'Not yet reviewed by a qualified trainer', stages: (/** @type {number} */ n) => `${spelt(n)} stages`, min: 'min', steps: (/** @type {number} */ n) => `${n} steps`, hours: (/** @type {number} */ m) => hours(m), content: 'Content:', people: 'people', none: 'No case study is installed. Add one to the scenarios folder.',
  },
  home: { starting: 'Starting…', joining: 'Twenty-four invented people are joining…' },
  report: { releaseSure: 'Release it? It is frozen as it is now, and your organisation’s reviewers can read it.', release: 'Release it', releasing: 'Releasing…', forgetSure: 'Forget this session, with its report, released or not? Nothing of it can be brought back, unless a backup was made.', forget: 'Forget it', forgetting: 'Forgetting…', no: 'Not now' },
  keys: {
    title: 'Keys', more: 'They do this while the cursor is in no field and no sheet is open.',
    rows: /** @type {[keys: string[], shown: string, does: string][]} */ ([
      [[' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown'], 'Space, Enter, an arrow right or down, or a clicker’s “next page”', 'The next thing: what the big button says. What is final asks for a second press.'],
      [['PageUp', 'ArrowLeft', 'ArrowUp'], 'An arrow left or up, or a clicker’s “page before”', 'What came before: the card, or the step. Not while people are placing.'],
      [['b', 'B', '.'], 'B, or a clicker’s full stop', 'Blank all screens, or show them again'],
      [['?'], '?', 'This list'],
    ]),
    others: /** @type {[shown: string, does: string][]} */ ([['Esc', 'Close a sheet'], ['Tab, Enter', 'Go to a button, and press it']]),
  },
  fault: { title: 'This part could not be drawn', text: 'The session goes on. Try again; if it comes back, load the page again.', again: 'Try again' },
  unanswered: 'The workshop did not answer. Nothing has changed; try again.',
};

/** "90 minutes", "3 hours", "3 hours 20". @param {number} minutes */
function hours(minutes) {
  if (minutes < 120) return `${minutes} minutes`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} hours${rest ? ` ${rest}` : ''}`;
}
