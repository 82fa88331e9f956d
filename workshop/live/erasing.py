"""Erasing what is over, in the live store and in its log on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import redis

from workshop.live import keys
from workshop.live.copies import Copies
from workshop.live.reach import reachable
from workshop.live.rewrite import LogRewriter
from workshop.service.ports import Leftover

DAY = 86_400


class Erasing:
    """Mixed into RedisStore."""

    _redis: redis.Redis
    _copies: Copies
    _rewriter: LogRewriter

    if TYPE_CHECKING:

        def leftover(self, session: str) -> Leftover | None: ...

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
            self._redis.hdel(keys.key(session, "meta"), "writes")
            for name in kept:
                self._redis.expire(name, DAY)
            self._redis.delete(keys.code(code))
        self._rewriter.request()

    def forget(self, session: str) -> None:
        """Delete every key of the session and rewrite the log on disk."""
        found = self.leftover(session)
        code = found.head.code if found else ""
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
