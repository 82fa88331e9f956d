// What changed of a part, put over what it was: three operations of JSON Patch (RFC 6902), as the workshop finds them
// (workshop/domain/differences.py). Pure; what no operation touches stays the very same.

export type Operation =
  { op: 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string };

const unescaped = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** `old` with the operations done, one after the other. */
export const applied = (old: unknown, operations: Operation[]): unknown =>
  operations.reduce(
    (whole, operation) => done(whole, operation.path.split('/').slice(1).map(unescaped), operation),
    old,
  );

/** A copy, as deep as the path goes, with the operation done. */
function done(whole: any, [key, ...rest]: string[], operation: Operation): unknown {
  const value = 'value' in operation ? operation.value : undefined;
  if (key === undefined) return value;
  const copy = Array.isArray(whole) ? [...whole] : { ...whole };
  if (rest.length) copy[key] = done(copy[key], rest, operation);
  else if (operation.op === 'replace') copy[key] = value;
  else if (!Array.isArray(copy)) {
    if (operation.op === 'add') copy[key] = value;
    else delete copy[key];
  } else if (operation.op === 'add') copy.splice(Number(key), 0, value);
  else copy.splice(Number(key), 1);
  return copy;
}
