"""The live store: what `service.ports.LiveStore` asks for, on Redis ≥ 7 or Valkey.

A placement takes one or two round trips: one to load, when this worker did not write the slice itself, and one to
commit. Copies may be old (copies.py): the commit compares, so that they do no harm.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import redis
from redis.exceptions import NoScriptError

from workshop.activities.base import Change, Counter, Read, SliceRef, Whole
from workshop.domain.live import Head
from workshop.live import codec, keys
from workshop.live.batch import Argument, batch_of
from workshop.live.commit import commit_arguments, encoded
from workshop.live.copies import Copies, Copy
from workshop.live.counters import Counters
from workshop.live.erasing import Erasing
from workshop.live.opening import Opening
from workshop.live.order import OrderKeeper
from workshop.live.reach import reachable
from workshop.live.rewrite import LogRewriter
from workshop.live.runs import runs_of, script_of
from workshop.live.slots import SaltedSeat
from workshop.service.ports import (
    Committed,
    Conflict,
    Loaded,
    Operation,
    Reused,
    Signs,
    Snapshot,
    Unavailable,
    UnknownSession,
)

SCRIPT = (Path(__file__).parent / "commit.lua").read_text()
TRIES = 5
TELL_EVERY = 0.1
"""Seconds between two words on the channel: a worker that heard one looks again after twice that, unasked."""


class RedisStore(Opening, Erasing, Counters):
    """One for a web process. `client` is a redis-py client without response decoding.

    A session that an earlier run of the server left is not read as it lies: `restore` is called first, which compares
    it with the record and opens it again by `create`. Until the app gives its own, it takes it as it lies.
    """

    def __init__(self, client: redis.Redis, secret: bytes) -> None:
        self._redis = client
        self._secret = secret
        self._copies = Copies()
        self._told: dict[str, float] = {}
        self._hot = batch_of(client)
        self._rewriter = LogRewriter(client)
        self._runs = runs_of(client)
        self._restoring = {}
        self.order = OrderKeeper(client, lambda seconds: self.count("order", seconds) == 1)
        self.restore = self._as_it_lies

    # ------------------------------------------------------------ reading

    def ping(self) -> None:
        """Returns when the server answers. Raises Unavailable."""
        with reachable():
            self._redis.get(keys.counter("ping"))  # a cluster, too, asks a node that holds something

    def find_code(self, code: str) -> str | None:
        """The running session that answers to a join code."""
        (found,) = self._batch(("GET", keys.code(code)))
        return found.decode() if found else None

    def head(self, session: str, fresh: bool = False) -> Head:
        """The head; a worker's copy unless `fresh`. Raises UnknownSession."""
        return self._copy(session, fresh).head

    def seat(self, session: str, token: str) -> SaltedSeat:
        """A seat whose slots fit the head last read."""
        copy = self._copy(session, False)
        return SaltedSeat(token, session, self._secret, copy.salts, copy.keys)

    def scope_is_open(self, session: str, scope: str) -> bool:
        """Whether seats still have slots in a scope, as the head was read last."""
        return scope in self._copy(session, False).salts

    def _copy(self, session: str, fresh: bool) -> Copy:
        known = None if fresh else self._copies.get(session)
        if known and known.run == self._runs.of(keys.key(session, "meta")):
            return known
        for _ in range(TRIES):
            with reachable():
                raw, salts, (epoch, run) = self._read_copy(session)
            if epoch is None or self._is_of_this_run(session, run):
                return self._copies.keep(session, raw, codec.fields_of(salts), epoch, (run or b"").decode())
            self._restore(session)
        raise Unavailable("the live store is being put right")

    def _read_copy(self, session: str) -> list[Any]:
        return self._hot.together(
            ("GET", keys.key(session, "head")),
            ("HGETALL", keys.key(session, "salts")),
            ("HMGET", keys.key(session, "meta"), "epoch", "run"),
        )

    def load(self, head: Head, reads: tuple[Read, ...], all_counts: bool, warm: bool = False) -> Loaded:
        """The slices, whole collections and counters that a rule named, in one round trip, or in none when warm."""
        if warm and not all_counts and (known := self._copies.warm(head, reads)):
            return known
        epoch = copy.epoch if (copy := self._copies.get(head.session)) else ""
        refs = [r for r in reads if isinstance(r, SliceRef)]
        wholes = [r for r in reads if isinstance(r, Whole)]
        names = [r.name for r in reads if isinstance(r, Counter)]
        counts = keys.key(head.session, "counts")
        commands: list[tuple[str, ...]] = [("HGET", keys.collection(head.session, r.collection), r.key) for r in refs]
        commands += [("HGETALL", keys.collection(head.session, w.collection)) for w in wholes]
        if all_counts:
            commands.append(("HGETALL", counts))
        elif names:
            commands.append(("HMGET", counts, *names))
        found = self._batch(*commands) if commands else []
        raw = dict(zip(refs, found, strict=False))
        read = {w.collection: codec.fields_of(found[len(refs) + i]) for i, w in enumerate(wholes)}
        tail = codec.fields_of(found[-1]) if all_counts else dict(zip(names, found[-1], strict=True)) if names else {}
        return Loaded(
            head=head,
            slices={ref: codec.slice_from_bytes(value) for ref, value in raw.items()},
            wholes={name: codec.slices_of(fields) for name, fields in read.items()},
            counts=codec.counts_of(tail),
            raw={**raw, **{SliceRef(c, k.decode()): v for c, fields in read.items() for k, v in fields.items()}},
            epoch=epoch,
        )

    def view(self, session: str, needs: Callable[[Head], tuple[str, ...]]) -> Snapshot:
        """One consistent reading. Reads again when the head's needs turn out to be others than the copy's."""
        wanted = needs(self.head(session))
        while True:
            with reachable():
                found = self._read_view(session, wanted)
            if found[0][0] is not None and not self._is_of_this_run(session, found[0][2]):
                wanted = needs(self.head(session, fresh=True))
                continue
            salts, run = codec.fields_of(found[4]), (found[0][2] or b"").decode()
            head = self._copies.keep(session, found[1], salts, found[0][0], run).head
            if set(needs(head)) <= set(wanted):
                break
            wanted = needs(head)
        meta, _, parts, counts, _, *collections = found
        return Snapshot(
            epoch=meta[0].decode(),
            rev=int(meta[1]),
            head=head,
            parts=codec.counts_of(codec.fields_of(parts)),
            counts=codec.counts_of(codec.fields_of(counts)),
            collections={
                name: codec.slices_of(codec.fields_of(fields)) for name, fields in zip(wanted, collections, strict=True)
            },
        )

    def _read_view(self, session: str, wanted: tuple[str, ...]) -> list[Any]:
        return self._hot.together(
            ("HMGET", keys.key(session, "meta"), "epoch", "rev", "run"),
            ("GET", keys.key(session, "head")),
            *(("HGETALL", keys.key(session, name)) for name in ("parts", "counts", "salts")),
            *(("HGETALL", keys.collection(session, name)) for name in wanted),
        )

    def was_done(self, session: str, operation: Operation) -> bool:
        """Whether this very operation was committed before, and its scope is still open."""
        known = f"{operation.id}:{operation.asked}"
        with reachable():
            found: Any = self._redis.smismember(keys.key(session, f"ops:{operation.scope}"), [known])
        return bool(found[0])

    def revision(self, session: str) -> int:
        """The revision alone; 0 when there is no such live session."""
        ((rev, run),) = self._batch(("HMGET", keys.key(session, "meta"), "rev", "run"))
        if rev is None or self._is_of_this_run(session, run):
            return int(rev or 0)
        self.head(session, fresh=True)
        return self.revision(session)

    def signs(self, sessions: Collection[str]) -> dict[str, Signs]:
        """Of all of them in one round trip; without those that are not there, or not of this run of the server."""
        metas = {session: keys.key(session, "meta") for session in sessions}
        asked = self._batch(*(("HMGET", meta, "epoch", "rev", "writes", "run") for meta in metas.values()))
        return {
            session: Signs(epoch.decode(), int(rev), int(writes or 0))
            for (session, meta), (epoch, rev, writes, run) in zip(metas.items(), asked, strict=True)
            if run is not None and run.decode() == self._runs.of(meta)
        }

    # ------------------------------------------------------------ writing

    def commit(self, loaded: Loaded, change: Change, operation: Operation | None) -> Committed:
        """Write the change iff head and slices are as loaded. Raises Conflict, Reused."""
        session, put = loaded.head.session, encoded(change)
        tell = time.monotonic() - self._told.get(session, 0.0) >= TELL_EVERY
        meta = keys.key(session, "meta")
        run = self._runs.of(meta)
        names, arguments = commit_arguments(loaded, change, operation, put, tell, run)
        state, rev, epoch = self._run_commit(meta, run, len(names), *names, *arguments)
        if state <= 0 or change.head is not None:
            self._copies.drop(session)
        if state == -2:
            self._restore(session)
            raise Conflict
        if state == -1:
            raise UnknownSession(session)
        if state == 0:
            raise Conflict
        if state == 3:
            raise Reused
        if tell and change.parts:
            self._told[session] = time.monotonic()
        self.order.written = True
        self._copies.written(loaded, change, put if state == 1 else {})
        return Committed(int(rev), state == 2, epoch)

    def _run_commit(self, meta: str, run: str, *arguments: Argument) -> tuple[int, int, str]:
        """The script of one run of the server, by its digest: another run does not know it, and writes nothing.

        What was decided from what one run had must not be written by the next one, to which the library's connection
        may bring it by itself: that has an older log, and names in it the run of before.
        """
        script, digest = script_of(SCRIPT, run)
        try:
            (answer,) = self._batch(("EVALSHA", digest, *arguments))
        except NoScriptError:
            with reachable():
                if self._runs.ask(meta) != run:
                    return -2, 0, ""
            (answer,) = self._batch(("EVAL", script, *arguments))
        state, rev, *epoch = answer
        return state, rev, epoch[0].decode() if epoch else ""

    def _batch(self, *commands: tuple[Argument, ...]) -> list[Any]:
        with reachable():
            return self._hot.execute(*commands)
