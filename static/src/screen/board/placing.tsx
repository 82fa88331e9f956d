// Before the round opens: the case, or the new information. While it is open: one quiet bar.

import type { BoardPart, NewInformationShown, Parts, ProgressPart } from '../../contract';
import type { Links } from '../../shared/live/links';
import { classes } from '../../shared/ui/classes';
import { Mark } from '../../shared/ui/icons';
import { person } from '../../shared/ui/people';
import { say } from '../../shared/ui/say';
import { Foot, Head, Late, Say } from '../parts';
import { size } from './words';

function Top({ parts, right }: { parts: Parts['screen']; right?: string }) {
  return <Head left={<Mark name={parts.session.scenario_title} />} right={right} />;
}

export function Information({ information }: { information: NewInformationShown | null }) {
  return (
    information && (
      <p class={classes('quote', size(information.text))}>
        <b>{say('screen.board.information')}</b>
        {information.text}
      </p>
    )
  );
}

export function Ready({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { board, session } = parts;
  const warm = board.round?.cause === 'warm_up';
  const body = warm ? (
    <Say title={say('screen.board.warm_up_title')} say={say('screen.board.warm_up_say')} />
  ) : board.information ? (
    <div class="screen-say ready">
      <Information information={board.information} />
      <p class="say">{say('screen.board.information_say')}</p>
    </div>
  ) : (
    <div class="screen-say ready">
      <h1 class={size(session.opening)}>{session.opening}</h1>
      <ul class="ready-people">
        {session.people.map((p) => (
          <li>{person(p)}</li>
        ))}
      </ul>
      <p class="say">{session.content_note}</p>
    </div>
  );
  return (
    <main id="main" class="screen">
      <Top parts={parts} right={warm ? say('screen.board.warm_up') : ''} />
      {body}
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  );
}

function title(board: BoardPart) {
  const cause = board.round?.cause;
  const one = board.cards.length === 1;
  if (cause === 'discussion' || cause === 'information')
    return one ? say('screen.board.again_one') : say('screen.board.again');
  return one ? say('screen.board.place_one') : say('screen.board.place');
}

/** How far the room is: in steps, so that nobody can watch one phone. */
export function progressWords(
  { finished, devices, enough }: { finished: number; devices: number; enough: boolean },
  k: number,
) {
  if (devices < k) return say('screen.board.too_few', { k });
  return say(`screen.board.progress.${enough ? 'enough' : 'waits'}${finished ? '_of' : ''}`, {
    finished,
    devices,
  });
}

export function Progress({
  progress: { finished, devices, enough },
  k,
}: {
  progress: ProgressPart;
  k: number;
}) {
  const words = progressWords({ finished, devices, enough }, k);
  const share = Math.min(1, finished / Math.max(devices, 1));
  return (
    <div class="screen-bar">
      <div
        class="progress"
        role="progressbar"
        aria-valuemin={0}
        aria-valuenow={finished}
        aria-valuemax={Math.max(devices, finished)}
        aria-label={words}
      >
        <i style={{ width: `${100 * share}%` }} />
      </div>
      <p class="progress-words">{words}</p>
    </div>
  );
}

export function Placing({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { board, progress } = parts;
  const cause = board.round?.cause;
  const again = cause === 'discussion' || cause === 'information';
  const right = [
    cause === 'warm_up' && say('screen.board.warm_up'),
    say('screen.card', { n: board.cards.length }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <main id="main" class="screen">
      <Top parts={parts} right={right} />
      <Say
        title={title(board)}
        lower={Boolean(board.information)}
        say={again ? say('screen.board.again_say') : say('screen.board.say')}
      >
        <Information information={board.information} />
        {progress && <Progress progress={progress} k={parts.session.k} />}
      </Say>
      <Late parts={parts} links={links} />
      <Foot parts={parts} left={say('common.page.aid')} right="" />
    </main>
  );
}
