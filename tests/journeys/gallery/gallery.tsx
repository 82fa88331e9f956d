// Draws the strips of the gallery with the real component. Nothing here is used by the product.

import { Agreement } from '../../../static/src/shared/ui/icons';
import { Axis, Key, Movement } from '../../../static/src/shared/strip/around';
import { Strip } from '../../../static/src/shared/strip/strip';
import type { StripProps } from '../../../static/src/shared/strip/strip';
import { BothEnds } from '../../../static/src/shared/strip/upright';
import { render } from 'preact';

import ENGLISH from '../../../words/en.json';
import { give } from '../../../static/src/shared/ui/say';

give(ENGLISH, 'en-GB');

const stages = (...names: string[]) => ({ stages: names.map((name, at) => ({ id: `s${at}`, name })) });
const FIVE = stages('Developmentally expected', 'Inappropriate', 'Problematic', 'Abusive', 'Violent');
const FOUR = stages('Developmentally typical', 'Inappropriate', 'Problematic', 'Harmful');
const CAMPS = {
  low: { first: 0, last: 1, n: 10, reasons: ['Consent', 'Motive', 'How often'] },
  high: { first: 3, last: 4, n: 8, reasons: ['Consent', 'Secrecy', 'Effect on others'] },
};
const SPLIT = {
  scale: FIVE,
  tallies: [1, 9, 3, 8, 0],
  needToKnow: 3,
  label: 'split',
  camps: CAMPS,
  topics: ['Consent', 'age'],
};
const SHIFT = {
  scale: FIVE,
  tallies: [1, 7, 13, 2, 0],
  needToKnow: 1,
  before: { tallies: [1, 9, 3, 8, 0], need_to_know: 3 },
  label: 'neighbouring',
};
const QUEUE: [string, number[], number, string][] = [
  ['Kept an image after a relationship', [1, 9, 3, 8, 0], 3, 'split'],
  ['Posted scores for appearance', [1, 7, 9, 5, 0], 2, 'spread'],
  ['Asked a partner once; accepted no', [8, 10, 4, 1, 0], 1, 'spread'],
  ['Made a second account after a block', [0, 2, 11, 10, 0], 1, 'neighbouring'],
  ['Repeated a request after a refusal', [0, 1, 10, 12, 0], 1, 'neighbouring'],
  ['Was sent an image unasked; deleted it', [20, 2, 1, 0, 0], 1, 'settled'],
];
const AMONG = QUEUE.map(([, tallies, off]) => [...tallies, off]);

const pages: Record<string, () => any> = {
  strips: () => (
    <div style={{ maxWidth: '1140px', margin: '0 auto', padding: '20px' }}>
      {(
        [
          ['5 people. Spread.', { scale: FIVE, tallies: [0, 2, 2, 1, 0], needToKnow: 0, label: 'spread' }],
          ['24 people, split, one’s own dot.', { ...SPLIT, own: 's1' }],
          ['24 people, before and after.', SHIFT],
          [
            '150 people. Spread, median.',
            { scale: FIVE, tallies: [6, 41, 52, 33, 6], needToKnow: 12, label: 'spread', median: 's2' },
          ],
          [
            'Four stages.',
            {
              scale: FOUR,
              tallies: [0, 10, 9, 2],
              needToKnow: 3,
              label: 'neighbouring',
              median: 's2',
              own: '',
            },
          ],
          [
            'Three stages.',
            {
              scale: stages('First', 'Second', 'Third'),
              tallies: [3, 10, 9],
              needToKnow: 0,
              label: 'spread',
              median: 's1',
            },
          ],
          [
            '400 people.',
            {
              scale: FIVE,
              tallies: [14, 118, 161, 84, 9],
              needToKnow: 14,
              label: 'spread',
              median: 's2',
              own: 's3',
            },
          ],
          [
            'A thousand, all in one.',
            { scale: FIVE, tallies: [0, 0, 1000, 0, 0], needToKnow: 0, label: 'settled', median: 's2' },
          ],
          ['Four people.', { scale: FIVE, tallies: [0, 2, 1, 1, 0], needToKnow: 0 }],
          [
            'Both ends next to each other, long reasons.',
            {
              scale: FOUR,
              tallies: [9, 1, 9, 2],
              needToKnow: 30,
              label: 'split',
              camps: {
                low: {
                  first: 0,
                  last: 0,
                  n: 9,
                  reasons: ['Power or age gap', 'Effect on others', 'How often it happened'],
                },
                high: {
                  first: 2,
                  last: 3,
                  n: 11,
                  reasons: ['Power or age gap', 'Effect on others', 'How often it happened'],
                },
              },
            },
          ],
        ] as [string, StripProps][]
      ).map(([words, props]) => (
        <>
          <p class="quiet small">{words}</p>
          <Strip {...props} />
        </>
      ))}
      <Movement movement={{ typical: 7, same: 9, harmful: 5 }} ends={['typical', 'harmful']} page={true} />
      <div style={{ width: '250px' }}>
        <Axis stages={5} />
        {QUEUE.map(([, tallies, off, label]) => (
          <Strip scale={FIVE} tallies={tallies} needToKnow={off} label={label} size={'list'} among={AMONG} />
        ))}
      </div>
    </div>
  ),
  focus: () => (
    <div class="screen focus">
      <div class="head">
        <span>Ash, 15 · Card 5 of 8</span>
        <Agreement label="split" pill={true} />
      </div>
      <h1>Kept an image a partner had sent after the relationship ended</h1>
      <Strip {...SPLIT} size="screen" fills={true} motion="reveal" />
      <p class="screen-prompt">Both ends named consent. What does each mean by it?</p>
      <footer class="foot">
        <span>The group chat · fictional</span>
        <span>A training aid, not an assessment tool</span>
      </footer>
    </div>
  ),
  shift: () => (
    <div class="screen shift">
      <div class="head">
        <span>Ash, 15 · Card 5 of 8</span>
        <span class="agree-from">
          <Agreement label="split" />
          <svg viewBox="0 0 44 24" aria-hidden="true">
            <path d="M3 12h37M31 4l9 8-9 8" />
          </svg>
          <Agreement label="neighbouring" pill={true} />
        </span>
      </div>
      <h1>Kept an image a partner had sent after the relationship ended</h1>
      <p class="quote">
        <b>New information</b>Ash and Bo were together for ten months. Bo says messages between the two of
        them were mutual at the time.
      </p>
      <Strip {...SHIFT} size="screen" fills={true} motion="shift" />
      <Movement movement={{ typical: 7, same: 9, harmful: 5 }} ends={['typical', 'harmful']} />
      <footer class="foot">
        <Key before="before" now="now" />
        <span>A training aid, not an assessment tool</span>
      </footer>
    </div>
  ),
  cards: () => (
    <div class="screen screen-cards">
      <div class="head">
        <h1>Where we differ most</h1>
        <span>8 cards · 24 people · most disagreement first</span>
      </div>
      <Axis
        stages={5}
        lane={
          <>
            Need to
            <br />
            know more
          </>
        }
      />
      <ol>
        {QUEUE.map(([name, tallies, off, label]) => (
          <li>
            <span class="name">{name}</span>
            <Strip
              scale={FIVE}
              tallies={tallies}
              needToKnow={off}
              label={label}
              size={'rows'}
              among={AMONG}
            />
            <Agreement label={label} />
          </li>
        ))}
      </ol>
      <footer class="foot">
        <span>The group chat · fictional</span>
        <span>A training aid, not an assessment tool</span>
      </footer>
    </div>
  ),
  reveal: () => (
    <>
      <header class="top">
        <span />
        <b>In focus</b>
        <span />
      </header>
      <main>
        <h1 class="card card--review">Kept an image a partner had sent after the relationship ended</h1>
        <Strip {...SPLIT} topics={['consent', 'age']} own="s1" size="phone" />
        <p class="upright-meta">
          <Agreement label="split" />
          <span class="yours">
            <i />
            You: Inappropriate
          </span>
        </p>
        <BothEnds camps={CAMPS} placed={21} />
        <div class="room-prompt">
          <p>Both named consent. What does each mean?</p>
          <span class="aid">A training aid, not an assessment tool</span>
        </div>
      </main>
      <nav class="always">
        <span class="link">
          <i />
          Connected <span class="faint">· 24 here</span>
        </span>
        <button>Ask</button>
        <button>Support</button>
        <button>Step out</button>
      </nav>
    </>
  ),
};

const main = document.getElementById('main');
const page = main?.dataset.page ?? '';
if (page === 'reveal' && main) render(pages.reveal(), main);
else if (page in pages && main) render(pages[page](), main);
