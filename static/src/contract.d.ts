// Made by `workshop contract --write` from the workshop's own commands and parts; change those, not this.

export type Role = 'delegate' | 'facilitator' | 'screen';
export type Activity = 'welcome' | 'confidence' | 'board' | 'discussion' | 'questions' | 'formulation' | 'plan' | 'reflection' | 'break' | 'pace';

/** What may be sent: the body of every command. */
export interface Commands {
  'session.next': { from_step: string };
  'session.back': { from_step: string };
  'session.go': { step: string };
  'session.lock': { locked: boolean };
  'session.curtain': { curtain: 'none' | 'blank' | 'pause' };
  'session.timer': { seconds: number | null };
  'session.offer': { offer: 'none' | 'break' | 'support' };
  'session.word': Record<string, never>;
  'session.end': Record<string, never>;
  'welcome.agree': Record<string, never>;
  'confidence.answer': { round: string; item: 'recognise' | 'ask' | 'explain' | 'formulate' | 'plan' | 'advice'; asked: 'now' | 'looking_back'; value: number | null };
  'confidence.close': { round: string };
  'confidence.reopen': { round: string };
  'board.open': Record<string, never>;
  'board.place': { round: string; card: string; stage: string | null; missing?: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[]; reasons?: ('consent' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[]; certainty?: number | null; earlier?: string | null; direction?: 'typical' | 'same' | 'harmful' | 'to_unsure' | 'from_unsure' | null; why?: ('information' | 'heard' | 'reread' | 'reasons' | 'not_relevant' | 'not_enough' | 'already')[] };
  'board.skip': { round: string; card: string };
  'board.close': { round: string };
  'board.reveal': { round: string; idle_out?: boolean };
  'board.again': { round: string };
  'board.reopen': { cards: string[]; cause: 'discussion' | 'information'; information?: string | null };
  'discussion.focus': { card: string | null };
  'discussion.show': { show: 'all' | 'focus' | 'shift' };
  'discussion.prompt': { text: string };
  'questions.ask': { text: string };
  'questions.gather': Record<string, never>;
  'questions.mark': { question: string; state: 'inbox' | 'shown' | 'answered' | 'parked' | 'hidden' };
  'questions.keep': { question: string; kept: boolean };
  'formulation.add': { section: string; text: string };
  'formulation.edit': { note: string; text: string; base: number };
  'formulation.move': { note: string; section: string };
  'formulation.merge': { note: string; into: string; text: string; base: number; note_base: number };
  'formulation.support': { note: string; on: boolean };
  'formulation.link': { source: string; target: string; kind: 'because' | 'eases' | 'alternative' };
  'formulation.unlink': { link: string };
  'formulation.explain': { part: 'because' | 'kept_going' | 'eased' | 'rival' | 'unsure'; text: string; base: number; writing?: string };
  'formulation.recall': { part: 'because' | 'kept_going' | 'eased' | 'rival' | 'unsure'; version: number };
  'formulation.restore': { note: string; version: number };
  'formulation.gather': Record<string, never>;
  'formulation.hide': { note: string };
  'formulation.lane': { section: string };
  'plan.add': { target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; action: string; why: string; note: string | null; who: string; by_when: string; review: string };
  'plan.edit': { target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment'; action: string; why: string; note: string | null; who: string; by_when: string; review: string; id: string; base: number };
  'plan.restore': { id: string; version: number };
  'plan.remove': { id: string };
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
  delegate: 'session.word' | 'welcome.agree' | 'confidence.answer' | 'board.place' | 'board.skip' | 'questions.ask' | 'formulation.add' | 'formulation.edit' | 'formulation.move' | 'formulation.merge' | 'formulation.support' | 'formulation.link' | 'formulation.unlink' | 'plan.add' | 'plan.edit' | 'reflection.say' | 'reflection.need' | 'pace.say';
  facilitator: 'session.next' | 'session.back' | 'session.go' | 'session.lock' | 'session.curtain' | 'session.timer' | 'session.offer' | 'session.end' | 'confidence.close' | 'confidence.reopen' | 'board.open' | 'board.close' | 'board.reveal' | 'board.again' | 'board.reopen' | 'discussion.focus' | 'discussion.show' | 'discussion.prompt' | 'questions.gather' | 'questions.mark' | 'questions.keep' | 'formulation.add' | 'formulation.edit' | 'formulation.move' | 'formulation.merge' | 'formulation.link' | 'formulation.unlink' | 'formulation.explain' | 'formulation.recall' | 'formulation.restore' | 'formulation.gather' | 'formulation.hide' | 'formulation.lane' | 'plan.add' | 'plan.edit' | 'plan.restore' | 'plan.remove' | 'reflection.close' | 'reflection.reopen' | 'reflection.keep' | 'pace.close' | 'pace.reopen';
  screen: never;
}

export type RefusalCode = 'not_now' | 'round_closed' | 'unknown_card' | 'unknown_stage' | 'too_few' | 'too_long' | 'empty' | 'changed_meanwhile' | 'full' | 'reused' | 'invalid' | 'not_allowed' | 'unknown_command' | 'ended' | 'left' | 'too_fast' | 'saving' | 'failed';

/** What a rule may refuse with, beside what any command can be refused with. */
export interface Refusals {
  'session.next': 'not_now';
  'session.back': 'not_now';
  'session.go': 'not_now';
  'session.lock': never;
  'session.curtain': never;
  'session.timer': never;
  'session.offer': never;
  'session.word': never;
  'session.end': never;
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
  'board.reopen': 'not_now' | 'unknown_card';
  'discussion.focus': 'not_now' | 'unknown_card';
  'discussion.show': 'not_now';
  'discussion.prompt': never;
  'questions.ask': 'too_long' | 'empty' | 'full';
  'questions.gather': 'not_now';
  'questions.mark': 'not_now';
  'questions.keep': 'not_now';
  'formulation.add': 'too_long' | 'empty' | 'full';
  'formulation.edit': 'not_now' | 'too_long' | 'empty' | 'full';
  'formulation.move': 'not_now' | 'full';
  'formulation.merge': 'not_now' | 'too_long' | 'empty' | 'changed_meanwhile' | 'full';
  'formulation.support': 'not_now';
  'formulation.link': 'not_now' | 'full';
  'formulation.unlink': 'full';
  'formulation.explain': 'too_long' | 'changed_meanwhile';
  'formulation.recall': 'not_now';
  'formulation.restore': 'not_now';
  'formulation.gather': never;
  'formulation.hide': never;
  'formulation.lane': never;
  'plan.add': 'too_long' | 'empty' | 'full';
  'plan.edit': 'too_long' | 'empty' | 'full';
  'plan.restore': 'not_now';
  'plan.remove': never;
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
    timer: TimerPart | null;
    welcome: WelcomePart;
    confidence: ConfidencePart | null;
    board: BoardPart;
    progress: ProgressPart;
    questions: QuestionsPart;
    formulation: FormulationPart;
    plan: PlanPart;
    reflection: ReflectionPart | null;
    pace: PacePart | null;
    own_welcome: OwnWelcome;
    own_confidence: OwnConfidence;
    own_board: OwnBoard;
    own_support: OwnSupport;
    own_reflection: OwnReflection;
    own_pace: OwnPace;
  };
  facilitator: {
    session: SessionPart;
    agenda: AgendaPart;
    timer: TimerPart | null;
    notes_private: PrivateNotes;
    welcome: WelcomePart;
    confidence: ConfidencePart | null;
    board: BoardPart;
    progress: ProgressPart;
    questions: QuestionsPart;
    formulation: FormulationPart;
    wordings: WordingsPart;
    plan: PlanPart;
    reflection: ReflectionPart | null;
    pace: PacePart | null;
  };
  screen: {
    session: SessionPart;
    agenda: AgendaPart;
    timer: TimerPart | null;
    welcome: WelcomePart;
    confidence: ConfidencePart | null;
    board: BoardPart;
    progress: ProgressPart;
    questions: QuestionsPart;
    formulation: FormulationPart;
    plan: PlanPart;
    reflection: ReflectionPart | null;
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

export interface ActionShown {
  id: string;
  target: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment';
  action: string;
  why: string;
  note: string | null;
  who: string;
  by_when: string;
  review: string;
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

/** The picture read aloud, in notes' own words: something, what it is because of, and what eases it. */
export interface AloudShown {
  what: string;
  because: string[];
  eased: string[];
}

export interface BeforeShown {
  round: string;
  tallies: number[];
  need_to_know: number;
  median: string | null;
  agreement: number | null;
  label: 'split' | 'spread' | 'neighbouring' | 'settled' | null;
}

export interface BoardPart {
  scale: ScaleShown;
  round: RoundShown | null;
  information: NewInformationShown | null;
  question: string;
  cards: CardText[];
  reasons: ('consent' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  topics: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[];
  whys: ('information' | 'heard' | 'reread' | 'reasons' | 'not_relevant' | 'not_enough' | 'already')[];
  show: 'all' | 'focus' | 'shift';
  focus: string | null;
  prompt: string;
  results: CardShown[] | null;
  queue: string[];
}

export interface CampShown {
  first: number;
  last: number;
  n: number;
  reasons: ('consent' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
}

export interface Camps {
  low: CampShown;
  high: CampShown;
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
  label: 'split' | 'spread' | 'neighbouring' | 'settled' | null;
  missing: TopicCount[];
  certainty: CertaintyShown | null;
  camps: Camps | null;
  shared_reason: 'consent' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law' | null;
  before: BeforeShown | null;
  movement: MovementShown | null;
  whys: WhyCount[];
}

export interface CardText {
  id: string;
  text: string;
  short: string;
  mode: 'technology' | 'offline' | 'dual' | 'unclear';
  content_note: string;
  again: AgainShown | null;
}

/** `median`: 1 to 5. `not_certain`: how many said 1 or 2; null where that is not told. */
export interface CertaintyShown {
  median: number;
  not_certain: number | null;
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

export interface FormulationPart {
  sections: SectionShown[];
  notes: NoteShown[];
  links: LinkShown[];
  explanation: Record<'because' | 'kept_going' | 'eased' | 'rival' | 'unsure', Explained>;
  aloud: AloudShown | null;
  nudges: ('unjoined' | 'precipitating' | 'perpetuating' | 'protective' | 'environment' | 'harmed' | 'rival')[];
  lane: string;
}

export interface InformationShown {
  id: string;
  kind: string;
  text: string;
  cards: string[];
  effects: Record<string, 'up' | 'down' | 'either' | 'plan' | 'none'>;
  why: string;
}

export interface LinkShown {
  id: string;
  source: string;
  target: string;
  kind: 'because' | 'eases' | 'alternative';
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

export interface NeedShown {
  note: string;
  text: string;
}

export interface NewInformationShown {
  id: string;
  kind: string;
  text: string;
}

/** `support`: how many phones, as it was gathered last; null below three. `merged`: notes that went into it. */
export interface NoteShown {
  id: string;
  section: string;
  text: string;
  version: number;
  support: number | null;
  merged: string[];
  beside: string | null;
}

/** What the plan lacks: an action for this target, a role or a date in `n` actions, a review. */
export interface Nudge {
  id: 'safety' | 'harmed' | 'young_person' | 'family' | 'environment' | 'loose' | 'review';
  n: number;
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

export interface OwnPace {
  round: string;
  pace: 'too_fast' | 'right' | 'too_slow' | null;
}

/** `direction` is null unless the card was placed again; then `earlier` and `why` say what went with it. */
export interface OwnPlacement {
  stage: string | null;
  missing: ('age' | 'consent' | 'power' | 'frequency' | 'impact' | 'context' | 'source')[];
  reasons: ('consent' | 'power' | 'pressure' | 'frequency' | 'secrecy' | 'impact' | 'setting' | 'motive' | 'law')[];
  certainty: number | null;
  skipped: boolean;
  earlier: string | null;
  direction: string | null;
  why: string[];
}

export interface OwnReflection {
  round: string;
  will_do: string;
  still_need: string;
  tags: ('recognising' | 'families' | 'harmed' | 'law' | 'technology' | 'planning' | 'formulation' | 'talking' | 'agencies' | 'myself')[];
}

export interface OwnSupport {
  notes: string[];
}

export interface OwnWelcome {
  agreed: boolean;
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

export interface PersonShown {
  id: string;
  note: string;
}

export interface PlanPart {
  targets: ('safety' | 'harmed' | 'young_person' | 'family' | 'environment')[];
  actions: ActionShown[];
  needs: NeedShown[];
  nudges: Nudge[];
}

/**
 * `began`: when the room came to its step, for the clock of every facilitator alike.
 *
 * `opened`: when the step's open round was; None when there is none, or when that is not known any more.
 *
 * `range`: the first and the last stage to talk within, one where they are the same, none without a card.
 */
export interface PrivateNotes {
  reviewed: boolean;
  began: number | null;
  opened: number | null;
  card: string | null;
  range: StageInRange[];
  prompts: string[];
  evidence: EvidenceShown[];
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

/** `number`, `url`: of a phone line and an https page, "" for none. `nations`: for whom it is; none: for all. */
export interface ResourceShown {
  title: string;
  text: string;
  url: string;
  number: string;
  hours: string;
  nations: ('england' | 'wales' | 'scotland' | 'northern_ireland')[];
}

/** `of`: notes, explanation or actions; `id`: which of them. `before`: the newest first. */
export interface Reworded {
  of: 'notes' | 'explanation' | 'actions';
  id: string;
  before: Wording[];
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

export interface ScaleShown {
  id: string;
  title: string;
  ends: string[];
  acknowledgement: string;
  stages: StageShown[];
}

export interface SectionShown {
  id: string;
  title: string;
  prompt: string;
  role: '' | 'presenting' | 'because' | 'kept_going' | 'eased' | 'rival';
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
  offer: 'none' | 'break' | 'support';
  devices: number;
  opening: string;
  people: PersonShown[];
  ground_rules: ('stays_here' | 'ideas' | 'nothing_own' | 'pass' | 'made_up')[];
  own_rules: string[];
  resources: ResourceShown[];
  word: boolean;
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

export interface StepShown {
  id: string;
  activity: 'welcome' | 'confidence' | 'board' | 'discussion' | 'questions' | 'formulation' | 'plan' | 'reflection' | 'break' | 'pace';
  title: string;
  minutes: number;
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

export interface WelcomePart {
  agreed: number;
}

export interface WhyCount {
  why: 'information' | 'heard' | 'reread' | 'reasons' | 'not_relevant' | 'not_enough' | 'already';
  n: number | null;
}

/** An earlier version of something: of a note, a part of the explanation, an action. */
export interface Wording {
  version: number;
  text: string;
}

export interface WordingsPart {
  items: Reworded[];
}
