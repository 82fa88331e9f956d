"""Opening a session, and noticing that the server that holds it was started again since."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import Any

import redis

from workshop.activities.base import Slice
from workshop.domain.live import COUNTING, Head
from workshop.live import codec, keys
from workshop.live.connect import each_server
from workshop.live.copies import Copies
from workshop.live.reach import reachable
from workshop.live.runs import Runs
from workshop.live.slots import new_salt
from workshop.service.ports import SENDING_AGAIN, Leftover

SEND_AGAIN_WITHIN = 3.0
"""Seconds for which no round is closed after phones were asked to send again: a frame, and their answers."""
Collections = Mapping[str, Mapping[str, Slice]]


class Opening:
    """Mixed into RedisStore."""

    _redis: redis.Redis
    _runs: Runs
    _copies: Copies
    _restoring: dict[str, Lock]
    restore: Callable[[str], object]

    def create(self, head: Head, collections: Collections, counts: Mapping[str, int], since: int = 0) -> None:
        """Open (or rebuild) a live session under a new epoch. Does nothing when this run of the server has it.

        Of what an earlier run left, head, collections and counts that are named are replaced, and all else stays.
        """
        meta = keys.key(head.session, "meta")
        with reachable():
            run = self._runs.ask(meta)
            with self._redis.pipeline(transaction=True) as pipe:
                pipe.watch(meta)
                found: Any = pipe.hmget(meta, "version", "rev", "run")
                version, rev, was = found
                if version is not None and was == run.encode():
                    return
                # By itself, and before: in a cluster it lies elsewhere, and a session without its code is lost.
                self._redis.set(keys.code(head.code), head.session)
                if version is not None:
                    head = replace(head, version=max(head.version, int(version)) + 1)
                rev = max(since, int(rev or 0)) + 1
                pipe.multi()
                self._open(pipe, head, collections, counts, rev)
                pipe.hset(meta, mapping=_meta(head, rev, run))
                with suppress(redis.WatchError):  # another worker was faster
                    pipe.execute()
        self._copies.drop(head.session)

    def _open(self, pipe: Any, head: Head, collections: Collections, counts: Mapping[str, int], rev: int) -> None:
        session = head.session
        pipe.set(keys.key(session, "head"), codec.head_to_json(head))
        pipe.hset(keys.key(session, "parts"), "*", rev)
        open_rounds = [r.id for r in head.rounds.values() if r.state in COUNTING]
        for scope in ("session", *open_rounds):
            pipe.hsetnx(keys.key(session, "salts"), scope, new_salt())
        for name, slices in collections.items():
            pipe.delete(keys.collection(session, name))
            for field, value in slices.items():
                pipe.hset(keys.collection(session, name), field, codec.slice_to_bytes(value))
        for name, n in counts.items():
            pipe.hset(keys.key(session, "counts"), name, n)
        if open_rounds and rev > 1:
            pipe.set(keys.key(session, f"lease:{SENDING_AGAIN}"), b"1", px=int(SEND_AGAIN_WITHIN * 1000))

    def leftover(self, session: str) -> Leftover | None:
        """What lies there, whichever run of the server it is of."""
        with reachable():
            pipe = self._redis.pipeline(transaction=True)
            pipe.get(keys.key(session, "head"))
            pipe.hget(keys.key(session, "meta"), "rev")
            raw, rev = pipe.execute()
        return None if raw is None or rev is None else Leftover(codec.head_from_json(raw), int(rev))

    def sessions(self) -> list[str]:
        """Every session of which anything lies there."""
        with reachable():
            return sorted({keys.session_of(name.decode()) for name in self._redis.scan_iter("cw:{*}:meta", count=500)})

    def run_id(self) -> str:
        """Another one when a server was started again: what it may have lost is to be looked for."""
        with reachable():
            return " ".join(sorted(str(server.info("server")["run_id"]) for server in each_server(self._redis)))

    def _as_it_lies(self, session: str) -> None:
        found = self.leftover(session)
        if found is not None:
            self.create(found.head, {}, {}, found.rev)

    def _is_of_this_run(self, session: str, run: bytes | None) -> bool:
        name = keys.key(session, "meta")
        return (run or b"").decode() == (self._runs.of(name) or self._runs.ask(name))

    def _restore(self, session: str) -> None:
        """Once, however many of this worker ask at the same time."""
        self._copies.drop(session)
        with self._restoring.setdefault(session, Lock()):
            name = keys.key(session, "meta")
            with reachable():
                found: Any = self._redis.hget(name, "run")
                known = found is not None and found.decode() == self._runs.ask(name)
            if not known:
                self.restore(session)
        self._copies.drop(session)


def _meta(head: Head, rev: int, run: str) -> dict[Any, Any]:
    return {"epoch": secrets.token_urlsafe(12), "version": head.version, "rev": rev, "run": run}
