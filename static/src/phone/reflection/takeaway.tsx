// What somebody takes with them: seen here, saved, printed, or put into a calendar. The phone makes all of it by itself.

import { useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { newId } from '../../shared/live/connection';
import type { Phone } from '../../shared/live/room';
import { useBack } from '../../shared/ui/back';
import { Icon } from '../../shared/ui/icons';
import { say } from '../../shared/ui/say';
import { Support } from '../../shared/ui/support';
import { BackButton, Top } from '../controls';
import { taking } from '../taking';
import { entry, sixWeeksOn } from './entry';
import { Paper } from './paper';
import { Explained, Placings, Plan, Stages, takeaway, Terms } from './parts';
import type { Takeaway } from './parts';
import { file, save } from './saving';

const back = () => {
  taking.value = false;
};

export function Taking({ room }: { room: Phone }) {
  const mine = useSignal(false);
  const of = takeaway(room);
  const today = new Date();
  const later = sixWeeksOn(today);
  const paper = <Paper of={of} mine={mine.value} today={today} later={later} />;
  useBack(true, back);
  useEffect(() => {
    document.getElementById('main')?.focus({ preventScroll: true });
    scrollTo(0, 0);
    document.documentElement.classList.add('is-taking');
    return () => document.documentElement.classList.remove('is-taking');
  }, []);
  const onSave = () =>
    save(say('phone.takeaway.file'), file(say('phone.takeaway.paper.title'), paper), 'text/html');
  return (
    <>
      <Top
        left={<BackButton onClick={back} />}
        title={say('phone.takeaway.short')}
        right={
          <button type="button" onClick={onSave}>
            <Icon name="download" />
            {say('phone.takeaway.save')}
          </button>
        }
      />
      <main id="main" tabindex={-1} class="taking">
        <h1>{say('phone.takeaway.title')}</h1>
        <p class="small quiet">{say('phone.takeaway.made')}</p>
        <OneThing of={of} later={later} />
        <Mine of={of} mine={mine} />
        <Closed of={of} />
        <div class="end">
          <button class="button button--wide" type="button" onClick={onSave}>
            <Icon name="download" />
            {say('phone.takeaway.save')}
          </button>
          <p class="aid">{say('phone.takeaway.refused')}</p>
          <p class="aid">{say('phone.takeaway.stays')}</p>
          <button class="button button--wide button--second" type="button" onClick={room.leave}>
            {say('phone.reflection.leave')}
          </button>
        </div>
      </main>
      <div class="on-paper">{paper}</div>
    </>
  );
}

/** Off until somebody ticks it, each time anew; why is said beneath. */
function Box({ on, words, why }: { on: Signal<boolean>; words: string; why: string }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={on.value}
        onChange={(e) => {
          on.value = e.currentTarget.checked;
        }}
      />
      <span>
        {words}
        <small>{why}</small>
      </span>
    </label>
  );
}

function OneThing({ of: { will }, later }: { of: Takeaway; later: Date }) {
  const words = useSignal(false);
  const onCalendar = () => {
    const own = words.value && will ? `\n${will}` : '';
    const text = `${say('phone.takeaway.entry.text')}${own}`;
    const made = entry({ day: later, uid: newId(), title: say('phone.takeaway.entry.title'), text });
    save(say('phone.takeaway.entry.file'), made, 'text/calendar');
  };
  return (
    <section class="sheet do">
      <h2 class="yours small">
        <i />
        {say('phone.takeaway.will')}
      </h2>
      {will ? <p class="typed">{will}</p> : <p class="quiet">{say('phone.takeaway.none')}</p>}
      <div class="two-ways">
        <button class="button button--second" type="button" onClick={onCalendar}>
          <Icon name="calendar" />
          {say('phone.takeaway.calendar')}
        </button>
        <button class="button button--second" type="button" onClick={() => print()}>
          <Icon name="printer" />
          {say('phone.takeaway.print')}
        </button>
      </div>
      {will && (
        <>
          <p class="aid">{say('phone.takeaway.goes')}</p>
          <Box on={words} words={say('phone.takeaway.words_in')} why={say('phone.takeaway.words_why')} />
        </>
      )}
    </section>
  );
}

function Mine({ of, mine }: { of: Takeaway; mine: Signal<boolean> }) {
  return (
    <section>
      <h2>{say('phone.takeaway.placings')}</h2>
      {of.moves.length > 0 && <p class="small quiet">{say('phone.takeaway.legend')}</p>}
      <Placings of={of} />
      {of.moves.length > 0 && (
        <Box on={mine} words={say('phone.takeaway.mine')} why={say('phone.takeaway.mine_why')} />
      )}
    </section>
  );
}

/** What the room made and what words mean, closed until somebody looks. */
function Closed({ of }: { of: Takeaway }) {
  return (
    <>
      <More title="stages">
        <Stages of={of} />
      </More>
      {of.terms.length > 0 && (
        <More title="terms">
          <Terms of={of} />
        </More>
      )}
      <More title="plan">
        <Plan of={of} />
      </More>
      <More title="explanation">
        <Explained of={of} />
      </More>
      {of.needs.length > 0 && (
        <More title="need">
          <p class="typed">{of.needs.join(' · ')}</p>
        </More>
      )}
      <More title="support">
        <Support resources={of.resources} />
      </More>
    </>
  );
}

const More = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <details>
    <summary>{say(`phone.takeaway.${title}`)}</summary>
    {children}
  </details>
);
