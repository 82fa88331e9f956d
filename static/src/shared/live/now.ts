// The workshop's now, looked at again each second while there is something to time.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clock } from './clock';

/** Seconds since the epoch. */
export function useNow(on: boolean = true) {
  const now = useSignal(clock.now());
  useEffect(() => {
    if (!on) return undefined;
    const look = () => {
      now.value = clock.now();
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [on]);
  return now.value;
}

/** A moment as a clock on the wall shows it, in the room's own way of writing it, and in the zone where this device is. */
export const onTheWall = (seconds: number, lang: string = document.documentElement.lang || 'en-GB') =>
  new Date(1000 * seconds).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
