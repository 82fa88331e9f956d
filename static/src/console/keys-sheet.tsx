// The sheet of keys: the table by which they are heard, and what every browser does.

import { say, sayEach } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';
import { KEYS } from './keys';

/** Keys that have no letter to be called by. */
const CALLED: Record<string, string> = { ' ': 'space', '.': 'stop', '?': 'question' };
const OF_BROWSERS = { does: 'tab', keys: ['Tab'] };

/** Each act with the names of its keys: one for what differs by a capital only. */
export const rows = () =>
  [...KEYS, OF_BROWSERS].map(
    ({ does, keys, upright }: { does: string; keys: string[]; upright?: string }) => {
      const names = sayEach<Record<string, string>>('console.keys.names');
      const called = [...keys, ...(upright ? [upright] : [])].map((key) => CALLED[key] ?? key.toLowerCase());
      return {
        keys: [...new Set(called)].map((name) => names[name]),
        does: say(`console.keys.does.${does}`),
      };
    },
  );

export const Keys = ({ onClose }: { onClose: () => void }) => (
  <Sheet title={say('console.keys.title')} onClose={onClose}>
    <p class="small quiet">{say('console.keys.more')}</p>
    <dl class="key-list">
      {rows().map(({ keys, does }) => (
        <div>
          <dt>
            {keys.map((key) => (
              <kbd>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </Sheet>
);
