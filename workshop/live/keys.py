"""Names of everything in Redis. All keys of a session share a hash tag, so that a session lives in one cluster slot."""

from __future__ import annotations

import re

CHANNEL = "cw:revisions"
"""Where a bare `<session> <revision>` is published after each commit that moved a part."""


def key(session: str, name: str) -> str:
    """`head`, `meta`, `parts`, `counts`, `salts`, `ops:<scope>` or `lease:<what>` of a session."""
    return f"cw:{{{session}}}:{name}"


def all_of(session: str) -> str:
    """A pattern for every key of a session; whatever an id may be, it stands for itself."""
    return re.sub(r"([\[\]?*])", r"\\\1", key(session, "")) + "*"


def session_of(name: str) -> str:
    """The session that a key is of."""
    return name.partition("{")[2].partition("}")[0]


def collection(session: str, name: str) -> str:
    """The hash that holds a collection's slices."""
    return key(session, f"c:{name}")


def code(code: str) -> str:
    """Where a running session's join code leads to its id."""
    return f"cw:code:{code}"


def counter(what: str) -> str:
    """A number of the whole installation that forgets itself, such as `guesses`."""
    return f"cw:count:{what}"
