// Where we differ: what is split, both sides as large as each other, and what is still missing; not the picture.

import type { Parts } from '../../contract';
import { Both, worded } from '../../shared/ui/agreed';
import { say } from '../../shared/ui/say';
import { packed, usePage } from '../pages';
import { Foot, Head } from '../parts';
import { ItemWords } from './agreed';

const PAGE = 2; // split items of one page
const MISSING = 3;

export function Differ({ parts }: { parts: Parts['screen'] }) {
  const { agreed, formulation } = parts;
  const split = agreed?.results ? worded(agreed).filter(([, found]) => found.split) : [];
  const pages = packed(split, PAGE, () => 1);
  const page = usePage(pages.length);
  const missing = formulation.nudges.slice(0, MISSING);
  const asked = agreed?.results && agreed.about === 'items';
  return (
    <main id="main" class="screen">
      <Head
        left={<h1>{say('names.phase.differ')}</h1>}
        right={pages.length > 1 ? say('screen.agreed.page', { at: page + 1, of: pages.length }) : ''}
      />
      {split.length ? (
        <div class="screen-differ">
          {(pages[page] ?? []).map(([item, found]) => (
            <section key={item.id}>
              <ItemWords item={item} />
              <Both found={found} />
            </section>
          ))}
        </div>
      ) : (
        <p class="screen-nothing">{say(asked ? 'screen.agreed.none_split' : 'screen.differ.ask')}</p>
      )}
      {missing.length > 0 && page + 1 >= pages.length && (
        <section class="screen-missing">
          <h2>{say('screen.differ.missing')}</h2>
          <ul>
            {missing.map(({ id, words, source }) => (
              <li key={id}>
                {words} <small>{source}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}
