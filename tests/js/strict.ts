// Parts that can be read only where something is: a view that asks for a field which no part has fails with its path.

// Keyed by ids, not by names of fields: a card or an item that is not there is nothing to complain about.
const BY_ID = new Set(['placements', 'answers', 'effects', 'explanation']);
// Asked of any object by the language, by Preact (is this a component's answer?) and by signals.
const ASKED = new Set(['toJSON', 'then', 'constructor', 'props', 'type', 'key', 'ref', 'call', 'brand']);
const known: WeakMap<object, any> = new WeakMap();

export function strict(value: any, path: string, byId: boolean = false): any {
  if (value === null || typeof value !== 'object') return value;
  const before = known.get(value);
  if (before) return before;
  const made = new Proxy(value, {
    get(target, name) {
      const found = target[name];
      if (typeof name === 'symbol' || typeof found === 'function') return found;
      if (found === undefined && !(name in target)) {
        if (byId || Array.isArray(target) || ASKED.has(name)) return undefined;
        throw new Error(`${path}.${name}: no part has this field`);
      }
      return strict(found, `${path}.${name}`, BY_ID.has(name));
    },
  });
  known.set(value, made);
  return made;
}
