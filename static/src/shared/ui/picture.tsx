// The picture of an explanation, on the screen and at the console: the server's own numbers, drawn as they come. Screen
// readers, and phones, get the same as a list: each area, its notes, and what each of them is joined to.

import type { CasePart, FormulationPart } from '../../contract';
import { classes } from './classes';
import { itself } from './note-kind';
import { baselines, broken, roomFor, SIZE } from './picture-words';
import { say } from './say';

type Drawn = NonNullable<FormulationPart['picture']>;
type Column = Drawn['columns'][number];
type Line = Drawn['lines'][number];
type Bundle = Drawn['bundles'][number];
type Box = Drawn['words'][number];

const PAD = 16; // before and after a note's words
const HEAD = 13; // of an arrow
const PATH = 8; // how thick the strongest path is

/** The whole picture; nothing before there is a note. An open area has what its notes say of themselves, where it fits. */
export function Picture({ part, parts }: { part: FormulationPart; parts: CasePart }) {
  const drawn = part.picture;
  if (!drawn) return null;
  const texts = new Map(part.notes.map((n) => [n.id, n.text]));
  const text = (id: string) => texts.get(id) ?? '';
  const about = new Map(part.lane ? part.notes.map((n) => [n.id, itself(n, parts).join(' · ')]) : []);
  const few = drawn.size === 'few';
  return (
    <div class={`picture is-${drawn.size}`}>
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
        {drawn.lines.map((line) => (
          <Curve key={line.id} line={line} head={few} width={(few ? 4 : 2) + line.strength - 1} />
        ))}
        {drawn.bundles.map((bundle) => (
          <Arc key={bundle.id} bundle={bundle} />
        ))}
        {drawn.bundles.map((bundle) => (
          <Many key={bundle.id} bundle={bundle} />
        ))}
        {drawn.columns.map((column) => (
          <Title key={column.id} column={column} drawn={drawn} />
        ))}
        {drawn.band && <Band band={drawn.band} drawn={drawn} />}
        {drawn.bars.map((box) => (
          <Bar key={box.id} box={box} told={drawn.words.some((w) => w.id === box.id)} />
        ))}
        {drawn.path.map((line) => (
          <Curve key={line.id} line={line} head={true} width={PATH} />
        ))}
        {drawn.words.map((box) => (
          <Words
            key={box.id}
            box={box}
            area={drawn.columns.find((c) => c.notes.includes(box.id))?.id ?? 'around'}
            text={text(box.id)}
            about={about.get(box.id) ?? ''}
          />
        ))}
      </svg>
      <Listed part={part} parts={parts} />
    </div>
  );
}

function Curve({ line, head, width }: { line: Line; head: boolean; width: number }) {
  const [x1, y1, bend, x2, y2] = line.at;
  const way = Math.sign(x2 - bend) || 1;
  return (
    <g class={classes(`picture-line is-${line.verb}`, width === PATH && 'is-path')} stroke-width={width}>
      <path data-link={line.id} d={`M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`} />
      {head && (
        <path
          class="head-line"
          d={`M${x2 - HEAD * way} ${y2 - HEAD}L${x2} ${y2}L${x2 - HEAD * way} ${y2 + HEAD}`}
        />
      )}
    </g>
  );
}

function Arc({ bundle }: { bundle: Bundle }) {
  const [x1, x2, y, deep] = bundle.at;
  const low = y + Math.round(deep / 0.75);
  const thick = Math.min(9, 3 + bundle.n);
  const dots = bundle.verb === 'eases' ? { strokeDasharray: `0.1 ${2 * thick}` } : undefined;
  return (
    <g class={`picture-line picture-arc is-${bundle.verb}`} stroke-width={thick}>
      <path style={dots} d={`M${x1} ${y}C${x1} ${low} ${x2} ${low} ${x2} ${y + 8}`} />
      <path class="head-line" d={`M${x2 - 9} ${y + 12}L${x2} ${y}L${x2 + 9} ${y + 12}`} />
    </g>
  );
}

/** How many links an arc holds, over all arcs. */
function Many({ bundle }: { bundle: Bundle }) {
  const [x1, x2, y, deep] = bundle.at;
  const middle = Math.round((x1 + x2) / 2);
  if (bundle.n < 2) return null;
  return (
    <>
      <circle class="many" cx={middle} cy={y + deep} r="21" />
      <text class="many-n" x={middle} y={y + deep + 12} font-size={SIZE}>
        {say('common.picture.count', { n: bundle.n })}
      </text>
    </>
  );
}

const COUNTED = 44; // units: what the number beside a title takes

function Title({ column, drawn }: { column: Column; drawn: Drawn }) {
  const [x, w] = column.at;
  const lines = broken(say(`names.area.${column.id}`), w - COUNTED, 2);
  const beneath = [...drawn.words, ...drawn.bars].filter(
    (b) => b.at[0] >= x && b.at[0] < x + w && b.at[1] < drawn.height - 60,
  );
  const last = Math.max(0, ...beneath.map((b) => b.at[1] + b.at[3]));
  return (
    <>
      {lines.map((line, at) => (
        <text class="picture-title" x={x} y={80 - 40 * (lines.length - 1 - at)} font-size={SIZE}>
          {line}
        </text>
      ))}
      <text class="picture-count" x={x + w} y={80} font-size={SIZE} text-anchor="end">
        {say('common.picture.count', { n: column.notes.length })}
      </text>
      {column.more > 0 && (
        <text class="picture-count" x={x} y={last + 36} font-size={SIZE}>
          {say('common.picture.more', { n: column.more })}
        </text>
      )}
    </>
  );
}

function Band({ band, drawn }: { band: NonNullable<Drawn['band']>; drawn: Drawn }) {
  const [y, h] = band.at;
  if (drawn.size === 'few') return null;
  const base = baselines(1, y, h)[0];
  return (
    <>
      <rect class="picture-band" x="0" y={y} width={drawn.width} height={h} rx="14" />
      <text class="picture-title" x={24} y={base} font-size={SIZE}>
        {say('names.area.around')}
      </text>
      <text class="picture-count" x={drawn.width - 24} y={base} font-size={SIZE} text-anchor="end">
        {say('common.picture.up', { notes: band.notes.length, n: band.links })}
      </text>
    </>
  );
}

function Bar({ box, told }: { box: Box; told: boolean }) {
  const [x, y, w, h] = box.at;
  return (
    <>
      <rect class="picture-slot" data-note={box.id} x={x} y={y} width={w} height={h} rx="5" />
      <rect
        class={classes('picture-bar', told && 'is-told')}
        x={x + 12}
        y={y + h / 2 - 3}
        width={box.bar}
        height="6"
        rx="3"
      />
    </>
  );
}

function Words({ box, area, text, about }: { box: Box; area: string; text: string; about: string }) {
  const [x, y, w, h] = box.at;
  const lines = broken(text, w - 2 * PAD, roomFor(h));
  const beneath = broken(about, w - 2 * PAD, roomFor(h) - lines.length);
  const at = baselines(lines.length + beneath.length, y, h);
  return (
    <g class={`picture-words is-${area}`}>
      <rect data-note={box.id} x={x} y={y} width={w} height={h} rx="14" />
      {lines.map((line, n) => (
        <text class="typed" x={x + PAD} y={at[n]} font-size={SIZE}>
          {line}
        </text>
      ))}
      {beneath.map((line, n) => (
        <text class="picture-count" x={x + PAD} y={at[lines.length + n]} font-size={SIZE}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** What the lines mean. */
export const Key = () => (
  <span class="picture-key" aria-hidden="true">
    {(['because', 'eases', 'else'] as const).map((verb) => (
      <span>
        <svg class={`picture-line is-${verb}`} viewBox="0 0 60 20" stroke-width="4">
          <path d="M3 10h54" />
        </svg>
        {say(`common.picture.key.${verb}`)}
      </span>
    ))}
  </span>
);

/** All of it in words: what a screen reader gets everywhere, and what a phone shows. */
function Listed({ part, parts }: { part: FormulationPart; parts: CasePart }) {
  const areas = new Map<string, FormulationPart['notes']>();
  const { columns = [], band = null } = part.picture ?? {};
  for (const { id, notes } of [...columns, ...(band ? [{ id: 'around', notes: band.notes }] : [])])
    if (notes.length)
      areas.set(
        id,
        notes.flatMap((note) => part.notes.find((n) => n.id === note) ?? []),
      );
  return (
    <ul class="picture-list sr">
      {[...areas].map(([area, notes]) => (
        <li key={area}>
          <b>{say(`names.area.${area}`)}</b>
          <ul>
            {notes.map((note) => (
              <li key={note.id}>
                <span class="typed">{note.text}</span> {itself(note, parts).join(' · ')}
                <Joined part={part} id={note.id} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Joined({ part, id }: { part: FormulationPart; id: string }) {
  const links = part.links.filter((x) => x.source === id);
  if (!links.length) return null;
  return (
    <ul>
      {links.map((x) => (
        <li key={x.id}>
          {say(`common.picture.${x.kind}`)}{' '}
          <span class="typed">{part.notes.find((n) => n.id === x.target)?.text ?? ''}</span>
          {x.support ? ` · ${say('common.formulation.phones', { n: x.support })}` : ''}
        </li>
      ))}
    </ul>
  );
}
