// Two explanations side by side, as large as each other. Where nobody has offered a second one its box stays open.

import type { FormulationPart } from '../../contract';
import { aloud } from '../../shared/ui/aloud';
import { say } from '../../shared/ui/say';
import { Head } from '../parts';
import { told } from './told';

export function Another({ part }: { part: FormulationPart }) {
  const written = told(part);
  const ours = written.filter(({ id }) => id === 'because' || id === 'kept_going').map(({ text }) => text);
  const rival = written.find(({ id }) => id === 'rival')?.text;
  return (
    <>
      <Head left={<h1>{say('screen.formulation.another.title')}</h1>} />
      <div class="screen-both">
        <section>
          <h2>{say('screen.formulation.another.ours')}</h2>
          <p class="typed">{ours.join(' ') || aloud(part.aloud)}</p>
        </section>
        <section class="is-other">
          <h2>{say('screen.formulation.another.rival')}</h2>
          {rival ? <p class="typed">{rival}</p> : <p>{say('screen.formulation.another.none')}</p>}
        </section>
      </div>
      <p class="joined">{say('screen.formulation.another.say')}</p>
    </>
  );
}
