// What the phone keeps for itself, and only there. Works from memory where storage is full or forbidden.

/** What other sessions left on this phone goes. @param {string} session */
export function forgetOthers(session) {
  try {
    const others = Object.keys(localStorage).filter((key) => key.startsWith('cw ') && !key.endsWith(` ${session}`));
    for (const key of others) localStorage.removeItem(key);
  } catch { /* forbidden: nothing was kept either */ }
}

/** @param {string} key @returns {{read: () => any, write: (value: any) => void, clear: () => void}} */
export function kept(key) {
  let held = /** @type {any} */ (null);
  return {
    read() {
      try {
        held = JSON.parse(localStorage.getItem(key) ?? 'null') ?? held;
      } catch { /* forbidden or damaged: what is in memory counts */ }
      return held;
    },
    write(value) {
      held = value;
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch { /* full or forbidden: memory it is */ }
    },
    clear() {
      held = null;
      try {
        localStorage.removeItem(key);
      } catch { /* it was never there */ }
    },
  };
}
