// What the phone keeps for itself, and only there. Works from memory where storage is full or forbidden.
// What lies there says of which version it is: `{v: 2, value: …}`; before there were versions, the value alone.

export const STORED = 2;

/** Where something is kept. */
export interface Store<T = any> {
  read: () => T | null;
  write: (value: T) => void;
  clear: () => void;
  isNewer?: () => boolean;
}

/** What other sessions left on this phone goes. */
export function forgetOthers(session: string) {
  try {
    const others = Object.keys(localStorage).filter(
      (key) => key.startsWith('cw ') && !key.endsWith(` ${session}`),
    );
    for (const key of others) localStorage.removeItem(key);
  } catch {
    /* forbidden: nothing was kept either */
  }
}

/** What goes with this tab. */
export const THIS_TAB = () => sessionStorage;

/** Which version wrote this, and what. */
function opened(found: any): { v: number; value: any } {
  const isVersioned = typeof found?.v === 'number' && 'value' in found;
  return isVersioned ? found : { v: 1, value: found };
}

/**
 * One thing that is kept. What a newer version left is neither read nor written over: `isNewer` tells, and
 * this page works from memory. `clear` takes away whatever lies there, for when all is over. `migrate`: makes
 * what an older version left into ours. `isMine`: whether this tab may still write there. `where`: of this browser, or
 * of this tab; a browser may forbid to ask.
 */
export function kept(
  key: string,
  migrate: (value: any, v: number) => any = (value) => value,
  isMine: () => boolean = () => true,
  where: () => Storage = () => localStorage,
): { read: () => any; write: (value: any) => void; clear: () => void; isNewer: () => boolean } {
  let held: any = null;
  let newer = false;
  let full = false; // what lies there is older than what is in memory
  return {
    read() {
      if (full) return held;
      try {
        const { v, value } = opened(JSON.parse(where().getItem(key) ?? 'null'));
        newer = v > STORED;
        if (!newer) held = (v < STORED && value !== null ? migrate(value, v) : value) ?? held;
      } catch {
        /* forbidden or damaged: what is in memory counts */
      }
      return held;
    },
    write(value) {
      held = value;
      if (newer || !isMine()) return;
      try {
        where().setItem(key, JSON.stringify({ v: STORED, value }));
        full = false;
      } catch {
        full = true; // or forbidden: memory it is
      }
    },
    clear() {
      held = null;
      newer = full = false;
      if (!isMine()) return;
      try {
        where().removeItem(key);
      } catch {
        /* it was never there */
      }
    },
    isNewer: () => newer,
  };
}
