// What every picture on the projector is made of: head, foot, a calm page, a sentence with a bar, and the way in for latecomers.

import type { ComponentChildren, VNode } from 'preact';
import type { Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { classes } from '../shared/ui/classes';
import { halves } from '../shared/ui/code';
import { Line } from '../shared/ui/icons';
import { say, sayAround } from '../shared/ui/say';
import { TimeWords } from './time';

/** A number that stands out of its sentence. */
export const bold = (words: string) => <b>{words}</b>;

/** Where one is, and one thing more. */
export function Head({ left, right }: { left?: ComponentChildren; right?: ComponentChildren }) {
  return (
    <div class="head">
      <span>{left}</span>
      <span>{right}</span>
    </div>
  );
}

/** The case is made up, this is a training aid; time and an offer stand here too. */
export function Foot({
  parts,
  left = null,
  right = say('common.page.aid'),
}: {
  parts: Parts['screen'];
  left?: VNode | string | null;
  right?: string;
}) {
  const { offer, scenario_title: title } = parts.session;
  const said = offer && offer !== 'none' && say(`screen.offers.${offer}`);
  return (
    <footer class="foot">
      <span class="foot-left">
        <span class="foot-words">{said ? <b>{said}</b> : (left ?? say('screen.fictional', { title }))}</span>
        <TimeWords timer={parts.timer} />
      </span>
      <span>{right}</span>
    </footer>
  );
}

/** A calm page: the line at half strength, a few words. */
export function Middle({
  title,
  say = '',
  children = null,
}: {
  title: string;
  say?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="screen-mid">
      <Line />
      <h1>{title}</h1>
      {say && <p>{say}</p>}
      {children}
    </div>
  );
}

/** What the room is to do now. Long words take a smaller size. */
export function Say({
  title,
  say = '',
  lower = false,
  children = null,
}: {
  title: string;
  say?: string;
  lower?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div class={classes('screen-say', lower && 'screen-say--lower')}>
      <h1>{title}</h1>
      {say && <p class="say">{say}</p>}
      {children}
    </div>
  );
}

/**
 * One quiet bar with one sentence, in steps: never names, never what was answered. `words` and `few` are the
 * ids of the sentence for some and for few or none.
 */
export function Bar({ done, of, words, few }: { done: number; of: number; words: string; few: string }) {
  const all = Math.max(of, done);
  return (
    <div class="screen-bar">
      <div
        class="progress"
        role="progressbar"
        aria-valuemin={0}
        aria-valuenow={done}
        aria-valuemax={all}
        aria-label={say(words, { n: done, of: all })}
      >
        <i style={{ width: `${all ? (100 * done) / all : 0}%` }} />
      </div>
      <p class="progress-words">
        {done ? sayAround(words, { n: done, of: all }, bold) : say(few, { of: all })}
      </p>
    </div>
  );
}

/** For whoever comes late; gone when the lobby is locked. */
export function Late({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { locked, code } = parts.session;
  if (locked || !code) return null;
  return (
    <aside class="late">
      <div>
        <p>{say('screen.lobby.late')}</p>
        <p class="url" translate={false}>
          {links.address}
        </p>
        <p class="c" translate={false} aria-label={say('screen.lobby.code', { code: [...code].join(' ') })}>
          {halves(code).join(' ')}
        </p>
      </div>
      <Qr links={links} />
    </aside>
  );
}

export function Qr({ links }: { links: Links }) {
  if (links.alone)
    return (
      <span class="qr-alone" role="status">
        {say('screen.alone')}
      </span>
    ); // a camera would be led to itself
  return (
    <span class="qr">
      <img src={links.qr} alt={say('screen.qr')} />
    </span>
  );
}
