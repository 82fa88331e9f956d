// What was asked of the explanation and what the room said of it: in the same words on phone, screen and desk.

import type { AgreedPart, AskedShown, HoldsShown, SectionShown } from '../../contract';
import { Icon } from './icons';
import { say } from './say';

/** Every item with what was told of it. One whose words were hidden is left out. */
export const worded = (part: AgreedPart): [AskedShown, HoldsShown][] =>
  part.items.flatMap((item, at) => {
    const found = part.results?.[at];
    return found && (item.first || item.what === 'question')
      ? [[item, found] as [AskedShown, HoldsShown]]
      : [];
  });

/** "Yes 9, partly 3, no 8; 4 cannot say." */
export const counts = ({ tallies, cannot }: HoldsShown) => {
  const [yes = 0, partly = 0, no = 0] = tallies ?? [];
  return say('sureness.counts', { yes, partly, no, cannot: cannot ?? 0 });
};

/** Why these are not an item's own figures; "" where they are. */
export const notTold = ({ why }: HoldsShown) => (why ? say(`sureness.${why}`) : '');

/** Whether anybody is split on anything. */
export const isSplit = (part: AgreedPart) => part.results?.some((found) => found.split) ?? false;

/** The words of one item: a question, a sentence with its stem, or both notes of a link. */
export function Joined({ item, sections = [] }: { item: AskedShown; sections?: SectionShown[] }) {
  if (item.what === 'question') return <p class="asked-words">{say(`names.quality.${item.id}`)}</p>;
  const place = (at: number) => sections.find((s) => s.id === item.places[at])?.title;
  if (item.what === 'sentence')
    return (
      <p class="asked-words typed">
        <b>{say(`names.sentence.${item.kind}`)}:</b> {item.first}
      </p>
    );
  return (
    <div class="asked-link">
      <p class="sheet typed">
        {place(0) && <small>{place(0)}</small>}
        {item.first}
      </p>
      <p class="asked-kind">
        <Icon name="chain" /> {say(`names.joined.${item.kind}`)}
      </p>
      <p class="sheet typed">
        {place(1) && <small>{place(1)}</small>}
        {item.second}
      </p>
    </div>
  );
}

/** Of a split item both sides in boxes of one size: always yes, then no, whichever has more. */
export function Both({ found }: { found: HoldsShown }) {
  if (!found.split) return null;
  const side = (which: 'yes' | 'no', title: string) => (
    <div class="side">
      <b>{title}</b>
      <p>
        {found[which].length
          ? found[which].map((id) => say(`names.holds_${which}.${id}`)).join(' · ')
          : say('sureness.no_reason')}
      </p>
    </div>
  );
  return (
    <div class="both-sides">
      {side('yes', say('sureness.some'))}
      {side('no', say('sureness.others'))}
    </div>
  );
}
