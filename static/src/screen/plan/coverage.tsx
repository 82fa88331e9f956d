// Where the plan reaches, on the projector: every place with its actions, a dashed hole, or a short dash; and what is loose.

import type { CellShown, Parts, PlanPart } from '../../contract';
import { classes } from '../../shared/ui/classes';
import { Icon } from '../../shared/ui/icons';
import { reach, rowName } from '../../shared/ui/places';
import { say, sayAround } from '../../shared/ui/say';
import { bold, Foot, Head } from '../parts';

const MOST_BLOCKS = 3;
const MOST_LOOSE = 2; // in words; of more, how many

export function Coverage({ parts, page }: { parts: Parts['screen']; page: string }) {
  const { plan } = parts;
  const { n, filled, open } = reach(plan);
  const met = say('screen.plan.met', { met: filled, n });
  return (
    <main id="main" class="screen">
      <Head
        left={<h1>{say('screen.plan.reach')}</h1>}
        right={
          <span class="screen-cover">
            <span>{sayAround('screen.plan.places', { n, open, met }, bold)}</span>
            {page && <span>{page}</span>}
          </span>
        }
      />
      <table class="screen-reach">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">{say('common.plan.target')}</span>
            </th>
            {plan.kinds.map((kind) => (
              <th scope="col">{kind.name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.targets.map((target) => (
            <tr key={target}>
              <th scope="row">{rowName(target)}</th>
              {plan.cells
                .filter((cell) => cell.target === target)
                .map((cell) => (
                  <td key={cell.kind}>
                    <Cell cell={cell} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Beneath plan={plan} />
      <Foot parts={parts} />
    </main>
  );
}

function Cell({ cell: { actions, state } }: { cell: CellShown }) {
  return (
    <span class={classes('reach', `reach--${state}`)}>
      {state === 'open' && (
        <>
          <Icon name="open" />
          {say('common.plan.open')}
        </>
      )}
      {state === 'aside' && <span aria-label={say('common.plan.aside')}>—</span>}
      {state === 'filled' && (
        <>
          {Array.from({ length: Math.min(MOST_BLOCKS, actions) }, (_, i) => (
            <i key={i} class="block" />
          ))}
          <b>{actions}</b>
        </>
      )}
    </span>
  );
}

/** What is missing besides: actions without a need, targets without anything; of an empty plan, where to begin. */
function Beneath({ plan }: { plan: PlanPart }) {
  if (!plan.actions.length) return <p class="reach-beneath">{say('common.plan.begin')}</p>;
  if (!plan.loose.length)
    return plan.bare.length ? (
      <p class="reach-beneath">{say('common.plan.bare', { who: plan.bare.map(rowName).join(', ') })}</p>
    ) : null;
  const loose = plan.actions.filter((a) => plan.loose.includes(a.id));
  return (
    <div class="reach-beneath">
      <b>{say('common.plan.loose', { n: loose.length })}</b>
      {loose.slice(0, MOST_LOOSE).map((a) => (
        <span key={a.id} class="loose typed">
          {a.action}
        </span>
      ))}
      <span>{say('common.plan.each_for')}</span>
    </div>
  );
}
