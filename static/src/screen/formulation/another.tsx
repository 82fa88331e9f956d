// Two explanations side by side, as large as each other, with what each fits with, what neither accounts for and what
// would tell them apart. Where nobody has offered a second one its box stays open, with a question.

import { useMemo } from 'preact/hooks';
import type { FormulationPart } from '../../contract';
import { aloud } from '../../shared/ui/aloud';
import { APART } from '../../shared/ui/another';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Head } from '../parts';
import { measure, useWidth } from '../units';
import { apartLines, both } from './both';
import { told } from './told';

export function Another({ part }: { part: FormulationPart }) {
  const { rival } = part.explanation;
  const width = useWidth();
  const wide = useMemo(() => measure(600), []);
  const written = told(part).filter(({ id }) => id === 'because' || id === 'kept_going');
  const said = written.map(({ text }) => text).join(' ') || aloud(part.aloud);
  const rows = rowsOf(part);
  const { size, lines } = both([[said, rival.text], ...rows.map((r) => r.texts)], width, wide);
  const box = (at: 0 | 1, text: string) => (
    <>
      <p class="typed" style={clamped(lines[0])}>
        {text}
      </p>
      {rows.map(({ of, texts }, row) => (
        <Row key={of} of={of} text={texts[at]} lines={lines[row + 1]} />
      ))}
    </>
  );
  return (
    <>
      <Head
        left={<h1>{say('screen.formulation.another.title')}</h1>}
        right={say('screen.formulation.another.held')}
      />
      <div class={`screen-both size-${size}`}>
        <section>
          <h2>{say('screen.formulation.another.ours')}</h2>
          {box(0, said)}
        </section>
        <section class="is-other">
          <h2>{say('screen.formulation.another.rival')}</h2>
          {rival.text ? box(1, rival.text) : <p>{say('screen.formulation.another.none')}</p>}
        </section>
      </div>
      <Apart part={part} width={width} />
    </>
  );
}

/** What is said of both: what they fit with, once it is said of one of them; and what neither accounts for. */
function rowsOf({ explanation: told }: FormulationPart) {
  const fits = [told.ours_fits.text, told.rival_fits.text];
  const leaves = { of: 'leaves', texts: [told.ours_leaves.text, told.rival_leaves.text] };
  return fits.some(Boolean) ? [{ of: 'fits', texts: fits }, leaves] : [leaves];
}

const clamped = (lines: number) => ({ WebkitLineClamp: String(lines) });

/** Asked of both: an empty line stays a line. */
const Row = ({ of, text, lines }: { of: string; text: string; lines: number }) => (
  <div class="of-both">
    <h3>{say(`screen.formulation.another.${of}`)}</h3>
    <p class="typed" style={clamped(lines)}>
      {text || '…'}
    </p>
  </div>
);

function Apart({ part, width }: { part: FormulationPart; width: number }) {
  const wide = useMemo(() => measure(400), []);
  const apart = APART.map((id) => part.explanation[id].text).filter(Boolean);
  const lines = apartLines(apart, width, wide);
  return (
    <div class="screen-apart">
      <h2>{say('screen.formulation.another.apart')}</h2>
      {apart.length ? (
        <ul>
          {apart.map((text, at) => (
            <li key={text} class="typed">
              <Icon name="know" />
              <span style={clamped(lines[at])}>{text}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{say('screen.formulation.another.say')}</p>
      )}
    </div>
  );
}
