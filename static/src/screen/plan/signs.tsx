// When the room would do more, or less: four signs a side, who notices them and when, and the review last.

import type { Parts, SignShown } from '../../contract';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Foot, Head } from '../parts';

const STEPS = { up: 'M3 21 H9 V15 H15 V9 H21 V3', down: 'M3 3 H9 V9 H15 V15 H21 V21' };

export function SignsPage({ parts, page }: { parts: Parts['screen']; page: string }) {
  const { signs } = parts.plan;
  const review = signs.find((s) => s.side === 'review');
  return (
    <main id="main" class="screen">
      <Head
        left={<h1>{say('common.plan.signs.title')}</h1>}
        right={
          <span class="screen-cover">
            <span>{page || say('screen.plan.before')}</span>
          </span>
        }
      />
      <div class="screen-signs">
        {(['up', 'down'] as const).map((side) => (
          <Side key={side} side={side} signs={signs.filter((s) => s.side === side)} />
        ))}
      </div>
      {review && (
        <p class="screen-review">
          <Icon name="calendar" />
          <b>{say('common.plan.signs.review')}</b>
          <span class="typed">{review.text}</span>
          {review.who && <span class="typed">{review.who}</span>}
        </p>
      )}
      <Foot parts={parts} />
    </main>
  );
}

function Side({ side, signs }: { side: 'up' | 'down'; signs: SignShown[] }) {
  return (
    <section>
      <h2>
        <svg class="steps-drawn" viewBox="0 0 24 24" aria-hidden="true">
          <path d={STEPS[side]} />
        </svg>
        {say(`common.plan.signs.${side}`)}
      </h2>
      <ul>
        {signs.map((s) => (
          <li key={s.id}>
            <b class="typed">{s.text}</b>
            {s.who && <span class="typed">{s.who}</span>}
          </li>
        ))}
      </ul>
      {!signs.length && (
        <p class="none-yet">
          <Icon name="open" />
          {say('common.plan.open')}
        </p>
      )}
    </section>
  );
}
