"""The live store: what `service.ports.LiveStore` asks for, on Redis ≥ 7 or Valkey.

Two round trips a placement: one to load, one to commit. The head is a worker's copy until a commit conflicts or the
frame loop sees a newer one; the commit compares versions, so that an old copy can do no harm.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import redis
from redis.exceptions import NoScriptError

from workshop.activities.base import Change, Counter, Read, Slice, SliceRef, Whole
from workshop.domain.live import Head
from workshop.live import codec, keys
from workshop.live.batch import Argument, batch_of
from workshop.live.commit import commit_arguments
from workshop.live.counters import Counters
from workshop.live.reach import reachable
from workshop.live.rewrite import LogRewriter
from workshop.live.slots import SaltedSeat, new_salt
from workshop.service.ports import Committed, Conflict, Loaded, Operation, Snapshot, UnknownSession

SCRIPT = (Path(__file__).parent / "commit.lua").read_text()
SCRIPT_ID = hashlib.sha1(SCRIPT.encode(), usedforsecurity=False).hexdigest()
DAY = 86_400


@dataclass(frozen=True)
class _Copy:
    head: Head
    salts: Mapping[str, str]


class RedisStore(Counters):
    """One for a web process. `client` is a redis-py client without response decoding."""

    def __init__(self, client: redis.Redis, secret: bytes) -> None:
        self._redis = client
        self._secret = secret
        self._copies: dict[str, _Copy] = {}
        self._hot = batch_of(client)
        self._rewriter = LogRewriter(client)

    # ------------------------------------------------------------ opening

    def create(self, head: Head, collections: Mapping[str, Mapping[str, Slice]], counts: Mapping[str, int]) -> None:
        """Open (or rebuild) a live session under a new epoch. Does nothing when it exists."""
        with reachable():
            if not self._redis.hsetnx(keys.key(head.session, "meta"), "epoch", secrets.token_urlsafe(12)):
                return
            pipe = self._redis.pipeline(transaction=True)
            pipe.set(keys.key(head.session, "head"), codec.head_to_json(head))
            pipe.hset(keys.key(head.session, "parts"), "*", 1)
            pipe.set(keys.code(head.code), head.session)
            open_rounds = [r.id for r in head.rounds.values() if r.state in ("open", "closing")]
            for scope in ("session", *open_rounds):
                pipe.hset(keys.key(head.session, "salts"), scope, new_salt())
            for name, slices in collections.items():
                for field, value in slices.items():
                    pipe.hset(keys.collection(head.session, name), field, codec.slice_to_bytes(value))
            for name, n in counts.items():
                pipe.hset(keys.key(head.session, "counts"), name, n)
            pipe.hset(keys.key(head.session, "meta"), mapping={"version": head.version, "rev": 1})
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

    def _copy(self, session: str, fresh: bool) -> _Copy:
        if not fresh and (known := self._copies.get(session)):
            return known
        with reachable():
            pipe = self._redis.pipeline(transaction=True)
            pipe.get(keys.key(session, "head"))
            pipe.hgetall(keys.key(session, "salts"))
            raw, salts = pipe.execute()
        return self._keep(session, raw, salts)

    def _keep(self, session: str, raw: bytes | None, salts: Mapping[bytes, bytes]) -> _Copy:
        if raw is None:
            self._copies.pop(session, None)
            raise UnknownSession(session)
        copy = _Copy(codec.head_from_json(raw), {s.decode(): v.decode() for s, v in salts.items()})
        self._copies[session] = copy
        return copy

    def load(self, head: Head, reads: tuple[Read, ...], all_counts: bool) -> Loaded:
        """The slices, whole collections and counters that a rule named, in one round trip."""
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
        )

    def view(self, session: str, needs: Callable[[Head], tuple[str, ...]]) -> Snapshot:
        """One consistent reading. Reads again when the head's needs turn out to be others than the copy's."""
        wanted = needs(self.head(session))
        while True:
            with reachable():
                found = self._read_view(session, wanted)
            head = self._keep(session, found[1], found[4]).head
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
        """Write the change iff head and slices are as loaded. Raises Conflict."""
        names, arguments = commit_arguments(loaded, change, operation)
        state, rev = self._run_commit(len(names), *names, *arguments)
        if state == -1:
            self._copies.pop(loaded.head.session, None)
            raise UnknownSession(loaded.head.session)
        if state == 0 or change.head is not None:
            self._copies.pop(loaded.head.session, None)
        if state == 0:
            raise Conflict
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
        self._copies.pop(session, None)
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
        self._copies.pop(session, None)
        self._rewriter.request()

    def _delete_all_but(self, session: str, kept: set[str]) -> None:
        with reachable():
            for name in self._redis.scan_iter(match=_escaped(keys.key(session, "")) + "*", count=500):
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


def _escaped(text: str) -> str:
    return text.replace("[", r"\[").replace("]", r"\]").replace("?", r"\?").replace("*", r"\*")
