// The projector takes the whole screen: by F, or by a button that is there while somebody moves the pointer. Not in the
// small picture on a console.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { classes } from '../shared/ui/classes';
import { canBeWhole, wholeScreen } from '../shared/ui/full';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';

const AT_FIRST = 20_000; // ms: whoever opened the page looks for it
const AFTERWARDS = 4_000;

/** Whether it is the key, and not one of the browser's own. */
const asks = (event: KeyboardEvent) =>
  event.key.toLowerCase() === 'f' && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey;

export function Whole() {
  const near = useSignal(true);
  const whole = useSignal(false);
  const own = window.top === window && canBeWhole();
  useEffect(() => {
    if (!own) return undefined;
    let later: ReturnType<typeof setTimeout>;
    const show = (ms: number) => {
      near.value = true;
      clearTimeout(later);
      later = setTimeout(() => {
        near.value = false;
      }, ms);
    };
    const moved = () => show(AFTERWARDS);
    const pressed = (event: KeyboardEvent) => asks(event) && wholeScreen();
    const changed = () => {
      whole.value = Boolean(document.fullscreenElement);
    };
    show(AT_FIRST);
    addEventListener('pointermove', moved);
    addEventListener('keydown', pressed);
    document.addEventListener('fullscreenchange', changed);
    return () => {
      clearTimeout(later);
      removeEventListener('pointermove', moved);
      removeEventListener('keydown', pressed);
      document.removeEventListener('fullscreenchange', changed);
    };
  }, [own]);
  if (!own) return null;
  return (
    <button
      class={classes('whole', !near.value && 'is-away')}
      type="button"
      aria-keyshortcuts="F"
      onClick={wholeScreen}
    >
      <Icon name="screen" />
      {whole.value ? say('screen.whole.leave') : say('screen.whole.take')}{' '}
      <kbd aria-hidden="true">{say('screen.whole.key')}</kbd>
    </button>
  );
}
