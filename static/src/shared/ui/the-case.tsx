// The case at hand, as it is read on a phone and at a desk: opening, people, information so far, words used here.

import { useSignal } from '@preact/signals';
import type { CasePart, InformationGiven, SessionPart, TermShown } from '../../contract';
import { classes } from './classes';
import { called } from './people';
import { say } from './say';
import { pieces } from './terms';

/** `fresh`: the newest information stands out, for it has not been read. */
export function TheCase({
  session,
  parts,
  fresh = false,
}: {
  session: SessionPart;
  parts: CasePart;
  fresh?: boolean;
}) {
  const { information, terms } = parts;
  return (
    <div class="the-case">
      <p class="opening">
        <Worded text={session.opening} terms={terms} />
      </p>
      <h3>{say('common.case.people')}</h3>
      <ul class="who">
        {session.people.map((p) => (
          <li key={p.id}>
            {called(p) && <b>{called(p)}</b>}
            <span class="quiet">{p.note}</span>
          </li>
        ))}
      </ul>
      <h3>
        {say('common.case.information')} {information.length > 1 && <span>{say('common.case.newest')}</span>}
      </h3>
      {!information.length && <p class="quiet small">{say('common.case.none')}</p>}
      <ol class="given" reversed>
        {information.map((one, at) => (
          <Given key={one.id} one={one} parts={parts} fresh={fresh && at === 0} />
        ))}
      </ol>
      {terms.length > 0 && <Terms terms={terms} />}
    </div>
  );
}

function Given({ one, parts, fresh }: { one: InformationGiven; parts: CasePart; fresh: boolean }) {
  const cards = one.corrects.map((id) => parts.cards.find((c) => c.id === id)?.short ?? id);
  return (
    <li class={classes(fresh && 'is-new')}>
      <span class="n">{one.number}</span>
      <div>
        <p>
          <Worded text={one.text} terms={parts.terms} />
        </p>
        {cards.length > 0 && (
          <p class="tiny faint">{say('common.case.corrects', { cards: cards.join(' · ') })}</p>
        )}
      </div>
    </li>
  );
}

/** A text with its terms to tap; the meaning opens beneath, one at a time. */
export function Worded({ text, terms }: { text: string; terms: readonly TermShown[] }) {
  const open = useSignal('');
  const found = pieces(text, terms);
  const meant = terms.find((t) => t.term === open.value);
  return (
    <>
      {found.map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <button
            class="term"
            type="button"
            aria-expanded={open.value === piece.term.term}
            onClick={() => {
              open.value = open.value === piece.term.term ? '' : piece.term.term;
            }}
          >
            {piece.words}
          </button>
        ),
      )}
      {meant && (
        <span class="gloss" role="status">
          <b>{meant.term}:</b> <Meaning term={meant} />
        </span>
      )}
    </>
  );
}

function Meaning({ term: { meaning, formerly, since, source, checked } }: { term: TermShown }) {
  return (
    <>
      {meaning} {formerly && say('common.case.formerly', { name: formerly, since })}
      <small>{checked ? say('common.case.checked', { source, checked }) : source}</small>
    </>
  );
}

/** All words of the case, closed until somebody looks. */
function Terms({ terms }: { terms: readonly TermShown[] }) {
  return (
    <details class="terms">
      <summary>{say('common.case.terms')}</summary>
      <dl>
        {terms.map((t) => (
          <div key={t.term}>
            <dt>{t.term}</dt>
            <dd>
              <Meaning term={t} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
