"""What a no says: a `Refused`, or the answer or ack that came of one, in the words of the catalogue."""

from __future__ import annotations

from typing import Any

from workshop.activities.base import Refused
from workshop.words import Words

WORDS = Words.of("en")


def said(no: Refused | dict[str, Any]) -> str:
    """The sentence, or the two. Raises KeyError for an id, or a value that a sentence names, which is not there."""
    why, values = (no.why, no.values) if isinstance(no, Refused) else (no["why"], no["values"])
    id = f"refused.{why}"
    try:
        return WORDS.say(id, **values)
    except KeyError:
        return ". ".join(WORDS.all(id, **values))
