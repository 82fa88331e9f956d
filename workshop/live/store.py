"""The live store: what `service.ports.LiveStore` asks for, on Redis ≥ 7 or Valkey.

A placement takes one or two round trips: one to load, when this worker did not write the slice itself, and one to
commit. Copies may be old (copies.py): the commit compares, so that they do no harm.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import redis
from redis.exceptions import NoScriptError

from workshop.activities.base import Change, Counter, Read, Slice, SliceRef, Whole
from workshop.domain.live import Head
from workshop.live import codec, keys
from workshop.live.batch import Argument, batch_of
from workshop.live.commit import commit_arguments, encoded
from workshop.live.copies import Copies, Copy
from workshop.live.counters import Counters
from workshop.live.reach import reachable
from workshop.live.rewrite import LogRewriter
from workshop.live.slots import SaltedSeat, new_salt
from workshop.service.ports import Committed, Conflict, Loaded, Operation, Reused, Snapshot, UnknownSession

SCRIPT = (Path(__file__).parent / "commit.lua").read_text()
SCRIPT_ID = hashlib.sha1(SCRIPT.encode(), usedforsecurity=False).hexdigest()
DAY = 86_400
TELL_EVERY = 0.1
"""Seconds between two words on the channel: a worker that heard one looks again after twice that, unasked."""


class RedisStore(Counters):
    """One for a web process. `client` is a redis-py client without response decoding."""

    def __init__(self, client: redis.Redis, secret: bytes) -> None:
        self._redis = client
        self._secret = secret
        self._copies = Copies()
        self._told: dict[str, float] = {}
        self._hot = batch_of(client)
        self._rewriter = LogRewriter(client)

    # ------------------------------------------------------------ opening

    def create(self, head: Head, collections: Mapping[str, Mapping[str, Slice]], counts: Mapping[str, int]) -> None:
        """Open (or rebuild) a live session under a new epoch. Does nothing when it exists."""
        meta = keys.key(head.session, "meta")
        with reachable(), self._redis.pipeline(transaction=True) as pipe:
            pipe.watch(meta)
            if pipe.hget(meta, "version") is not None:
                return
            # By itself, and before: in a cluster it lies elsewhere, and a session without its code is lost to phones.
            self._redis.set(keys.code(head.code), head.session)
            pipe.multi()
            pipe.set(keys.key(head.session, "head"), codec.head_to_json(head))
            pipe.hset(keys.key(head.session, "parts"), "*", 1)
            open_rounds = [r.id for r in head.rounds.values() if r.state in ("open", "closing")]
            for scope in ("session", *open_rounds):
                pipe.hset(keys.key(head.session, "salts"), scope, new_salt())
            for name, slices in collections.items():
                for field, value in slices.items():
                    pipe.hset(keys.collection(head.session, name), field, codec.slice_to_bytes(value))
            for name, n in counts.items():
                pipe.hset(keys.key(head.session, "counts"), name, n)
            pipe.hset(meta, mapping={"epoch": secrets.token_urlsafe(12), "version": head.version, "rev": 1})
            with suppress(redis.WatchError):  # another worker was faster
                pipe.execute()

    def find_code(self, code: str) -> str | None:
        """The running session that answers to a join code."""
        with reachable():
            found: Any = self._redis.get(keys.code(code))
        return found.decode() if found else None

    # ------------------------------------------------------------ reading

    def head(self, session: str, fresh: bool = False) -> Head:
        """The head; a worker's copy unless `fresh`. Raises UnknownSession."""
        return self._copy(session, fresh).head

    def seat(self, session: str, token: str) -> SaltedSeat:
        """A seat whose slots fit the head last read."""
        return SaltedSeat(token, session, self._secret, self._copy(session, False).salts)

    def _copy(self, session: str, fresh: bool) -> Copy:
        if not fresh and (known := self._copies.get(session)):
            return known
        with reachable():
            pipe = self._redis.pipeline(transaction=True)
            pipe.get(keys.key(session, "head"))
            pipe.hgetall(keys.key(session, "salts"))
            pipe.hget(keys.key(session, "meta"), "epoch")
            raw, salts, epoch = pipe.execute()
        self._copies.drop(session)
        return self._copies.keep(session, raw, salts, epoch)

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
            head = self._copies.keep(session, found[1], found[4], found[0][0]).head
            if set(needs(head)) <= set(wanted):
                break
            wanted = needs(head)
        meta, _, parts, counts, _, *collections = found
        return Snapshot(
            epoch=meta[0].decode(),
            rev=int(meta[1]),
            head=head,
            parts={name.decode(): int(rev) for name, rev in parts.items()},
            counts=codec.counts_of(counts),
            collections={name: codec.slices_of(fields) for name, fields in zip(wanted, collections, strict=True)},
        )

    def _read_view(self, session: str, wanted: tuple[str, ...]) -> list[Any]:
        pipe = self._redis.pipeline(transaction=True)
        pipe.hmget(keys.key(session, "meta"), "epoch", "rev")
        pipe.get(keys.key(session, "head"))
        pipe.hgetall(keys.key(session, "parts"))
        pipe.hgetall(keys.key(session, "counts"))
        pipe.hgetall(keys.key(session, "salts"))
        for name in wanted:
            pipe.hgetall(keys.collection(session, name))
        return pipe.execute()

    def revision(self, session: str) -> int:
        """The revision alone; 0 when there is no such live session."""
        with reachable():
            return int(self._redis.hget(keys.key(session, "meta"), "rev") or 0)

    # ------------------------------------------------------------ writing

    def commit(self, loaded: Loaded, change: Change, operation: Operation | None) -> Committed:
        """Write the change iff head and slices are as loaded. Raises Conflict, Reused."""
        session, put = loaded.head.session, encoded(change)
        tell = time.monotonic() - self._told.get(session, 0.0) >= TELL_EVERY
        names, arguments = commit_arguments(loaded, change, operation, put, tell)
        state, rev = self._run_commit(len(names), *names, *arguments)
        if state <= 0 or change.head is not None:
            self._copies.drop(session)
        if state == -1:
            raise UnknownSession(session)
        if state == 0:
            raise Conflict
        if state == 3:
            raise Reused
        if tell and change.parts:
            self._told[session] = time.monotonic()
        self._copies.written(loaded, change, put if state == 1 else {})
        return Committed(rev=int(rev), repeated=state == 2)

    def _run_commit(self, *arguments: Argument) -> tuple[int, int]:
        """The script by its digest; by its text when the server does not know it (yet, or any more)."""
        try:
            (answer,) = self._batch(("EVALSHA", SCRIPT_ID, *arguments))
        except NoScriptError:
            (answer,) = self._batch(("EVAL", SCRIPT, *arguments))
        return answer[0], answer[1]

    def _batch(self, *commands: tuple[Argument, ...]) -> list[Any]:
        with reachable():
            return self._hot.execute(*commands)

    # ------------------------------------------------------------ forgetting

    def erase_scope(self, session: str, scope: str, collections: tuple[str, ...]) -> None:
        """Delete salt, operation ids and collections of a closed scope, and have the log on disk rewritten."""
        with reachable():
            pipe = self._redis.pipeline(transaction=True)
            pipe.hdel(keys.key(session, "salts"), scope)
            pipe.delete(keys.key(session, f"ops:{scope}"), *(keys.collection(session, c) for c in collections))
            pipe.execute()
        self._copies.drop(session)
        self._rewriter.request()

    def retire(self, session: str, code: str) -> None:
        """After the end: keep only what tells late phones that it has ended, for a day."""
        kept = {keys.key(session, name) for name in ("head", "meta", "parts")}
        self._delete_all_but(session, kept)
        with reachable():
            for name in kept:
                self._redis.expire(name, DAY)
            self._redis.delete(keys.code(code))
        self._rewriter.request()

    def forget(self, session: str) -> None:
        """Delete every key of the session and rewrite the log on disk."""
        try:
            code = self.head(session, fresh=True).code
        except UnknownSession:
            code = ""
        self._delete_all_but(session, set())
        with reachable():
            self._redis.delete(keys.code(code))
        self._copies.drop(session)
        self._rewriter.request()

    def _delete_all_but(self, session: str, kept: set[str]) -> None:
        with reachable():
            for name in self._redis.scan_iter(match=keys.all_of(session), count=500):
                if name.decode() not in kept:
                    self._redis.delete(name)

    # ------------------------------------------------------------ leases

    def lease(self, session: str, what: str, seconds: float) -> bool:
        """True when nobody else is at it."""
        with reachable():
            name = keys.key(session, f"lease:{what}")
            return bool(self._redis.set(name, b"1", nx=True, px=int(seconds * 1000)))

    def release_lease(self, session: str, what: str) -> None:
        """Let others at it."""
        with reachable():
            self._redis.delete(keys.key(session, f"lease:{what}"))
