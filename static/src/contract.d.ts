// Made by `workshop contract --write` from the workshop's own commands and parts; change those, not this.

export type Role = 'delegate' | 'facilitator' | 'screen';
export type Activity = 'welcome' | 'confidence' | 'board' | 'discussion' | 'questions' | 'formulation' | 'plan' | 'reflection' | 'break' | 'pace' | 'debrief';

/** What may be sent: the body of every command. */
export interface Commands {
  'session.next': { from_step: string };
  'session.back': { from_step: string };
  'session.go': { step: string };
  'session.start': Record<string, never>;
  'session.fit': { from_step: string };
  'session.unfit': Record<string, never>;
  'session.lock': { locked: boolean };
  'session.curtain': { curtain: 'none' | 'blank' | 'pause' };
  'session.show_case': { shown: boolean };
  'session.timer': { seconds: number | null };
  'session.offer': { offer: 'none' | 'break' | 'support' | 'quiet' | 'trainer' | 'procedure' };
  'session.word': Record<string, never>;
  'session.away': { away: boolean };
  'session.tell': { what: 'slow' | 'break_soon' | 'blank' | 'with_somebody' | 'break' | 'support' | 'quiet' | 'trainer' | 'procedure' | 'question' | 'park'; question: string };
  'session.seen': { id: string };
  'session.end': Record<string, never>;
  'jotter.write': { about: 'card' | 'step'; id: string; text: string; base: number; writing?: string };
  'jotter.recall': { about: 'card' | 'step'; id: string; version: number };
  'jotter.keep': { about: 'card' | 'step'; id: string; kept: boolean };
  'jotter.pin': { about: 'card' | 'step'; id: string; pinned: boolean };
  'welcome.agree': Record<string, never>;
  'confidence.answer': { round: string; item: 'recognise' | 'ask' | 'explain' | 'formulate' | 'plan' | 'advice'; asked: 'now' | 'looking_back'; value: number | null };
  'confidence.close': { round: string };
  'confidence.reopen': { round: string };
  'board.open': Record<string, never>;
  'board.place': { round: string; card: string; stage: string | null; missing?: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[]; reasons?: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[]; certainty?: number | null; earlier?: string | null; direction?: 'typical' | 'same' | 'harmful' | 'to_unsure' | 'from_unsure' | null; why?: ('information' | 'heard' | 'reread' | 'reasons' | 'not_relevant' | 'not_enough' | 'already')[]; response?: Response | null };
  'board.skip': { round: string; card: string };
  'board.close': { round: string };
  'board.reveal': { round: string; idle_out?: boolean };
  'board.again': { round: string };
  'board.talk': { talk: boolean };
  'board.talk_about': { card: string | null };
  'board.reopen': { cards: string[]; cause: 'discussion' | 'information'; information?: string | null };
  'discussion.focus': { card: string | null };
  'discussion.show': { show: 'all' | 'focus' | 'response' | 'shift' | 'wanted' | 'panel' | 'ledger' };
  'discussion.prompt': { text: string };
  'questions.ask': { text: string };
  'questions.gather': Record<string, never>;
  'questions.mark': { question: string; state: 'inbox' | 'shown' | 'answered' | 'parked' | 'hidden' };
  'questions.keep': { question: string; kept: boolean; theme?: '' | 'families' | 'agencies' | 'safe_now' | 'harmed' | 'group' | 'law' | 'online' | 'recording' | 'own_part' };
  'formulation.add': { sure?: '' | 'known' | 'told' | 'think' | 'not_known'; voice?: '' | 'young_person' | 'family' | 'harmed' | 'professional'; ground?: string; section: string; text: string; key?: string };
  'formulation.edit': { sure?: '' | 'known' | 'told' | 'think' | 'not_known' | null; voice?: '' | 'young_person' | 'family' | 'harmed' | 'professional' | null; ground?: string | null; note: string; text: string; base: number; key?: string };
  'formulation.move': { note: string; section: string };
  'formulation.merge': { note: string; into: string; text: string; base: number; note_base: number };
  'formulation.support': { note: string; on: boolean };
  'formulation.link': { source: string; target: string; kind: 'because' | 'eases' | 'alternative' };
  'formulation.take_back': { link: string };
  'formulation.unlink': { link: string };
  'formulation.idea': { stack: string; notes: string[]; on: boolean };
  'formulation.fold': { stack: string; notes: string[] };
  'formulation.unfold': { note: string };
  'formulation.undo': { base: number };
  'formulation.explain': { part: 'because' | 'kept_going' | 'eased' | 'rival' | 'unsure' | 'ours_fits' | 'rival_fits' | 'ours_leaves' | 'rival_leaves' | 'apart1' | 'apart2' | 'apart3' | 'stayed'; text: string; base: number; writing?: string };
  'formulation.recall': { part: 'because' | 'kept_going' | 'eased' | 'rival' | 'unsure' | 'ours_fits' | 'rival_fits' | 'ours_leaves' | 'rival_leaves' | 'apart1' | 'apart2' | 'apart3' | 'stayed'; version: number };
  'formulation.restore': { note: string; version: number };
  'formulation.gather': Record<string, never>;
  'formulation.hide': { note: string };
  'formulation.lane': { section: string };
  'formulation.collect': Record<string, never>;
  'formulation.envelope': { gathering: number; slots: Slot[]; pad: string };
  'formulation.uncover': Record<string, never>;
  'formulation.ask_wordings': Record<string, never>;
  'formulation.offer': { gathering: number; because: string; kept_going: string; eased: string; unsure: string; rival: string; pad: string };
  'formulation.show_wordings': Record<string, never>;
  'formulation.prefer': { part: 'because' | 'kept_going' | 'eased' | 'unsure' | 'rival'; wording: string };
  'formulation.close_wordings': Record<string, never>;
  'formulation.drop_wording': { part: 'because' | 'kept_going' | 'eased' | 'unsure' | 'rival'; wording: string };
  'formulation.compare': { first: string; second: string; shown: boolean };
  'formulation.phase': { phase: 'silent' | 'gather' | 'sort' | 'join' | 'say' | 'another' | 'differ' };
  'formulation.ask': { links?: string[]; sentences?: ('because' | 'kept_going' | 'eased' | 'rival')[]; questions?: boolean };
  'formulation.answer': { round: string; item: string; answer: 'yes' | 'partly' | 'no' | 'cannot' | null; reason?: 'known' | 'told' | 'timing' | 'age' | 'enough' | 'worded' | null };
  'formulation.reveal': { round: string; idle_out?: boolean };
  'formulation.close': { round: string };
  'plan.add': { target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; action: string; why: string; note: string | null; who: string; by_when: string; review: string; kind?: string; known?: string; step_up?: string; step_down?: string };
  'plan.edit': { target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; action: string; why: string; note: string | null; who: string; by_when: string; review: string; kind?: string; known?: string; step_up?: string; step_down?: string; id: string; base: number };
  'plan.move': { id: string; target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; kind?: string };
  'plan.restore': { id: string; version: number };
  'plan.remove': { id: string };
  'plan.would': { id: string; on: boolean };
  'plan.need': { note: string; target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; kind?: string; on: boolean };
  'plan.aside': { target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; kind: string; on: boolean };
  'plan.sign': { id: string | null; side: 'up' | 'down' | 'review'; text: string; who: string; base: number };
  'reflection.say': { round: string; field: 'will_do' | 'still_need'; text: string };
  'reflection.need': { round: string; tags: ('recognising' | 'families' | 'harmed' | 'law' | 'technology' | 'planning' | 'formulation' | 'talking' | 'agencies' | 'myself')[] };
  'reflection.close': { round: string };
  'reflection.reopen': { round: string };
  'reflection.keep': { text: string; kept: boolean };
  'pace.say': { round: string; pace: 'too_fast' | 'right' | 'too_slow' };
  'pace.close': { round: string };
  'pace.reopen': { round: string };
}

/** Which of them an audience may send. */
export interface May {
  delegate: 'session.word' | 'session.away' | 'welcome.agree' | 'confidence.answer' | 'board.place' | 'board.skip' | 'questions.ask' | 'formulation.add' | 'formulation.edit' | 'formulation.move' | 'formulation.support' | 'formulation.link' | 'formulation.take_back' | 'formulation.idea' | 'formulation.envelope' | 'formulation.offer' | 'formulation.prefer' | 'formulation.answer' | 'plan.add' | 'plan.edit' | 'plan.move' | 'plan.would' | 'plan.need' | 'plan.aside' | 'plan.sign' | 'reflection.say' | 'reflection.need' | 'pace.say';
  facilitator: 'session.next' | 'session.back' | 'session.go' | 'session.start' | 'session.fit' | 'session.unfit' | 'session.lock' | 'session.curtain' | 'session.show_case' | 'session.timer' | 'session.offer' | 'session.tell' | 'session.seen' | 'session.end' | 'jotter.write' | 'jotter.recall' | 'jotter.keep' | 'jotter.pin' | 'confidence.close' | 'confidence.reopen' | 'board.open' | 'board.close' | 'board.reveal' | 'board.again' | 'board.talk' | 'board.talk_about' | 'board.reopen' | 'discussion.focus' | 'discussion.show' | 'discussion.prompt' | 'questions.gather' | 'questions.mark' | 'questions.keep' | 'formulation.add' | 'formulation.edit' | 'formulation.move' | 'formulation.merge' | 'formulation.link' | 'formulation.unlink' | 'formulation.fold' | 'formulation.unfold' | 'formulation.undo' | 'formulation.explain' | 'formulation.recall' | 'formulation.restore' | 'formulation.gather' | 'formulation.hide' | 'formulation.lane' | 'formulation.collect' | 'formulation.uncover' | 'formulation.ask_wordings' | 'formulation.show_wordings' | 'formulation.close_wordings' | 'formulation.drop_wording' | 'formulation.compare' | 'formulation.phase' | 'formulation.ask' | 'formulation.reveal' | 'formulation.close' | 'plan.add' | 'plan.edit' | 'plan.move' | 'plan.restore' | 'plan.remove' | 'plan.need' | 'plan.aside' | 'plan.sign' | 'reflection.close' | 'reflection.reopen' | 'reflection.keep' | 'pace.close' | 'pace.reopen';
  screen: never;
}

export type RefusalCode = 'not_now' | 'round_closed' | 'unknown_card' | 'unknown_stage' | 'too_few' | 'too_long' | 'empty' | 'changed_meanwhile' | 'full' | 'reused' | 'invalid' | 'not_allowed' | 'unknown_command' | 'ended' | 'left' | 'too_fast' | 'saving' | 'failed';

/** What a rule may refuse with, beside what any command can be refused with. */
export interface Refusals {
  'session.next': 'not_now';
  'session.back': 'not_now';
  'session.go': 'not_now';
  'session.start': 'not_now';
  'session.fit': 'not_now';
  'session.unfit': never;
  'session.lock': never;
  'session.curtain': never;
  'session.show_case': never;
  'session.timer': never;
  'session.offer': never;
  'session.word': never;
  'session.away': never;
  'session.tell': 'not_now';
  'session.seen': 'not_now';
  'session.end': never;
  'jotter.write': 'not_now' | 'too_long' | 'changed_meanwhile';
  'jotter.recall': 'not_now';
  'jotter.keep': 'not_now';
  'jotter.pin': 'not_now';
  'welcome.agree': never;
  'confidence.answer': 'round_closed';
  'confidence.close': 'not_now';
  'confidence.reopen': 'not_now';
  'board.open': 'not_now';
  'board.place': 'round_closed' | 'unknown_card' | 'unknown_stage';
  'board.skip': 'round_closed' | 'unknown_card';
  'board.close': 'not_now';
  'board.reveal': 'not_now' | 'too_few';
  'board.again': 'not_now';
  'board.talk': 'not_now';
  'board.talk_about': 'not_now' | 'unknown_card';
  'board.reopen': 'not_now' | 'unknown_card';
  'discussion.focus': 'not_now' | 'unknown_card';
  'discussion.show': 'not_now';
  'discussion.prompt': never;
  'questions.ask': 'too_long' | 'empty' | 'full';
  'questions.gather': 'not_now';
  'questions.mark': 'not_now';
  'questions.keep': 'not_now';
  'formulation.add': 'not_now' | 'too_long' | 'empty' | 'full';
  'formulation.edit': 'not_now' | 'too_long' | 'empty' | 'full';
  'formulation.move': 'not_now' | 'full';
  'formulation.merge': 'not_now' | 'too_long' | 'empty' | 'changed_meanwhile';
  'formulation.support': 'not_now';
  'formulation.link': 'not_now' | 'full';
  'formulation.take_back': 'not_now';
  'formulation.unlink': never;
  'formulation.idea': 'not_now' | 'changed_meanwhile' | 'full';
  'formulation.fold': 'not_now' | 'changed_meanwhile';
  'formulation.unfold': 'not_now';
  'formulation.undo': 'not_now' | 'changed_meanwhile';
  'formulation.explain': 'too_long' | 'changed_meanwhile';
  'formulation.recall': 'not_now';
  'formulation.restore': 'not_now';
  'formulation.gather': never;
  'formulation.hide': never;
  'formulation.lane': never;
  'formulation.collect': never;
  'formulation.envelope': 'not_now' | 'too_long';
  'formulation.uncover': 'not_now';
  'formulation.ask_wordings': never;
  'formulation.offer': 'not_now' | 'too_long';
  'formulation.show_wordings': 'not_now';
  'formulation.prefer': 'not_now';
  'formulation.close_wordings': 'not_now';
  'formulation.drop_wording': never;
  'formulation.compare': 'not_now';
  'formulation.phase': never;
  'formulation.ask': 'not_now';
  'formulation.answer': 'round_closed';
  'formulation.reveal': 'not_now' | 'too_few';
  'formulation.close': 'not_now';
  'plan.add': 'too_long' | 'empty' | 'full';
  'plan.edit': 'too_long' | 'empty' | 'full';
  'plan.move': 'not_now' | 'full';
  'plan.restore': 'not_now';
  'plan.remove': never;
  'plan.would': 'not_now';
  'plan.need': 'not_now' | 'full';
  'plan.aside': 'full';
  'plan.sign': 'too_long' | 'empty' | 'full';
  'reflection.say': 'round_closed' | 'too_long';
  'reflection.need': 'round_closed';
  'reflection.close': 'not_now';
  'reflection.reopen': 'not_now';
  'reflection.keep': 'not_now';
  'pace.say': 'round_closed';
  'pace.close': 'not_now';
  'pace.reopen': 'not_now';
}

/** What an audience can be shown. Which of it is there depends on the step. */
export interface Parts {
  delegate: {
    session: SessionPart;
    agenda: AgendaPart;
    case: CasePart;
    timer: TimerPart | null;
    welcome: WelcomePart;
    confidence: ConfidencePart | null;
    board: BoardPart;
    progress: ProgressPart;
    questions: QuestionsPart;
    formulation: FormulationPart;
    agreed: AgreedPart;
    stacks: StacksPart;
    offers: OffersPart;
    changed: ChangedPart;
    plan: PlanPart;
    reflection: ReflectionPart | null;
    keepsake: KeepsakePart;
    pace: PacePart | null;
    own_welcome: OwnWelcome;
    own_confidence: OwnConfidence;
    own_board: OwnBoard;
    own_support: OwnSupport;
    own_links: OwnLinks;
    own_ideas: OwnIdeas;
    own_agreed: OwnAgreed;
    own_preferred: OwnPreferred;
    own_would: OwnWould;
    own_reflection: OwnReflection;
    own_pace: OwnPace;
  };
  facilitator: {
    session: SessionPart;
    agenda: AgendaPart;
    case: CasePart;
    timer: TimerPart | null;
    notes_private: PrivateNotes;
    clock: ClockPart;
    ahead: AheadPart;
    desks: DesksPart;
    care: CarePart;
    jotter: JotterPart;
    welcome: WelcomePart;
    confidence: ConfidencePart | null;
    board: BoardPart;
    progress: ProgressPart;
    what_moved: LedgerPart | null;
    questions: QuestionsPart;
    formulation: FormulationPart;
    wordings: WordingsPart;
    agreed: AgreedPart;
    stacks: StacksPart;
    undo_list: UndoPart;
    offers: OffersPart;
    changed: ChangedPart;
    plan: PlanPart;
    reflection: ReflectionPart | null;
    keepsake: KeepsakePart;
    pace: PacePart | null;
  };
  screen: {
    session: SessionPart;
    agenda: AgendaPart;
    case: CasePart;
    timer: TimerPart | null;
    pinned: PinnedPart | null;
    welcome: WelcomePart;
    confidence: ConfidencePart | null;
    board: BoardPart;
    progress: ProgressPart;
    what_moved: LedgerPart | null;
    practitioners: PanelPart | null;
    questions: QuestionsPart;
    formulation: FormulationPart;
    agreed: AgreedPart;
    stacks: StacksPart;
    offers: OffersPart;
    changed: ChangedPart;
    plan: PlanPart;
    reflection: ReflectionPart | null;
    keepsake: KeepsakePart;
    pace: PacePart | null;
  };
}

/** What came over the wire: the parts of an audience that moved; all of them when it is full. */
export interface Frame<R extends Role = Role> {
  epoch: string;
  rev: number;
  /** Seconds since 1970, by the workshop's clock. */
  now: number;
  full?: boolean;
  protocol?: number;
  parts: Partial<Parts[R]>;
}

/** The answer to a command. `why` is a message below `refused`, with its values. */
export type Ack = { ok: true; rev: number } | Refusal;
export interface Refusal {
  ok: false;
  code: RefusalCode;
  why: string;
  values: Record<string, string | number>;
}

/**
 * What one would do, of a card with a second question. `level` null: that cannot be said yet.
 *
 * `earlier`, `direction`: as of the stage, by the card's `second.again`; null where it is asked for the first time.
 */
export interface Response {
  level: string | null;
  earlier?: string | null;
  direction?: 'typical' | 'same' | 'harmful' | 'to_unsure' | 'from_unsure' | null;
}

/** One note, or all empty. */
export interface Slot {
  sure?: '' | 'known' | 'told' | 'think' | 'not_known';
  voice?: '' | 'young_person' | 'family' | 'harmed' | 'professional';
  ground?: string;
  section: string;
  text: string;
  key?: string;
}

export interface ActionKept {
  target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment';
  action: string;
  who: string;
  by_when: string;
}

/** `kind`: its own, or its need's; "" when it is for no need yet. `would`: phones, as gathered last, from three. */
export interface ActionShown {
  id: string;
  target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment';
  kind: string;
  action: string;
  why: string;
  note: string | null;
  who: string;
  by_when: string;
  review: string;
  known: string;
  step_up: string;
  step_down: string;
  would: number | null;
  version: number;
}

/**
 * Of a card that was placed before: the round of its first placing, the round after which a phone says where it
 * stood, and the round of the picture since which it says which way it moved. What a phone said of it before `first`,
 * and in the rounds `uncounted` since, was never counted.
 */
export interface AgainShown {
  first: string;
  stood: string;
  told: string;
  uncounted: string[];
}

export interface AgendaPart {
  steps: StepShown[];
  position: number;
}

/**
 * `about`: items or questions. `results`: once shown; `on_screen`: until put away. `askable`: links, by id, and
 * sentences that can be asked now; `questions`: whether the eight can. Both are for the facilitator.
 */
export interface AgreedPart {
  round: string;
  state: 'open' | 'closing' | 'closed' | 'revealed' | 'none';
  about: 'items' | 'questions';
  on_screen: boolean;
  items: AskedShown[];
  reasons: ('known' | 'told' | 'timing' | 'age' | 'enough' | 'worded')[];
  results: HoldsShown[] | null;
  askable: string[];
  questions: boolean;
}

export interface AheadPart {
  steps: StepAhead[];
  cards: CardAhead[];
}

/** The picture read aloud, in notes' own words: something, what it is because of, and what eases it. */
export interface AloudShown {
  what: string;
  because: string[];
  eased: string[];
}

/** Of a link: its kind, both notes' words and sections. Of a sentence: its part and words. Of a question: none. */
export interface AskedShown {
  id: string;
  what: 'link' | 'sentence' | 'question';
  kind: string;
  first: string;
  second: string;
  places: string[];
}

/** What lies around. `at`: y and height. `links`: those that lead up from it. */
export interface BandShown {
  at: number[];
  notes: string[];
  links: number;
}

export interface BeforeShown {
  round: string;
  tallies: number[];
  need_to_know: number;
  median: string | null;
  agreement: number | null;
  label: 'unsure' | 'split' | 'spread' | 'neighbouring' | 'settled' | null;
}

export interface BeneathShown {
  id: string;
  text: string;
}

/**
 * `talk`: the room talks about the cards without placing them; `focus` is the one it talks about, if any.
 *
 * `wanted`: what phones want to know, over all cards of the first placing shown last; commonest first.
 * `second`: the scale of the second question, where one is asked here or was answered.
 * `most`: of how many cards a discussion means to talk; null for all.
 */
export interface BoardPart {
  scale: ScaleShown;
  second: ScaleShown | null;
  round: RoundShown | null;
  information: NewInformationShown | null;
  question: string;
  talk: boolean;
  cards: CardText[];
  reasons: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  topics: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[];
  whys: ('information' | 'heard' | 'reread' | 'reasons' | 'not_relevant' | 'not_enough' | 'already')[];
  show: 'all' | 'focus' | 'response' | 'shift' | 'wanted' | 'panel' | 'ledger';
  focus: string | null;
  prompt: string;
  results: CardShown[] | null;
  queue: string[];
  wanted: TopicCount[];
  most: number | null;
}

/** A note by its id. `at`: x, y, width, height. `bar`: the length that stands for its support; 0 in words. */
export interface BoxShown {
  id: string;
  at: number[];
  bar: number;
}

/** `n` links of one kind between two areas that are no neighbours. `at`: x1, x2, y and how deep the arc hangs. */
export interface BundleShown {
  id: string;
  start: 'before' | 'why_now' | 'happened' | 'keeps_going' | 'helps' | 'around';
  end: 'before' | 'why_now' | 'happened' | 'keeps_going' | 'helps' | 'around';
  verb: 'because' | 'eases' | 'else';
  n: number;
  at: number[];
}

export interface CampShown {
  first: number;
  last: number;
  n: number;
  reasons: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
}

export interface Camps {
  low: CampShown;
  high: CampShown;
}

/** A card with its notes, which are the same in whichever step it comes. */
export interface CardAhead {
  range: StageInRange[];
  prompts: string[];
  evidence: EvidenceShown[];
  id: string;
  text: string;
  short: string;
}

export interface CardGiven {
  id: string;
  short: string;
}

/**
 * `why`: what kept the newest placing of the card from being told; the figures are then those told last.
 *
 * `few` and `unsure` (most need to know more): too few placed it; `stands`: fewer than three moved; `aside`: too many
 * stood aside; null: the figures are those of the newest placing. `withheld`: there are no figures to show.
 * `answered`: how many answered it again, from k.
 */
export interface CardShown {
  card: string;
  withheld: boolean;
  why: 'few' | 'unsure' | 'stands' | 'aside' | null;
  answered: number | null;
  placed: number | null;
  need_to_know: number | null;
  tallies: number[] | null;
  median: string | null;
  agreement: number | null;
  label: 'unsure' | 'split' | 'spread' | 'neighbouring' | 'settled' | null;
  missing: TopicCount[];
  certainty: CertaintyShown | null;
  camps: Camps | null;
  shared_reason: 'consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law' | null;
  reasons: ReasonsShown;
  next: NextMoveShown | null;
  before: BeforeShown | null;
  movement: MovementShown | null;
  whys: WhyCount[];
  response: ResponseShown | null;
}

/** `second`: null where there is no second question of it, or none is being placed. */
export interface CardText {
  id: string;
  text: string;
  short: string;
  mode: 'technology' | 'offline' | 'dual' | 'unclear';
  content_note: string;
  again: AgainShown | null;
  second: SecondAsked | null;
}

/** `out`, `back`: phones that are stepped out, and that came back; in steps of k, as at the last fixed moment. */
export interface CarePart {
  out: number;
  back: number;
  said: SaidShown[];
}

/** `information`: the newest first. `rounds`, `cards`: what came to be placed or talked about, in that order. */
export interface CasePart {
  information: InformationGiven[];
  rounds: RoundGiven[];
  cards: CardGiven[];
  terms: TermShown[];
}

export interface CellShown {
  target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment';
  kind: string;
  actions: number;
  state: 'filled' | 'open' | 'aside';
}

/** `median`: 1 to 5. `not_certain`: how many said 1 or 2; null where that is not told. */
export interface CertaintyShown {
  median: number;
  not_certain: number | null;
}

/** What changed from `first` to `second`. `stayed`: in the facilitator's words, what stayed the same. */
export interface ChangedPart {
  versions: VersionShown[];
  first: string;
  second: string;
  on_screen: boolean;
  added: PieceShown[];
  aside: PieceShown[];
  reworded: RewordedShown[];
  stayed: string;
}

/**
 * `began`: when the room came to its step, `due`: when it is to end; null while the clock stands. `spent`: seconds
 * that steps took which it has left. `fit`: step → minutes, where it has others than its own. `keeps`: steps that keep
 * theirs. `undo`: what was fitted last can be taken back.
 */
export interface ClockPart {
  began: number | null;
  due: number | null;
  spent: Record<string, number>;
  fit: Record<string, number>;
  keeps: string[];
  undo: boolean;
}

/** `at`: x and width. `notes`: all of the area, from the top; `more`: how many are not drawn. `open`: in words. */
export interface ColumnShown {
  id: 'before' | 'why_now' | 'happened' | 'keeps_going' | 'helps' | 'around';
  at: number[];
  notes: string[];
  more: number;
  open: boolean;
}

/** `few`: it has closed, and fewer than k had answered. `reopens`: the round that was opened again as this one. */
export interface ConfidencePart {
  round: string;
  reopens: string;
  state: 'open' | 'closing' | 'closed';
  asking: 'before' | 'after';
  items: ('recognise' | 'ask' | 'explain' | 'formulate' | 'plan' | 'advice')[];
  answered: number;
  few: boolean;
}

export interface DeskShown {
  who: string;
  kind: 'account' | 'link' | 'care';
}

/** `moved`: null until somebody has moved the room, and after a restart from the record. */
export interface DesksPart {
  here: DeskShown[];
  moved: MovedShown | null;
}

/** `review_by`: a month or a day by which somebody was to look again; the browser knows whether it is over. */
export interface EvidenceShown {
  text: string;
  source: string;
  checked: string;
  review_by: string;
}

export interface Explained {
  text: string;
  version: number;
}

/** A note that stands for others. `said`: how many phones said so, from three; null by the facilitator's word. */
export interface FoldShown {
  note: string;
  said: number | null;
  beneath: BeneathShown[];
}

/** `phases`: those of this step, of which `phase` is where the room is. */
export interface FormulationPart {
  phase: 'silent' | 'gather' | 'sort' | 'join' | 'say' | 'another' | 'differ';
  phases: ('silent' | 'gather' | 'sort' | 'join' | 'say' | 'another' | 'differ')[];
  gathering: GatheringShown;
  sections: SectionShown[];
  notes: NoteShown[];
  links: LinkShown[];
  explanation: Record<'because' | 'kept_going' | 'eased' | 'rival' | 'unsure' | 'ours_fits' | 'rival_fits' | 'ours_leaves' | 'rival_leaves' | 'apart1' | 'apart2' | 'apart3' | 'stayed', Explained>;
  aloud: AloudShown | null;
  picture: PictureDrawn | null;
  nudges: Lacking[];
  lane: string;
}

/** The newest gathering by its `number`, 0 before the first; `shown`: all whose notes were shown. */
export interface GatheringShown {
  number: number;
  state: 'none' | 'called' | 'few' | 'shown';
  shown: number[];
}

/**
 * `why`: what kept this item's figures from being told. With `stands` they are those of its former words.
 *
 * `split`: a third at least said yes, and a third no. Then `yes` and `no` have what three of each side named.
 */
export interface HoldsShown {
  id: string;
  why: 'few' | 'unsure' | 'stands' | null;
  tallies: number[] | null;
  cannot: number | null;
  split: boolean;
  yes: ('known' | 'told' | 'timing' | 'age' | 'enough' | 'worded')[];
  no: ('known' | 'told' | 'timing' | 'age' | 'enough' | 'worded')[];
}

/**
 * `number`: as facilitators call it, in the author's order from 1. `corrects`: cards that it takes back, of those
 * that came so far.
 */
export interface InformationGiven {
  id: string;
  number: number;
  text: string;
  corrects: string[];
}

/** `answers`: which topics of *need to know more* it answers. `given`: the room has been told it. */
export interface InformationShown {
  id: string;
  kind: string;
  text: string;
  cards: string[];
  answers: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[];
  given: boolean;
  effects: Record<string, 'up' | 'down' | 'either' | 'plan' | 'none'>;
  why: string;
}

export interface JotterPart {
  jottings: JottingShown[];
}

/** `title`: the card's text, or the step's title. `before`: what it said before, the newest first. */
export interface JottingShown {
  about: 'card' | 'step';
  id: string;
  title: string;
  text: string;
  version: number;
  kept: boolean;
  pinned: boolean;
  before: Wording[];
}

/** Without ids, authors and numbers: nothing of it is answered. */
export interface KeepsakePart {
  actions: ActionKept[];
  signs: SignKept[];
  sentences: SentenceKept[];
}

export interface KindShown {
  id: string;
  name: string;
  prompt: string;
}

/** What the explanation lacks, in the case study's words. `opens`: the area that is opened for it, or "". */
export interface Lacking {
  id: string;
  words: string;
  source: string;
  checked: string;
  opens: '' | 'before' | 'why_now' | 'happened' | 'keeps_going' | 'helps' | 'around';
}

export interface LedgerPart {
  rows: ReplacingShown[];
}

/** A link by its id. `at`: x1, y1, bend, x2, y2 of the curve `M x1 y1 C bend y1 bend y2 x2 y2`. */
export interface LineShown {
  id: string;
  verb: 'because' | 'eases' | 'else';
  strength: number;
  at: number[];
}

/** `support`: how many phones say so, as it was gathered last; null below three. */
export interface LinkShown {
  id: string;
  source: string;
  target: string;
  kind: 'because' | 'eases' | 'alternative';
  support: number | null;
}

/** `before` and `after` are null where there is no told picture. `expected`: null after a discussion. */
export interface MovedCardShown {
  card: string;
  name: string;
  before: PictureShown | null;
  after: PictureShown | null;
  movement: MovementShown | null;
  expected: 'up' | 'down' | 'either' | 'plan' | 'none' | null;
  happened: 'moved' | 'told' | 'stands' | 'aside' | 'few';
}

/** `at`: seconds since the epoch, by the workshop's clock. */
export interface MovedShown {
  who: string;
  at: number;
}

export interface MovementShown {
  same: number;
  typical: number;
  harmful: number;
  to_unsure: number;
  from_unsure: number;
}

/** `n` is null where the number is not told. */
export interface NeedCount {
  tag: 'recognising' | 'families' | 'harmed' | 'law' | 'technology' | 'planning' | 'formulation' | 'talking' | 'agencies' | 'myself';
  n: number | null;
}

/** A note that is marked as a need. `met`: an action answers it. */
export interface NeedShown {
  note: string;
  text: string;
  target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment';
  kind: string;
  met: boolean;
}

export interface NewInformationShown {
  id: string;
  kind: string;
  text: string;
}

/**
 * What the room asks itself next of this card. `low`, `high`: what the side nearer each end of the scale named.
 *
 * `missing_first`: it begins with what those lack who need to know more.
 */
export interface NextMoveShown {
  ask: 'answer' | 'both' | 'each' | 'one' | 'ends' | 'narrow' | 'stage' | 'easy';
  low: 'consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law' | null;
  high: 'consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law' | null;
  missing_first: boolean;
}

/**
 * `support`: how many phones, as it was gathered last; null below three. `merged`: notes that went into it.
 *
 * `sure`, `voice`, `ground` (the id of a card or of new information): what it says of itself, "" where nobody said.
 */
export interface NoteShown {
  id: string;
  section: string;
  text: string;
  version: number;
  support: number | null;
  merged: string[];
  beside: string | null;
  sure: '' | 'known' | 'told' | 'think' | 'not_known';
  voice: '' | 'young_person' | 'family' | 'harmed' | 'professional';
  ground: string;
}

/** What the plan lacks: an action for this target, a role or a date in `n` actions, a review. */
export interface Nudge {
  id: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment' | 'loose' | 'review';
  n: number;
}

/** `made`: of notes, not by a phone. `support`: how many phones prefer it, told when that is over, from three. */
export interface OfferShown {
  id: string;
  text: string;
  made: boolean;
  support: number | null;
}

/**
 * The newest gathering of wordings by its `number`, 0 before the first; `shown`: all that were shown.
 *
 * `choosing`: the gathering since which phones choose among them; 0 while they do not.
 */
export interface OffersPart {
  number: number;
  state: 'none' | 'called' | 'few' | 'shown';
  choosing: number;
  shown: number[];
  parts: Record<'because' | 'kept_going' | 'eased' | 'unsure' | 'rival', OfferShown[]>;
}

export interface OwnAgreed {
  round: string;
  answers: Record<string, OwnHolds>;
}

export interface OwnAnswer {
  now: number | null;
  looking_back: number | null;
}

export interface OwnBoard {
  round: string;
  placements: Record<string, OwnPlacement>;
}

export interface OwnConfidence {
  round: string;
  answers: Record<'recognise' | 'ask' | 'explain' | 'formulate' | 'plan' | 'advice', OwnAnswer>;
}

export interface OwnHolds {
  answer: 'yes' | 'partly' | 'no' | 'cannot' | null;
  reason: 'known' | 'told' | 'timing' | 'age' | 'enough' | 'worded' | null;
}

export interface OwnIdeas {
  stacks: string[];
}

/** Links that this phone says. `newest`: those that it said in `phase`, and can take back while it goes on. */
export interface OwnLinks {
  links: string[];
  newest: string[];
  phase: '' | 'silent' | 'gather' | 'sort' | 'join' | 'say' | 'another' | 'differ';
}

export interface OwnPace {
  round: string;
  pace: 'too_fast' | 'right' | 'too_slow' | null;
}

/** `direction` is null unless the card was placed again; then `earlier` and `why` say what went with it. */
export interface OwnPlacement {
  stage: string | null;
  missing: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[];
  reasons: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  certainty: number | null;
  skipped: boolean;
  earlier: string | null;
  direction: string | null;
  why: string[];
  response: OwnResponse | null;
}

/** Sentence → the wording that this phone prefers. */
export interface OwnPreferred {
  parts: Record<'because' | 'kept_going' | 'eased' | 'unsure' | 'rival', string>;
}

export interface OwnReflection {
  round: string;
  will_do: string;
  still_need: string;
  tags: ('recognising' | 'families' | 'harmed' | 'law' | 'technology' | 'planning' | 'formulation' | 'talking' | 'agencies' | 'myself')[];
}

export interface OwnResponse {
  level: string | null;
  earlier: string | null;
  direction: string | null;
}

export interface OwnSupport {
  notes: string[];
}

export interface OwnWelcome {
  agreed: boolean;
}

/** Actions of which this phone said that it would do them. */
export interface OwnWould {
  actions: string[];
}

/**
 * `told`: once it has closed, the commonest answer, or that the room is divided; null before, and below k.
 *
 * `few`: it has closed, and fewer than k had answered. `reopens`: the round that was opened again as this one.
 */
export interface PacePart {
  round: string;
  reopens: string;
  state: 'open' | 'closing' | 'closed';
  answered: number;
  told: 'too_fast' | 'right' | 'too_slow' | 'divided' | null;
  few: boolean;
}

/** How one practitioner reasoned. `end`: nearer which end of the scale they placed it, `low` or `high`, or "". */
export interface PanelNote {
  topic: 'consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law' | 'context' | 'source';
  text: string;
  end: '' | 'low' | 'high';
}

/** `by`: whose reasons they are, as the author says. `reviewed`: somebody has reviewed the case study. */
export interface PanelPart {
  card: string;
  text: string;
  by: string;
  reviewed: boolean;
  differed: boolean;
  reasons: PanelReasonShown[];
}

/** `named`: the room named its topic too. */
export interface PanelReasonShown {
  topic: 'consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law' | 'context' | 'source';
  text: string;
  end: '' | 'low' | 'high';
  named: boolean;
}

export interface PersonShown {
  id: string;
  note: string;
}

/** Whole numbers of a sheet `width` wide and `height` high, y downwards. `path`: arrows between words. */
export interface PictureDrawn {
  size: 'few' | 'some' | 'many';
  width: number;
  height: number;
  columns: ColumnShown[];
  words: BoxShown[];
  bars: BoxShown[];
  lines: LineShown[];
  bundles: BundleShown[];
  path: LineShown[];
  band: BandShown | null;
}

export interface PictureShown {
  tallies: number[];
  need_to_know: number;
  label: 'unsure' | 'split' | 'spread' | 'neighbouring' | 'settled' | null;
}

/** `place`: a note's section, a link's kind, a sentence's part. `second`: a link's other note. */
export interface PieceShown {
  what: 'note' | 'link' | 'sentence';
  place: string;
  text: string;
  second: string;
}

export interface PinnedPart {
  title: string;
  text: string;
}

/** A note that may be marked as a need. */
export interface PlanAskedShown {
  note: string;
  text: string;
}

/** `cells`: the grid, row by row. `loose`: actions without a need; `bare`: targets without anything. */
export interface PlanPart {
  targets: ('safety' | 'harmed' | 'young_person' | 'family' | 'environment')[];
  kinds: KindShown[];
  actions: ActionShown[];
  needs: NeedShown[];
  asked: PlanAskedShown[];
  cells: CellShown[];
  loose: string[];
  bare: ('safety' | 'harmed' | 'young_person' | 'family' | 'environment')[];
  signs: SignShown[];
  nudges: Nudge[];
}

/**
 * Of the card in focus. `panel`: practitioners' reasons that can be shown; none before the room's own placing was.
 *
 * `opened`: when the step's open round was; None when there is none, or when that is not known any more. `again`: the
 * cards of the step's newest round that were placed before, once it has been shown.
 */
export interface PrivateNotes {
  range: StageInRange[];
  prompts: string[];
  evidence: EvidenceShown[];
  reviewed: boolean;
  opened: number | null;
  again: string[];
  card: string | null;
  panel: PanelNote[];
  information: InformationShown[];
}

/** `answered` and `finished` rise in steps of k. `enough`: the round can be shown. */
export interface ProgressPart {
  answered: number;
  finished: number;
  devices: number;
  enough: boolean;
}

export interface QuestionAtDesk {
  id: string;
  text: string;
  state: 'inbox' | 'shown' | 'answered' | 'parked' | 'hidden';
  kept: boolean;
  theme: '' | 'families' | 'agencies' | 'safe_now' | 'harmed' | 'group' | 'law' | 'online' | 'recording' | 'own_part';
}

export interface QuestionShown {
  id: string;
  text: string;
  state: 'shown' | 'answered' | 'parked';
}

/** `asking`: which asking of everybody goes on, or "" where there is none. `answered`, `gather`: for the desk. */
export interface QuestionsPart {
  shown: QuestionShown[];
  inbox: QuestionAtDesk[];
  asking: string;
  answered: number;
  gather: boolean;
}

/**
 * What three phones of a side named: below the median stage, on it, above it; `all` of the room where no side did.
 *
 * Empty for a split with two ends: those have theirs in `camps`.
 */
export interface ReasonsShown {
  below: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  between: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  above: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  all: ('consent' | 'age' | 'norms' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
}

/**
 * `few`: it has closed, fewer than k phones had sent anything, and their words were erased unread.
 *
 * `reopens`: the round that was opened again as this one.
 */
export interface ReflectionPart {
  round: string;
  reopens: string;
  state: 'open' | 'closing' | 'closed';
  tags: ('recognising' | 'families' | 'harmed' | 'law' | 'technology' | 'planning' | 'formulation' | 'talking' | 'agencies' | 'myself')[];
  answered: number;
  resources: ResourceShown[];
  tallies: NeedCount[] | null;
  few: boolean;
  texts: TextShown[];
}

/** `number`: of the information, from 1 in the order of the case study, 0 after talk. `kind`: "" if unsaid. */
export interface ReplacingShown {
  round: string;
  cause: 'discussion' | 'information';
  information: string | null;
  number: number;
  kind: '' | 'adult_involvement' | 'age_gap' | 'background' | 'consent' | 'correction' | 'counterfactual' | 'development' | 'environment' | 'history' | 'impact' | 'motivation' | 'pattern' | 'persistence' | 'power';
  cards: MovedCardShown[];
}

/** `number`, `url`: of a phone line and an https page, "" for none. `nations`: for whom it is; none: for all. */
export interface ResourceShown {
  title: string;
  text: string;
  url: string;
  number: string;
  hours: string;
  nations: ('england' | 'wales' | 'scotland' | 'northern_ireland')[];
}

/**
 * A second question's own figures, which say nothing of who placed the card where.
 *
 * As of the card: `why`, `answered`, and the rest null where it is withheld. `compared`: its kind beside the card's.
 */
export interface ResponseShown {
  withheld: boolean;
  why: 'few' | 'unsure' | 'stands' | 'aside' | null;
  answered: number | null;
  placed: number | null;
  need_to_know: number | null;
  tallies: number[] | null;
  label: 'unsure' | 'split' | 'spread' | 'neighbouring' | 'settled' | null;
  before: BeforeShown | null;
  movement: MovementShown | null;
  compared: 'agree_differ' | 'close_differ' | 'differ_less' | 'differ_both' | 'neither' | null;
}

/** `of`: notes, explanation, actions or signs; `id`: which of them. `before`: the newest first. */
export interface Reworded {
  of: 'notes' | 'explanation' | 'actions' | 'signs';
  id: string;
  before: Wording[];
}

export interface RewordedShown {
  what: 'note' | 'sentence';
  place: string;
  before: string;
  after: string;
}

/** A placing that was opened, with its cards; not the warm-up. */
export interface RoundGiven {
  id: string;
  cards: string[];
}

/**
 * `state` is `ready` before the step's round is open; `number` counts placing rounds from 1, 0 for warm-up.
 *
 * `showable`: it was closed without being shown, after enough had finished, so it can still be.
 */
export interface RoundShown {
  id: string;
  cause: 'warm_up' | 'first' | 'discussion' | 'information';
  number: number;
  state: 'ready' | 'open' | 'closing' | 'closed' | 'revealed';
  showable: boolean;
}

/** `seen`: the lead has answered it. */
export interface SaidShown {
  id: string;
  what: 'slow' | 'break_soon' | 'blank' | 'with_somebody' | 'break' | 'support' | 'quiet' | 'trainer' | 'procedure' | 'question' | 'park';
  question: string;
  seen: boolean;
}

export interface ScaleShown {
  id: string;
  title: string;
  ends: string[];
  acknowledgement: string;
  stages: StageShown[];
}

/** Of a card of which the second question is asked too; `again` as of the card, null where it is asked first. */
export interface SecondAsked {
  again: AgainShown | null;
}

export interface SectionShown {
  id: string;
  area: 'before' | 'why_now' | 'happened' | 'keeps_going' | 'helps' | 'around';
  title: string;
  prompt: string;
  role: '' | 'presenting' | 'because' | 'kept_going' | 'eased' | 'rival';
}

export interface SentenceKept {
  part: 'because' | 'kept_going' | 'eased' | 'unsure' | 'rival';
  text: string;
}

export interface SessionPart {
  title: string;
  scenario_title: string;
  content_note: string;
  code: string;
  k: number;
  state: 'running' | 'ended';
  locked: boolean;
  curtain: 'none' | 'blank' | 'pause';
  case_shown: boolean;
  offer: 'none' | 'break' | 'support' | 'quiet' | 'trainer' | 'procedure';
  devices: number;
  opening: string;
  people: PersonShown[];
  ground_rules: ('stays_here' | 'ideas' | 'nothing_own' | 'pass' | 'made_up')[];
  own_rules: string[];
  resources: ResourceShown[];
  word: boolean;
  talk: boolean;
  rehearsal: boolean;
}

export interface SignKept {
  side: 'up' | 'down' | 'review';
  text: string;
  who: string;
}

export interface SignShown {
  id: string;
  side: 'up' | 'down' | 'review';
  text: string;
  who: string;
  version: number;
}

/** Notes of one area that may say the same. */
export interface StackShown {
  id: string;
  notes: string[];
}

export interface StacksPart {
  offered: StackShown[];
  folded: FoldShown[];
}

export interface StageInRange {
  number: number;
  name: string;
}

export interface StageShown {
  id: string;
  name: string;
  definition: string;
}

/** `cards`, `information`: ids. `asks`: what phones are asked, by id; `lines`: what the case study says there. */
export interface StepAhead {
  id: string;
  cards: string[];
  information: string | null;
  asks: string;
  lines: string[];
}

export interface StepShown {
  id: string;
  activity: 'welcome' | 'confidence' | 'board' | 'discussion' | 'questions' | 'formulation' | 'plan' | 'reflection' | 'break' | 'pace' | 'debrief';
  title: string;
  minutes: number;
}

/** A word that not everybody uses alike. `formerly`: what it was called, until `since`; both may be "". */
export interface TermShown {
  term: string;
  meaning: string;
  formerly: string;
  since: string;
  source: string;
  checked: string;
}

export interface TextShown {
  id: string;
  field: 'will_do' | 'still_need';
  text: string;
  kept: boolean;
}

export interface TimerPart {
  started: number;
  seconds: number;
}

/** `n` is null where the number is not told. */
export interface TopicCount {
  topic: 'age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source';
  n: number | null;
}

/** What can be undone, the newest first. */
export interface UndoPart {
  version: number;
  items: UndoShown[];
}

/**
 * One thing that was done. `text`: the note that it was done to; `other`: where it is now (a section's title),
 * what it said before, the words that went into it, or the note that it was joined to, of a `kind`.
 */
export interface UndoShown {
  what: 'move' | 'edit' | 'merge' | 'fold' | 'unlink';
  text: string;
  other: string;
  kind: 'because' | 'eases' | 'alternative' | null;
}

/** `number`: of the information before which it was kept, as facilitators call it; 0 at other occasions. */
export interface VersionShown {
  id: string;
  cause: 'said' | 'information' | 'end';
  number: number;
}

export interface WelcomePart {
  agreed: number;
}

export interface WhyCount {
  why: 'information' | 'heard' | 'reread' | 'reasons' | 'not_relevant' | 'not_enough' | 'already';
  n: number | null;
}

/** An earlier version of something: of a note, a part of the explanation, an action, a sign. */
export interface Wording {
  version: number;
  text: string;
}

export interface WordingsPart {
  items: Reworded[];
}
