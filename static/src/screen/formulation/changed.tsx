// What changed in the explanation: three of each, then how many more. Nothing is struck through, nothing was wrong before.

import type { ComponentChildren } from 'preact';
import type { ChangedPart, FormulationPart, Parts } from '../../contract';
import { say } from '../../shared/ui/say';
import { occasion, placeOf } from '../../shared/ui/versions';
import { Foot, Head } from '../parts';

const SHOWN = 3;
const SIGNS = { added: 'M3 10h14M10 3v14', aside: 'M3 10h14', reworded: 'M2 8q4-5 8 0t8 0M2 14q4-5 8 0t8 0' };

export function Changed({ parts }: { parts: Parts['screen'] }) {
  const { changed: found, formulation: part } = parts;
  const first = found.versions.find((v) => v.id === found.first);
  const none = !found.added.length && !found.aside.length && !found.reworded.length;
  const given = parts.case?.information.find((one) => first?.number && one.number === first.number);
  return (
    <main id="main" class="screen">
      <Head left={<h1>{say('common.changed.title')}</h1>} right={occasion(first)} />
      {given && (
        <p class="screen-new cut typed">
          <b>{say('screen.changed.information', { n: given.number })}</b> {given.text}
        </p>
      )}
      {none ? (
        <p class="screen-nothing">{say('common.changed.nothing')}</p>
      ) : (
        <div class="screen-changed">
          <Column what="added" n={found.added.length}>
            <Pieces part={part} list={found.added} />
          </Column>
          <Column what="aside" n={found.aside.length}>
            <Pieces part={part} list={found.aside} />
          </Column>
          <Column what="reworded" n={found.reworded.length}>
            {found.reworded.slice(0, SHOWN).map((one) => (
              <li key={one.after} class="typed">
                <small>{one.before}</small>
                <i aria-hidden="true">↓</i>
                <b>{one.after}</b>
              </li>
            ))}
          </Column>
        </div>
      )}
      {found.stayed && (
        <p class="screen-stayed typed cut">{say('common.changed.stayed', { text: found.stayed })}</p>
      )}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}

function Column({ what, n, children }: { what: keyof typeof SIGNS; n: number; children: ComponentChildren }) {
  return (
    <section class={`is-${what}`}>
      <h2>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d={SIGNS[what]} />
        </svg>
        {say(`common.changed.${what}`)} <span>{n}</span>
      </h2>
      <ul>{children}</ul>
      {n > SHOWN && <p>{say('screen.changed.more', { n: n - SHOWN })}</p>}
    </section>
  );
}

const Pieces = ({ part, list }: { part: FormulationPart; list: ChangedPart['added'] }) => (
  <>
    {list.slice(0, SHOWN).map((one) => (
      <li key={`${one.text} ${one.second}`} class="typed">
        <small>{placeOf(part, one.what, one.place)}</small>
        <span>
          {one.text}
          {one.second && ` ${say(`names.joined.${one.place}`)} ${one.second}`}
        </span>
      </li>
    ))}
  </>
);
