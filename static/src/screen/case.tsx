// The case so far, on the projector when the facilitator asks for it: opening, people, information with the newest first.

import { useMemo } from 'preact/hooks';
import type { Parts } from '../contract';
import { Mark } from '../shared/ui/icons';
import { person } from '../shared/ui/people';
import { say } from '../shared/ui/say';
import { packed, usePage } from './pages';
import { Foot, Head } from './parts';
import { linesOf, measure, useWidth } from './units';

const ROOM = 480; // units: what information may take
const SIZE = 40;
const SIDES = 232 + 90; // units beside the words

export function Case({ parts }: { parts: Parts['screen'] }) {
  const { session } = parts;
  const { information } = parts.case;
  const wide = useMemo(() => measure(400), []);
  const width = useWidth() - SIDES;
  const pages = packed(information, ROOM, (i) => 1.3 * SIZE * linesOf(i.text, SIZE, width, wide) + 24);
  const at = usePage(Math.max(1, pages.length));
  const right = pages.length > 1 ? say('screen.page', { at: at + 1, of: pages.length }) : '';
  return (
    <main id="main" class="screen screen-case">
      <Head left={<Mark name={say('screen.case.title')} />} right={right} />
      <h1>{session.opening}</h1>
      <ul>
        {session.people.map((p) => (
          <li>{person(p)}</li>
        ))}
      </ul>
      {information.length > 0 && (
        <>
          <h2>
            {say('common.case.information')}{' '}
            {information.length > 1 && <span>{say('common.case.newest')}</span>}
          </h2>
          <ol>
            {pages[at].map((i) => (
              <li key={i.id}>
                <span class="n">{i.number}</span>
                <span>{i.text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <Foot parts={parts} />
    </main>
  );
}
