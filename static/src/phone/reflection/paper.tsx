// The takeaway on paper, and the file that is saved: the same, with one's own placings only where they were asked for.

import type { ComponentChildren } from 'preact';
import { say } from '../../shared/ui/say';
import { byNation } from '../../shared/ui/support';
import { Explained, Placings, Plan, Stages, Terms } from './parts';
import type { Takeaway } from './parts';

export const day = (date: Date) =>
  date.toLocaleDateString(document.documentElement.lang || 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** `mine`: with one's own placings. `later`: the day in six weeks. */
export function Paper({ of, mine, today, later }: { of: Takeaway; mine: boolean; today: Date; later: Date }) {
  return (
    <main class="take-paper">
      <header class="run">
        <b>{say('common.page.product')}</b> <span>{say('phone.takeaway.paper.made')}</span>
      </header>
      <h1>{say('phone.takeaway.paper.title')}</h1>
      <p class="lead">{say('phone.takeaway.paper.of', { title: of.title, day: day(today) })}</p>
      <div class="one">
        <div>
          <p class="yours">{say('phone.takeaway.will')}</p>
          <p class="will typed">{of.will || ' '}</p>
        </div>
        <div>
          <b>{say('phone.takeaway.paper.later')}</b>
          <p>{say('phone.takeaway.paper.later_day', { day: day(later) })}</p>
        </div>
      </div>
      {mine && (
        <Part title={say('phone.takeaway.paper.placings')}>
          <p class="aid">{say('phone.takeaway.paper.legend')}</p>
          <Placings of={of} />
        </Part>
      )}
      <Part title={say('phone.takeaway.stages')}>
        <Stages of={of} />
      </Part>
      <div class="two">
        <Part title={say('phone.takeaway.plan')}>
          <Plan of={of} />
        </Part>
        <Part title={say('phone.takeaway.explanation')}>
          <Explained of={of} />
        </Part>
      </div>
      <Sources of={of} />
      {of.terms.length > 0 && (
        <Part title={say('phone.takeaway.terms')}>
          <Terms of={of} />
        </Part>
      )}
      {of.needs.length > 0 && (
        <Part title={say('phone.takeaway.need')}>
          <p class="typed">{of.needs.join(' · ')}</p>
        </Part>
      )}
      <Part title={say('phone.takeaway.paper.notes')}>
        <div class="ruled" />
      </Part>
      <footer class="run">
        <span>{say('common.page.aid')}</span> <span>{say('phone.takeaway.paper.as_note')}</span>
      </footer>
    </main>
  );
}

/** Support in words alone: a paper has nothing to tap. */
const Sources = ({ of: { resources } }: { of: Takeaway }) => (
  <Part title={say('phone.takeaway.support')}>
    <ul class="sources many">
      {byNation(resources).flatMap(({ nation, list }) =>
        list.map((r) => (
          <li key={`${nation} ${r.title}`}>
            <b>{nation ? `${say(`common.nations.${nation}`)} · ${r.title}` : r.title}</b> {r.text}{' '}
            {[r.number, r.hours, host(r.url)].filter(Boolean).join(' · ')}
          </li>
        )),
      )}
    </ul>
  </Part>
);

const host = (url: string) => url.replace('https://', '').replace(/\/$/, '');
