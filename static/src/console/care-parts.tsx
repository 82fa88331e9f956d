// What stands on the desk for welfare and questions. A question that sounds like a real case is folded until it is read.

import { useSignal } from '@preact/signals';
import type { CarePart, Commands, Parts, QuestionAtDesk, SaidShown } from '../contract';
import { useNow } from '../shared/live/now';
import { classes } from '../shared/ui/classes';
import { Icon } from '../shared/ui/icons';
import { identifying } from '../shared/ui/identifying';
import { say } from '../shared/ui/say';
import { Preview } from './preview';

type Word = Commands['session.tell']['what'];
type MaySend = 'session.tell' | 'questions.mark';

/** What such a desk has: the parts of a facilitator, and three commands. */
export interface CareDesk {
  part: <N extends keyof Parts['facilitator']>(name: N) => Parts['facilitator'][N];
  session: string;
  post: <N extends MaySend>(name: N, body: Commands[N]) => void;
}

const WORDS: readonly Word[] = ['slow', 'break_soon', 'blank', 'with_somebody'];
const LONG = 30; // minutes after which it is asked how somebody is

const tell = (room: CareDesk, what: Word, question = '') => room.post('session.tell', { what, question });

/** Whether a text is about somebody real, as far as it is written so. */
export const soundsReal = (text: string) => identifying(text) !== '';

export function Left({ room }: { room: CareDesk }) {
  const { steps, position } = room.part('agenda');
  const next = steps[position + 1];
  return (
    <section class="left">
      <Preview room={room} />
      <p class="cant">
        <Icon name="lock" />
        <span>
          <b>{say('console.care.cannot')}</b> {say('console.care.cannot_more')}
        </span>
      </p>
      <h2>{say('console.care.to_lead')}</h2>
      <div class="chips">
        {WORDS.map((what) => (
          <button key={what} class="chip" type="button" onClick={() => tell(room, what)}>
            {say(`console.care.said.${what}`)}
          </button>
        ))}
      </div>
      <ul role="status">
        {room.part('care').said.map((one) => (
          <Sent key={one.id} one={one} />
        ))}
      </ul>
      <h2>{say('console.care.next')}</h2>
      <p class="small quiet">{next ? next.title : say('console.care.last')}</p>
    </section>
  );
}

function Sent({ one }: { one: SaidShown }) {
  const what = say(`console.care.said.${one.what}`);
  return (
    <li class="state state--small">
      <Icon name={one.seen ? 'check' : 'waiting'} />
      {say(one.seen ? 'console.care.seen' : 'console.care.waits', { what })}
    </li>
  );
}

export function Questions({ room }: { room: CareDesk }) {
  const inbox = room.part('questions')?.inbox ?? []; // none once the session has ended
  const offered = new Set(
    room.part('care').said.flatMap((one) => (one.question && !one.seen ? [one.question] : [])),
  );
  const fresh = inbox.filter((q) => q.state === 'inbox' && !offered.has(q.id));
  const withLead = inbox.filter((q) => !['inbox', 'hidden'].includes(q.state) || offered.has(q.id));
  return (
    <>
      <h1>
        {say('console.care.questions')}{' '}
        <span class="small quiet">{say('console.care.waiting', { n: fresh.length })}</span>
      </h1>
      <p class="aid">{say('console.questions.aid')}</p>
      {fresh.length ? (
        <ul class="ql">
          {fresh.map((q) => (
            <Question key={q.id} room={room} question={q} />
          ))}
        </ul>
      ) : (
        <p class="quiet">{say('console.care.none')}</p>
      )}
      {withLead.length > 0 && (
        <>
          <h2>
            {say('console.care.with_lead')} <span class="small quiet">{withLead.length}</span>
          </h2>
          <ul class="ql done">
            {withLead.map((q) => (
              <li key={q.id}>
                <p class="typed">{q.text}</p>
                <span class="small quiet">
                  {say(`console.care.states.${q.state === 'inbox' ? 'asked' : q.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Question({ room, question: { id, text } }: { room: CareDesk; question: QuestionAtDesk }) {
  const real = soundsReal(text);
  const read = useSignal(!real);
  const hide = () => room.post('questions.mark', { question: id, state: 'hidden' });
  if (real)
    return (
      <li class="flag">
        <p>
          <Icon name="refused" />
          {say('console.care.real')}
        </p>
        <p class="small">{say('console.care.real_more')}</p>
        {read.value && <p class="typed">{text}</p>}
        <div>
          <Act words={say('console.care.real_say')} onClick={() => tell(room, 'procedure')} />
          <Act
            words={say(read.value ? 'console.care.fold' : 'console.care.read')}
            onClick={() => {
              read.value = !read.value;
            }}
          />
          <Act words={say('console.care.delete')} onClick={hide} />
        </div>
      </li>
    );
  return (
    <li>
      <p class="typed">{text}</p>
      <div>
        <Act words={say('console.care.offer')} onClick={() => tell(room, 'question', id)} />
        <Act words={say('console.care.park')} onClick={() => tell(room, 'park', id)} />
        <Act words={say('console.care.hide')} onClick={hide} />
      </div>
    </li>
  );
}

const Act = ({ words, onClick }: { words: string; onClick: () => void }) => (
  <button class="linkish" type="button" onClick={onClick}>
    {words}
  </button>
);

/** In steps of k; under that it is not said whether anybody is. */
const about = (n: number) => (n ? say('console.care.some', { n }) : say('console.care.few'));

function Numbers({ care }: { care: CarePart }) {
  return (
    <ul class="nums">
      <li class={classes(!care.out && 'is-few')}>
        <b>{about(care.out)}</b>
        <span>{say('console.care.out')}</span>
      </li>
      <li class={classes(!care.back && 'is-few')}>
        <b>{about(care.back)}</b>
        <span>{say('console.care.back')}</span>
      </li>
    </ul>
  );
}

export function Welfare({ room }: { room: CareDesk }) {
  const { word } = room.part('session');
  return (
    <aside aria-label={say('console.care.welfare')}>
      <section>
        <h2>{say('console.care.welfare')}</h2>
        <Numbers care={room.part('care')} />
        <p class="aid">{say('console.care.floor')}</p>
      </section>
      {word && (
        <section class="want" role="status">
          <p>
            <Icon name="ask" />
            <b>{say('console.care.word')}</b>
          </p>
          <p class="small quiet">{say('console.care.word_say')}</p>
          <div>
            <Act words={say('console.care.say_it')} onClick={() => tell(room, 'trainer')} />
            <Act words={say('console.care.show_support')} onClick={() => tell(room, 'support')} />
          </div>
        </section>
      )}
      <section class="offer">
        <h2>{say('console.care.everybody')}</h2>
        <Offer room={room} what="quiet" />
        <Offer room={room} what="support" />
        <p class="aid">{say('console.care.offer_more')}</p>
      </section>
      <You />
    </aside>
  );
}

const Offer = ({ room, what }: { room: CareDesk; what: 'quiet' | 'support' }) => (
  <button class="button button--second button--wide" type="button" onClick={() => tell(room, what)}>
    <Icon name={what === 'quiet' ? 'waiting' : 'info'} />
    {say(`console.care.offers.${what}`)}
  </button>
);

/** Who looks after others is asked too; since when this page is open is known here alone. */
function You() {
  const now = useNow();
  const since = useSignal(now);
  const n = Math.floor((now - since.value) / 60);
  if (!n) return null;
  return (
    <section class="own">
      <h2>{say('console.care.you')}</h2>
      <p class="small quiet">
        {say('console.care.listened', { n })} {n >= LONG && say('console.care.swap')}
      </p>
    </section>
  );
}
