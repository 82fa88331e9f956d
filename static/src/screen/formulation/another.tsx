// Two explanations side by side, as large as each other, with what neither accounts for and what would tell them apart.
// Where nobody has offered a second one its box stays open, with a question.

import type { FormulationPart } from '../../contract';
import { aloud } from '../../shared/ui/aloud';
import { APART } from '../../shared/ui/another';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Head } from '../parts';
import { told } from './told';

const MANY = 105; // characters of one of the two from which both are set smaller

export function Another({ part }: { part: FormulationPart }) {
  const { rival, ours_leaves: ours, rival_leaves: theirs } = part.explanation;
  const written = told(part).filter(({ id }) => id === 'because' || id === 'kept_going');
  const said = written.map(({ text }) => text).join(' ') || aloud(part.aloud);
  const apart = APART.map((id) => part.explanation[id].text).filter(Boolean);
  const longest = Math.max(said.length, rival.text.length);
  return (
    <>
      <Head
        left={<h1>{say('screen.formulation.another.title')}</h1>}
        right={say('screen.formulation.another.held')}
      />
      <div class={longest > MANY ? 'screen-both screen-both--many' : 'screen-both'}>
        <section>
          <h2>{say('screen.formulation.another.ours')}</h2>
          <p class="typed">{said}</p>
          <Leaves text={ours.text} />
        </section>
        <section class="is-other">
          <h2>{say('screen.formulation.another.rival')}</h2>
          {rival.text ? (
            <>
              <p class="typed">{rival.text}</p>
              <Leaves text={theirs.text} />
            </>
          ) : (
            <p>{say('screen.formulation.another.none')}</p>
          )}
        </section>
      </div>
      <div class="screen-apart">
        <h2>{say('screen.formulation.another.apart')}</h2>
        {apart.length ? (
          <ul>
            {apart.map((text) => (
              <li key={text} class="typed">
                <Icon name="know" />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p>{say('screen.formulation.another.say')}</p>
        )}
      </div>
    </>
  );
}

/** Asked of both: an empty line stays a line. */
const Leaves = ({ text }: { text: string }) => (
  <div class="leaves">
    <h3>{say('screen.formulation.another.leaves')}</h3>
    <p class="typed">{text || '…'}</p>
  </div>
);
