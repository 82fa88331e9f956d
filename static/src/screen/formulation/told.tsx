// The explanation in the facilitator's words, part by part: shown while no lane is open.

import { useMemo } from 'preact/hooks';
import type { FormulationPart } from '../../contract';
import { say, sayEach } from '../../shared/ui/say';
import { packed, usePage } from '../pages';
import { Head } from '../parts';
import { linesOf, measure, useWidth } from '../units';

const ROOM = 780; // units: what the parts may take
const LABEL = 380;
const SIZES = [52, 40, 34];
const APART = 52;

export const told = ({
  explanation,
}: Pick<FormulationPart, 'explanation'>): { id: string; name: string; text: string }[] =>
  Object.entries(sayEach('screen.formulation.parts'))
    .map(([id, name]) => ({ id, name, text: explanation[id as 'because']?.text ?? '' }))
    .filter((row) => row.text);

export function Told({ part }: { part: FormulationPart }) {
  const width = useWidth() - 192 - LABEL;
  const wide = useMemo(() => measure(400), []);
  const rows = told(part);
  const all = SIZES.map((size) =>
    packed(rows, ROOM, (row) => 1.3 * size * linesOf(row.text, size, width, wide) + APART),
  );
  const fits = all.findIndex((pages) => pages.length === 1);
  const pages = all[fits < 0 ? all.length - 1 : fits];
  const at = usePage(pages.length);
  const right = [
    say('screen.formulation.notes', { n: part.notes.length }),
    part.links.length && say('screen.formulation.links', { n: part.links.length }),
    pages.length > 1 && say('screen.page', { at: at + 1, of: pages.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Head left={<h1>{say('screen.formulation.title')}</h1>} right={right} />
      <dl class={`screen-told size-${(fits < 0 ? all.length - 1 : fits) + 1}`}>
        {pages[at].map((row) => (
          <div key={row.id}>
            <dt>{row.name}</dt>
            <dd class="typed">{row.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
