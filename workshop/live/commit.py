"""Turns a change into the keys and arguments of `commit.lua`, in the order in which the script reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workshop.activities.base import Change, SliceRef
from workshop.domain.live import Head
from workshop.live import keys
from workshop.live.batch import Argument
from workshop.live.codec import head_to_json, slice_to_bytes
from workshop.live.slots import new_salt
from workshop.service.ports import Loaded, Operation

Encoded = Mapping[SliceRef, bytes | None]


def encoded(change: Change) -> Encoded:
    """What a change puts, as bytes; None deletes."""
    return {ref: None if value is None else slice_to_bytes(value) for ref, value in change.put.items()}


def commit_arguments(
    loaded: Loaded,
    change: Change,
    operation: Operation | None,
    put: Encoded | None = None,
    tell: bool = True,
    run: str = "",
) -> tuple[list[str], list[Argument]]:
    """(KEYS, ARGV) of the script. A new head gets the next version, new rounds get their salts.

    `put` is `encoded(change)` when the caller has it already; `tell` is whether the channel is to hear of it; `run`
    is the run of the server of which the session has to be ("" = any).
    """
    session, head = loaded.head.session, _next(loaded.head, change.head)
    places = _Places(session)
    checks = [
        (ref, loaded.raw.get(ref)) for ref in dict.fromkeys([*loaded.slices, *change.put]) if _checked(ref, loaded)
    ]
    puts = list((encoded(change) if put is None else put).items())
    arguments: list[Argument] = [
        session,
        keys.CHANNEL if tell else "",
        run,
        loaded.head.version,
        f"{operation.id}:{operation.asked}" if operation else "",
    ]
    arguments += [len(checks), *(a for ref, raw in checks for a in (*places.of(ref), *_maybe(raw)))]
    arguments += [head_to_json(head), head.version] if head else ["", 0]
    arguments += [len(puts), *(a for ref, raw in puts for a in (*places.of(ref), *_maybe(raw)))]
    arguments += [len(change.count), *(a for name, delta in change.count.items() for a in (name, delta))]
    arguments += [len(change.parts), *sorted(change.parts)]
    arguments += [len(change.wipe), *(places.index(name) for name in change.wipe)]
    fresh = [r for r in head.rounds if r not in loaded.head.rounds] if head else []
    arguments += [len(fresh), *(a for scope in fresh for a in (scope, new_salt())), loaded.epoch]
    ops = keys.key(session, f"ops:{operation.scope if operation else 'none'}")
    fixed = [keys.key(session, name) for name in ("head", "meta", "parts", "counts", "salts")]
    return [*fixed, ops, *places.names], arguments


def _next(old: Head, new: Head | None) -> Head | None:
    return None if new is None else replace(new, version=old.version + 1)


def _checked(ref: SliceRef, loaded: Loaded) -> bool:
    """What was read is compared; a slice that is written without having been read is a new one under a random id."""
    return ref in loaded.slices or ref in loaded.raw


def _maybe(raw: bytes | None) -> tuple[int, bytes]:
    return (0, b"") if raw is None else (1, raw)


class _Places:
    """Numbers the collections in the order in which they are first named."""

    def __init__(self, session: str) -> None:
        self._session = session
        self.names: list[str] = []

    def index(self, collection: str) -> int:
        name = keys.collection(self._session, collection)
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name) + 1

    def of(self, ref: SliceRef) -> tuple[int, str]:
        return self.index(ref.collection), ref.key
