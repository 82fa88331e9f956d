// How sure the room is, on the projector: while it is asked one quiet bar; then small strips, item by item.

import type { AskedShown, HoldsShown, Parts } from '../../contract';
import type { Links } from '../../shared/live/links';
import { fit, places } from '../../shared/strip/dots';
import type { Fit } from '../../shared/strip/dots';
import { Both, counts, isSplit, notTold, worded } from '../../shared/ui/agreed';
import { Agreement } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Progress } from '../board/placing';
import { packed, usePage } from '../pages';
import { Foot, Head, Late, Say } from '../parts';

const W = 640;
const BOX = 160;
const LANE = 120;
const PAGE = 8; // rows of one page, a split one counts two
type Row = [AskedShown, HoldsShown];
type Of = { parts: Parts['screen']; links: Links };

/** What stands on the screen in place of the picture, if anything. */
export function Agreed({ parts, links }: Of) {
  const { agreed } = parts;
  return agreed.on_screen && agreed.results ? <Told parts={parts} /> : <Asked parts={parts} links={links} />;
}

export const standsOnScreen = ({ agreed }: Parts['screen']) =>
  agreed && (agreed.state === 'open' || agreed.state === 'closing' || agreed.on_screen);

function Asked({ parts, links }: Of) {
  return (
    <main id="main" class="screen">
      <Head left={parts.session.scenario_title} />
      <Say title={say(`sureness.${parts.agreed.about}`)} say={say('screen.agreed.say')}>
        {parts.progress && <Progress progress={parts.progress} k={parts.session.k} />}
      </Say>
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  );
}

function Told({ parts }: { parts: Parts['screen'] }) {
  const { agreed } = parts;
  const rows = worded(agreed);
  const pages = packed(rows, PAGE, ([, found]) => (found.split ? 2 : 1));
  const page = usePage(pages.length);
  const shown = pages[page] ?? [];
  const height = shown.length > 4 ? 54 : 92;
  const piles = rows.map(([, found]) => [...(found.tallies ?? [0]), found.cannot ?? 0]);
  const sized = fit(piles, BOX - 6, LANE, height - 18, 9.3);
  const last = agreed.about === 'questions' ? 'sentence' : isSplit(agreed) ? '' : 'none_split';
  return (
    <main id="main" class="screen">
      <Head
        left={<h1>{say(`sureness.${agreed.about}`)}</h1>}
        right={
          pages.length > 1
            ? say('screen.agreed.page', { at: page + 1, of: pages.length })
            : say('screen.agreed.alone')
        }
      />
      <div class={shown.length > 4 ? 'holding holding--many' : 'holding'}>
        <div class="holding-heads">
          {(['yes', 'partly', 'no', 'cannot'] as const).map((id) => (
            <span>{say(`names.holds.${id}`)}</span>
          ))}
        </div>
        {shown.map((row) => (
          <One key={row[0].id} row={row} sized={sized} height={height} />
        ))}
      </div>
      {last && <p class="holding-last">{say(`screen.agreed.${last}`)}</p>}
      <Foot parts={parts} right={say('screen.verdict')} />
    </main>
  );
}

function One({ row: [item, found], sized, height }: { row: Row; sized: Fit; height: number }) {
  return (
    <div class="holding-row">
      <div class="holding-words">
        <ItemWords item={item} />
      </div>
      {found.tallies ? (
        <Dots found={found} sized={sized} height={height} />
      ) : (
        <p class="holding-few">{notTold(found)}</p>
      )}
      <span class="holding-mark">
        {found.split && <Agreement label="split" />}
        {found.why === 'stands' && <small>{say('screen.agreed.stands')}</small>}
      </span>
      <Both found={found} />
    </div>
  );
}

export function ItemWords({ item }: { item: AskedShown }) {
  if (item.what === 'question') return <p>{say(`names.quality.${item.id}`)}</p>;
  if (item.what === 'link')
    return (
      <p>
        <span class="typed">{item.first}</span> <b>{say(`names.joined.${item.kind}`)}</b>{' '}
        <span class="typed">{item.second}</span>
      </p>
    );
  return (
    <p>
      <b>{say(`names.sentence.${item.kind}`)}:</b> <span class="typed">{item.first}</span>
    </p>
  );
}

/** Yes, partly, no in boxes; who cannot say over a dotted line beside them. */
function Dots({ found, sized, height }: { found: HoldsShown; sized: Fit; height: number }) {
  const floor = height - 15;
  const ground = floor - 4 - sized.r;
  const pile = (n: number, centre: number, columns: number, off: string) =>
    places(n, columns).map(([step, row]) => (
      <circle
        class={`dot${off}`}
        cx={centre + step * (2 + sized.gap) * sized.r}
        cy={ground - row * (2 + sized.gap) * sized.r}
        r={sized.r}
      />
    ));
  return (
    <svg class="strip" role="img" aria-label={counts(found)} viewBox={`0 0 ${W} ${height}`}>
      {(found.tallies ?? []).map((n, at) => (
        <g>
          <rect class="cellbox" x={3 + at * BOX} y={floor} width={BOX - 6} height={12} rx={4} />
          {pile(n, BOX * (at + 0.5), sized.columns, '')}
        </g>
      ))}
      <line class="off-line" x1={W - LANE} x2={W} y1={floor + 6} y2={floor + 6} />
      {pile(found.cannot ?? 0, W - LANE / 2, sized.lane_columns, ' off')}
    </svg>
  );
}
