// Many notes: each section a lane, one of them open; links in bundles beneath, never between two single notes.

import type { FormulationPart } from '../../contract';
import { classes } from '../../shared/ui/classes';
import { say } from '../../shared/ui/say';
import { Head } from '../parts';
import { HEIGHT, u } from '../units';
import { Joined } from './joined';
import { lanes, openNotes, openSection } from './lanes-layout';
import type { Bundle, Lane } from './lanes-layout';
import { LOOKS } from './picture';
import type { Pens } from './picture-layout';

const MOST_BARS = 9;

export function Lanes({ part, width, pens }: { part: FormulationPart; width: number; pens: Pens }) {
  const { lanes: all, bundles, titles, height, beside } = lanes(part, width, pens.titles);
  const at = part.sections.findIndex((s) => s.id === openSection(part));
  const right = [
    say('screen.formulation.notes', { n: part.notes.length }),
    part.links.length && say('screen.formulation.links', { n: part.links.length }),
    say('screen.formulation.section', { at: at + 1, of: part.sections.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Head left={<h1>{say('screen.formulation.title')}</h1>} right={right} />
      <div class="lanes" style={{ '--titles': u(titles), '--high': u(height) }}>
        {all.map((lane) => (
          <Lane key={lane.section.id} lane={lane} high={height} pens={pens} />
        ))}
      </div>
      <svg class="map" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={spoken(part, bundles)}>
        {bundles.map((bundle) => (
          <Bundle bundle={bundle} />
        ))}
        {bundles.map(
          (b) =>
            b.label && (
              <g>
                <circle class="many" cx={b.label.x} cy={b.label.y} r="25" />
                <text class="many-n" x={b.label.x} y={b.label.y + 12} font-size="34">
                  {b.n}
                </text>
              </g>
            ),
        )}
      </svg>
      {beside.notes > 0 && (
        <p class="sr">
          {say('screen.formulation.beside', {
            notes: say('screen.formulation.beside_notes', { n: beside.notes }),
            sections: say('screen.formulation.beside_sections', { n: beside.sections }),
          })}
        </p>
      )}
      <Joined part={part} low={true} />
    </>
  );
}

function Lane({ lane, high, pens }: { lane: Lane; high: number; pens: Pens }) {
  const { section, notes, open, x, w } = lane;
  const found = open ? openNotes(notes, w, high, pens.words) : null;
  return (
    <section class={open ? 'full' : 'thin'} style={{ left: u(x), width: u(w) }}>
      <h2>{section.title}</h2>
      <p class="n">{say('screen.formulation.notes', { n: notes.length })}</p>
      <ol>
        {found ? (
          <>
            {found.shown.map(({ note, lines }) => (
              <li key={note.id}>
                <span class="cut typed" style={{ '--lines': lines }}>
                  {note.text}
                </span>
              </li>
            ))}
            {found.more > 0 && <li class="more">{say('screen.formulation.more', { n: found.more })}</li>}
            {!notes.length && <li class="more">{say('screen.formulation.empty')}</li>}
          </>
        ) : (
          notes.slice(0, MOST_BARS).map((note) => <li key={note.id} />)
        )}
      </ol>
    </section>
  );
}

function Bundle({ bundle }: { bundle: Bundle }) {
  const { line, head, kind, full, thick } = bundle;
  const dash =
    kind === 'eases' ? `0.1 ${full ? 1.9 * thick : 9}` : kind === 'alternative' ? '4 10' : undefined;
  return (
    <g class={classes('bundle', LOOKS[kind], !full && 'thin')}>
      <path d={line} stroke-width={thick} stroke-dasharray={dash} stroke-linecap={dash ? 'round' : 'butt'} />
      <path class="head-line" d={head} stroke-width={full ? 4 : 3} />
    </g>
  );
}

/** What the bundles of the open lane say. */
function spoken(part: FormulationPart, bundles: Bundle[]) {
  const title = (id: string) => part.sections.find((s) => s.id === id)?.title ?? '';
  return (
    bundles
      .filter((b) => b.full)
      .map((b) => say(`screen.formulation.kinds.${b.kind}`, { from: title(b.from), to: title(b.to), n: b.n }))
      .join('; ') || say('screen.formulation.links', { n: part.links.length })
  );
}
