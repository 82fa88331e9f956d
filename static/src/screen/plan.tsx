// The plan as the room sees it: a missing action is a dashed hole beside its need.

import type { Parts, PlanPart } from '../contract';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { say, sayAround } from '../shared/ui/say';
import { usePage } from './pages';
import { bold, Foot, Head, Say } from './parts';
import { cover, groups, pages } from './plan-rows';
import type { Row } from './plan-rows';
import { Coverage } from './plan/coverage';
import { SignsPage } from './plan/signs';
import { u } from './units';

const ROOM = 784; // units: what the rows may take
const TALLEST = 190;
const MOST_BOXES = 8;

export function Screen({ parts }: { parts: Parts['screen'] }) {
  const { plan } = parts;
  const all = pages(groups(plan));
  const reached = plan.cells.length ? 1 : 0; // where it reaches comes first, signs last
  const count = all.length + reached + (plan.signs.length ? 1 : 0);
  const turned = usePage(count);
  const page = count > 1 ? say('screen.page', { at: turned + 1, of: count }) : '';
  if (reached && turned === 0) return <Coverage parts={parts} page={page} />;
  const at = turned - reached;
  if (plan.signs.length && at === all.length) return <SignsPage parts={parts} page={page} />;
  if (!all.length)
    return (
      <main id="main" class="screen">
        <Head />
        <Say title={say('screen.plan.none')} say={say('screen.plan.none_say')} />
        <Foot parts={parts} />
      </main>
    );
  const height = Math.min(TALLEST, ROOM / all[at].length);
  return (
    <main id="main" class="screen">
      <Head left={<h1>{say('screen.plan.title')}</h1>} right={<Cover plan={plan} page={page} />} />
      <table class="screen-plan">
        <thead>
          <tr>
            {[
              say('screen.plan.for'),
              say('screen.plan.action'),
              say('screen.plan.why'),
              say('screen.plan.who'),
              say('screen.plan.by'),
            ].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all[at].map((row) => (
            <Row key={row.id} row={row} height={height} />
          ))}
        </tbody>
      </table>
      <Foot parts={parts} />
    </main>
  );
}

function Row({ row, height }: { row: Row; height: number }) {
  const lines = { '--lines': Math.max(2, Math.floor((height - 24) / 41)) };
  const cell = (text: string) => (
    <span class="cut typed" style={lines}>
      {text}
    </span>
  );
  const style = { height: u(height) };
  if (row.kind === 'need') {
    return (
      <tr class="gap" style={style}>
        <td />
        <td>
          <span class="flag">
            <Icon name="open" />
            {say('screen.plan.open')}
          </span>
        </td>
        <td colspan={3}>{cell(row.need.text)}</td>
      </tr>
    );
  }
  const { action, why, who, by_when: by } = row.action;
  return (
    <tr class={classes(!row.first && 'same')} style={style}>
      {row.first ? <th scope="row">{row.target && say(`names.target.${row.target}`)}</th> : <td />}
      <td class="act">{cell(action)}</td>
      <td>{cell(why)}</td>
      <td>{cell(who)}</td>
      <td>{cell(by)}</td>
    </tr>
  );
}

function Cover({ plan, page }: { plan: PlanPart; page: string }) {
  const found = cover(plan);
  if (!found.of)
    return (
      <span class="screen-cover">
        <span>{say('screen.plan.actions', { n: plan.actions.length })}</span>
        {page && <span>{page}</span>}
      </span>
    );
  const boxes = found.of <= MOST_BOXES ? Array.from({ length: found.of }, (_, i) => i) : [];
  return (
    <span class="screen-cover">
      {boxes.length > 0 && (
        <svg viewBox={`0 0 ${58 * boxes.length + 2} 34`} aria-hidden="true">
          {boxes.map((i) => (
            <rect class={i < found.met ? 'on' : 'off'} x={2 + 58 * i} y="2" width="46" height="30" rx="6" />
          ))}
        </svg>
      )}
      <span>
        {sayAround(
          'screen.plan.needs',
          { n: found.of, met: say('screen.plan.met', { met: found.met, n: found.of }) },
          bold,
        )}
      </span>
      {page && <span>{page}</span>}
    </span>
  );
}
