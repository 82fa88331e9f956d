// Asked at the moment when people are there: the same person's placings of one case in two rooms could tell of that person.

import { useSignal } from '@preact/signals';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';
import { Sheet } from '../shared/ui/sheet';

/** `yes`: the words of the button that goes on, when nobody has. */
export function PlacedBefore({
  yes,
  said,
  busy,
  onGo,
  onClose,
}: {
  yes: string;
  said: string;
  busy: boolean;
  onGo: () => void;
  onClose: () => void;
}) {
  const before = useSignal(false);
  return (
    <Sheet title={say('office.setup.before')} onClose={onClose}>
      <p>{say('office.setup.before_more')}</p>
      {(before.value || said) && (
        <p class="state state--refused" role="alert">
          <Icon name="refused" />
          {before.value ? say('office.setup.another') : said}
        </p>
      )}
      {before.value ? (
        <button class="button button--wide" type="button" onClick={onClose}>
          {say('common.page.close')}
        </button>
      ) : (
        <>
          <button class="button button--wide" type="button" disabled={busy} onClick={onGo}>
            {busy ? say('office.setup.opening') : yes}
          </button>
          <button
            class="button button--second button--wide"
            type="button"
            onClick={() => {
              before.value = true;
            }}
          >
            {say('office.setup.before_yes')}
          </button>
        </>
      )}
    </Sheet>
  );
}
