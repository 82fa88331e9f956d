// The shared explanation and the jotter are saved as one types: a moment after the last letter, while one goes on, and when the field is
// left. What is not saved yet lies in this browser and goes by itself, after a reload and a restart of the workshop too.
// Two facilitators may write in one field: whoever comes second is told, and neither writes over the other unseen.

import { batch, signal } from '@preact/signals';
import { AGAIN, newId } from '../shared/live/connection';
import type { DraftName } from '../shared/live/drafts';
import type { Memory } from '../shared/live/memory';
import { tidy } from '../shared/ui/words';
import { EXPLANATION } from './written';
import type { Written } from './written';

const QUIET = 1000; // ms after the last letter
const AT_LEAST = 5000; // ms: who types on and on is saved so often
const PAUSES = [1000, 2000, 4000, 8000]; // ms between two tries

/** What a draft grew from. */
type Base = {
  /** Which it would change. */
  version: number;
  /** A name for this stretch of typing. */
  writing: string;
  /** The words that are saved of it. */
  saved: string | null;
  /** What is under way, so that after a reload the very same is asked again. */
  sent: { id: string; text: string; version: number } | null;
};
export type State = 'saved' | 'saving' | 'waiting' | 'behind' | 'refused';
export type Now = { text: string; version: number };

/** Two texts that read alike: the workshop tidies what it is sent. */
export const alike = (one: string, other: string) => tidy(one) === tidy(other);
export class Writing {
  of: Written;
  memory: Memory;
  send: (name: string, body: any, id: string) => Promise<any>;
  now: (part: string) => Now | undefined;
  later: (act: () => void, ms: number) => any;
  never: (timer: any) => void;
  told: { value: Record<string, { state: State; message: string }> };
  due: Map<string, { timer: any; since: number }>;
  busy: Set<string>;
  away: Set<string>;

  /** `now`: the part as the room has it, if this step shows it */
  constructor({
    of = EXPLANATION,
    memory,
    send,
    now,
    later = (act, ms) => setTimeout(act, ms),
    never = (timer) => clearTimeout(timer),
  }: {
    of?: Written;
    memory: Memory;
    send: (name: string, body: any, id: string) => Promise<any>;
    now: (part: string) => Now | undefined;
    later?: (act: () => void, ms: number) => any;
    never?: (timer: any) => void;
  }) {
    this.of = of;
    this.memory = memory;
    this.send = send;
    this.now = now;
    this.later = later;
    this.never = never;
    this.told = signal({});
    this.due = new Map();
    this.busy = new Set();
    /** the fields that were left, each until somebody types there again */
    this.away = new Set();
  }

  /** What the draft of a part is called. */
  keyOf(part: string): DraftName {
    return `${this.of.begins}${part}`;
  }

  /** What is being typed, if it is not what the room has. */
  draft(part: string): { text: string; base: Base } | null {
    return this.memory.drafted(this.keyOf(part)) as { text: string; base: Base } | null;
  }

  state(part: string): { state: State; message: string } {
    const draft = this.draft(part);
    if (!draft) return { state: 'saved', message: '' };
    if (this.isBehind(part, draft)) return { state: 'behind', message: '' };
    return (
      this.told.value[part] ?? { state: draft.text === draft.base.saved ? 'saved' : 'saving', message: '' }
    );
  }

  /** Whether it needs somebody: it waits, was refused, or somebody else has changed it. */
  isUnsaved(key: string) {
    if (!key.startsWith(this.of.begins)) return false;
    const part = key.slice(this.of.begins.length);
    return ['waiting', 'behind', 'refused'].includes(this.state(part).state);
  }

  /** Somebody else has saved other words since. */
  isBehind(part: string, { text, base }: { text: string; base: Base }) {
    const now = this.now(part);
    if (!now || this.busy.has(part) || base.sent) return false;
    return now.version > base.version && text !== base.saved && !alike(now.text, text);
  }

  typed(part: string, text: string) {
    const base = this.draft(part)?.base ?? {
      version: this.now(part)?.version ?? 0,
      writing: newId(),
      saved: null,
      sent: null,
    };
    this.away.delete(part);
    this.keep(part, text, base);
    this.tell(part, 'saving');
    const { timer = null, since = Date.now() } = this.due.get(part) ?? {};
    this.never(timer);
    const wait = Math.max(0, Math.min(QUIET, since + AT_LEAST - Date.now()));
    this.due.set(part, { timer: this.later(() => this.save(part), wait), since });
  }

  /** The cursor has left the field, or the field the page. */
  async left(part: string) {
    this.away.add(part);
    await this.save(part);
    this.catchUp(part);
  }

  /**
   * A text that was chosen comes into the field, where it is a stretch of its own, so that what stood there can be had
   * back. What cannot be saved before it comes stays in front of it.
   */
  async take(part: string, text: string) {
    const soon = new Promise((done) => {
      this.later(() => done(null), QUIET);
    });
    await Promise.race([this.left(part), soon]);
    const draft = this.draft(part);
    if (draft && draft.text !== draft.base.saved) this.typed(part, `${draft.text} ${text}`);
    else {
      const version = draft?.base.version ?? this.now(part)?.version ?? 0;
      this.keep(part, text, { version, writing: newId(), saved: null, sent: null });
      await this.save(part);
    }
  }

  /** What an earlier page left unsaved goes now. */
  resume() {
    for (const key of Object.keys(this.memory.held.value.drafts))
      if (key.startsWith(this.of.begins)) this.left(key.slice(this.of.begins.length));
  }

  /** The words of the other are as they are now; what becomes of ours? */
  settle(part: string, choice: 'ours' | 'theirs' | 'both') {
    const [now, draft] = [this.now(part), this.draft(part)];
    if (!now || !draft) return;
    if (choice === 'theirs') {
      this.drop(part);
      return;
    }
    const text = choice === 'both' ? `${now.text} ${draft.text}` : draft.text;
    this.keep(part, text, { version: now.version, writing: newId(), saved: null, sent: null });
    this.save(part);
  }

  /** Sends until what is typed is what the room has, or somebody has to look. */
  async save(part: string) {
    this.never(this.due.get(part)?.timer);
    this.due.delete(part);
    const first = this.draft(part);
    if (this.busy.has(part) || (first && this.isBehind(part, first))) return; // somebody has to look, and is let look
    this.busy.add(part);
    for (
      let tries = 0, draft;
      (draft = this.draft(part)) && (draft.base.sent || draft.text !== draft.base.saved);
    ) {
      const sent = draft.base.sent ?? { id: newId(), text: draft.text, version: draft.base.version };
      this.keep(part, draft.text, { ...draft.base, sent });
      this.tell(part, tries ? 'waiting' : 'saving');
      const words = { text: tidy(sent.text), base: sent.version, writing: draft.base.writing };
      const ack = await this.send(...this.of.command(part, words), sent.id);
      if (!ack.ok && AGAIN.has(ack.code)) {
        this.tell(part, 'waiting');
        const pause = PAUSES[Math.min(tries, PAUSES.length - 1)];
        await new Promise((done) => {
          this.later(() => done(null), pause);
        });
        tries += 1;
      } else if (!this.answered(part, sent, ack)) break;
      else tries = 0;
    }
    this.busy.delete(part);
    if (this.draft(part)) this.told.value = { ...this.told.value }; // it may be behind now
  }

  /** Returns whether to go on */
  answered(part: string, sent: { text: string; version: number }, ack: any): boolean {
    const draft = this.draft(part);
    if (!draft) return false; // taken away meanwhile
    const now = this.now(part);
    const there = ack.code === 'changed_meanwhile' && now && alike(now.text, sent.text); // a lost answer: it was ours
    if (ack.ok || there) {
      const version = ack.ok ? sent.version + 1 : (now as Now).version;
      this.keep(part, draft.text, { ...draft.base, version, saved: sent.text, sent: null });
      this.tell(part, 'saved');
      return true;
    }
    this.keep(part, draft.text, { ...draft.base, sent: null });
    this.tell(part, ack.code === 'changed_meanwhile' ? 'behind' : 'refused', ack.message);
    return false;
  }

  /**
   * What the room has by now takes the place of what was saved here: somebody else's at once, our own when
   * the field was left. An answer comes before the room does; until it has come, the field would fall back to
   * the words before.
   */
  catchUp(part: string) {
    const [now, draft] = [this.now(part), this.draft(part)];
    if (!draft || this.busy.has(part) || draft.base.sent) return;
    const isSaved = draft.text === draft.base.saved;
    const ahead = now ? now.version - draft.base.version : 0; // where the field is not shown, nothing falls back
    if (isSaved && (ahead > 0 || (ahead === 0 && this.away.has(part)))) this.drop(part);
    else if (now && ahead > 0 && alike(now.text, draft.text)) this.drop(part);
  }

  drop(part: string) {
    this.memory.undraft(this.keyOf(part));
    this.told.value = Object.fromEntries(Object.entries(this.told.value).filter(([name]) => name !== part));
  }

  keep(part: string, text: string, base: Base) {
    this.memory.draft(this.keyOf(part), text, base);
  }

  tell(part: string, state: State, message: string = '') {
    batch(() => {
      this.told.value = { ...this.told.value, [part]: { state, message } };
    });
  }
}
