// The board on the projector: wait, place, see it.

import type { CardShown, Parts } from '../contract';
import type { Links } from '../shared/live/links';
import { say } from '../shared/ui/say';
import { All } from './board/all';
import { Focus } from './board/focus';
import { Ledger } from './board/ledger';
import { Panel } from './board/panel';
import { Placing, Ready } from './board/placing';
import { Response } from './board/response';
import { Talk } from './board/talk';
import { WantedPage } from './board/wanted';
import { Foot, Middle } from './parts';

export function Screen({ parts, links }: { parts: Parts['screen']; links: Links }) {
  const { board } = parts;
  if (board.talk) return <Talk parts={parts} links={links} />;
  const state = board.round?.state ?? 'revealed';
  if (parts.what_moved && board.show === 'ledger') return <Ledger parts={parts} ledger={parts.what_moved} />;
  if (parts.practitioners && board.show === 'panel')
    return <Panel parts={parts} panel={parts.practitioners} />;
  if (board.show === 'wanted') return <WantedPage parts={parts} />;
  if (state === 'open') return <Placing parts={parts} links={links} />;
  if (board.results) return <Shown parts={parts} results={board.results} />;
  if (state === 'ready') return <Ready parts={parts} links={links} />;
  const shut = state === 'closed';
  return (
    <main id="main" class="screen">
      <Middle
        title={shut ? say('screen.board.closed') : say('screen.board.closing')}
        say={shut ? say('screen.board.closed_say') : ''}
      />
      <Foot parts={parts} />
    </main>
  );
}

function Shown({ parts, results }: { parts: Parts['screen']; results: CardShown[] }) {
  const { board } = parts;
  const found = results.find((r) => r.card === board.focus);
  if (found?.response && board.show === 'response')
    return <Response key={`${found.card} ${board.round?.id}`} parts={parts} found={found} />;
  if (found)
    return <Focus key={`${found.card} ${board.round?.id} ${board.show}`} parts={parts} found={found} />;
  if (results.length) return <All parts={parts} />;
  return (
    <main id="main" class="screen">
      <Middle title={say('screen.board.nothing')} say={say('screen.board.nothing_say')} />
      <Foot parts={parts} />
    </main>
  );
}
