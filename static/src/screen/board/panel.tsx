// How practitioners reasoned about a card, after the room's own placing: reasons to weigh, and no answer. Where they
// differed, those nearer the lower end stand in the first column.

import type { PanelPart, PanelReasonShown, Parts } from '../../contract';
import { classes } from '../../shared/ui/classes';
import { endWords, topicWords } from '../../shared/ui/panel';
import { say } from '../../shared/ui/say';
import { Foot, Head } from '../parts';

export function Panel({ parts, panel }: { parts: Parts['screen']; panel: PanelPart }) {
  const of = (name: string) => say(`screen.panel.${name}${panel.reviewed ? '' : '_examples'}`);
  const by = [panel.by, say('screen.panel.not_an_answer')].filter(Boolean).join(' ');
  return (
    <main id="main" class="screen panel">
      <Head left={<h1>{of('title')}</h1>} right={say('screen.panel.after')} />
      <p class="panel-card">{panel.text}</p>
      <div class={classes('panel-reasons', panel.differed && 'is-two')}>
        {columns(panel).map((reasons) => (
          <ul>
            {reasons.map((reason) => (
              <Reason parts={parts} reason={reason} />
            ))}
          </ul>
        ))}
      </div>
      <p class="panel-next">
        <b>{panel.differed ? of('differed') : say('screen.panel.alike')}</b> {say('screen.panel.which')}
      </p>
      <p class="panel-by">{by}</p>
      <Foot parts={parts} />
    </main>
  );
}

/** By end where they differed; what has none stands with the fewer. Else half and half, in the author's order. */
function columns({ differed, reasons }: PanelPart): PanelReasonShown[][] {
  if (!differed) return [reasons.filter((_, at) => at % 2 === 0), reasons.filter((_, at) => at % 2 === 1)];
  const [low, high] = ['low', 'high'].map((end) => reasons.filter((r) => r.end === end));
  const without = reasons.filter((r) => !r.end);
  return low.length <= high.length ? [[...low, ...without], high] : [low, [...high, ...without]];
}

function Reason({ parts: { board }, reason }: { parts: Parts['screen']; reason: PanelReasonShown }) {
  return (
    <li>
      <p class="panel-topic">
        <b>{topicWords(reason.topic, board)}</b>
        <span>
          {[endWords(reason.end, board.scale.ends), reason.named && say('screen.panel.named')]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p class="panel-text">{reason.text}</p>
    </li>
  );
}
