// Everything that was written, at once: four notes of each area in words, of the band three, in an order that says nothing.

import type { FormulationPart } from '../../contract';
import { areaOf, areas } from '../../shared/ui/areas';
import { say } from '../../shared/ui/say';
import { Head } from '../parts';

const SHOWN = 4;
const OF_BAND = 3;

export function Gathered({ part }: { part: FormulationPart }) {
  return (
    <>
      <Head
        left={<h1>{say('screen.formulation.gathered.title')}</h1>}
        right={say('screen.formulation.notes', { n: part.notes.length })}
      />
      <div class="screen-all">
        {areas().map(([area, name]) => {
          const notes = part.notes.filter((n) => areaOf(part, n.section) === area);
          const most = area === 'around' ? OF_BAND : SHOWN;
          return (
            <section key={area}>
              <h2>{name}</h2>
              <ul>
                {notes.slice(0, most).map((n) => (
                  <li key={n.id} class="typed">
                    {n.text}
                  </li>
                ))}
              </ul>
              {notes.length > most && (
                <p>{say('screen.formulation.gathered.more', { n: notes.length - most })}</p>
              )}
            </section>
          );
        })}
      </div>
      <p class="joined">{say('screen.formulation.gathered.say')}</p>
    </>
  );
}
