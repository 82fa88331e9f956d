// What the phone keeps for itself, and only there. Works from memory where storage is full or forbidden.

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
