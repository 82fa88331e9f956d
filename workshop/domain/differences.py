"""What changed between two JSON values, and how it is applied: three operations of JSON Patch (RFC 6902).

`add`, `remove` and `replace`, whose `path` is a JSON Pointer (RFC 6901), one after the other. Items that have an `id`
are followed by it, so that one that comes in the middle is one operation. Nothing that is handed in is altered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, cast

Object = dict[str, Any]
Operation = dict[str, Any]
"""`op`, `path`, and `value` unless it removes."""


def difference(old: Any, new: Any) -> list[Operation]:
    """What makes `new` of `old`, keys in their order too. Not the least there is, but little for what people edit."""
    return list(_differences("", old, new))


def applied(old: Any, operations: Iterable[Operation]) -> Any:
    """`old` with the operations done; what they do not touch is the very same. Raises on what fits no such value."""
    for operation in operations:
        old = _done(old, [_unescaped(key) for key in operation["path"].split("/")[1:]], operation)
    return old


# ---------------------------------------------------------------- finding out


def _differences(at: str, old: Any, new: Any) -> Iterator[Operation]:
    if type(old) is not type(new):
        yield {"op": "replace", "path": at, "value": new}
    elif not isinstance(new, dict | list):
        if old != new:
            yield {"op": "replace", "path": at, "value": new}
    elif repr(old) != repr(cast(Any, new)):  # quicker than to look, and `==` takes True for 1
        of: Any = _of_objects if isinstance(new, dict) else _of_lists
        yield from of(at, old, new)


def _of_objects(at: str, old: Object, new: Object) -> Iterator[Operation]:
    if [key for key in old if key in new] + [key for key in new if key not in old] != list(new):
        yield {"op": "replace", "path": at, "value": new}  # the keys would end in another order
        return
    for key in old:
        if key not in new:
            yield {"op": "remove", "path": f"{at}/{_escaped(key)}"}
    for key, value in new.items():
        path = f"{at}/{_escaped(key)}"
        if key in old:
            yield from _differences(path, old[key], value)
        else:
            yield {"op": "add", "path": path, "value": value}


def _of_lists(at: str, old: list[Any], new: list[Any]) -> Iterator[Operation]:
    before, after = _names(old), _names(new)
    if before is None or after is None:
        before, after = range(len(old)), range(len(new))
    where = {name: n for n, name in enumerate(before)}
    staying = _longest_rising([where[name] for name in after if name in where])
    for n in reversed(range(len(old))):
        if n not in staying:
            yield {"op": "remove", "path": f"{at}/{n}"}
    for n, name in enumerate(after):
        if where.get(name) in staying:
            yield from _differences(f"{at}/{n}", old[where[name]], new[n])
        else:
            yield {"op": "add", "path": f"{at}/{n}", "value": new[n]}


def _names(items: list[Any]) -> Sequence[Hashable] | None:
    """Each item's `id`, or the item if it is a string; None when one has none, or two have the same."""
    found: list[Any] = [cast(Object, item).get("id") if isinstance(item, dict) else item for item in items]
    return found if all(isinstance(name, str) for name in found) and len(set(found)) == len(found) else None


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The most of these (different) numbers that rise in the order in which they stand."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        before[number] = ends[length - 1] if length else None
        ends[length : length + 1] = [number]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


# ---------------------------------------------------------------- applying


def _unescaped(key: str) -> str:
    return key.replace("~1", "/").replace("~0", "~")


def _done(whole: Any, keys: list[str], operation: Operation) -> Any:
    """A copy, as deep as the operation's path goes, with the operation done."""
    if not keys:
        return operation["value"]
    copy: Any = whole.copy()
    is_list = isinstance(copy, list)
    key: Any = int(keys[0]) if is_list else keys[0]
    if len(keys) > 1:
        copy[key] = _done(copy[key], keys[1:], operation)
    elif operation["op"] == "remove":
        del copy[key]
    elif operation["op"] == "add" and is_list:
        copy[key:key] = [operation["value"]]
    else:
        copy[key] = operation["value"]
    return copy
