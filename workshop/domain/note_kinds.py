"""What a note says of itself: how sure it is, in whose voice it speaks, what it rests on. All may be left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SURE = ("known", "told", "think", "not_known")
"""Known; told to us; we think; not known."""
BELIEVED = "think"
"""What is only thought asks on what it rests."""
VOICES = ("young_person", "family", "harmed", "professional")
FIELDS = ("sure", "voice", "ground")
"""As a note keeps them: each "" where nobody said."""


@dataclass(frozen=True)
class NoteKind:
    """`sure`: of SURE; `voice`: of VOICES; `ground`: the id of a card or of new information. "" where nobody said."""

    sure: str = ""
    voice: str = ""
    ground: str = ""

    @property
    def asks_why(self) -> bool:
        """Whether it is only thought, and does not say on what it rests."""
        return self.sure == BELIEVED and not self.ground


def kind_of(note: Mapping[str, Any]) -> NoteKind:
    """Of a note as it is kept; one of a version before says nothing of itself."""
    return NoteKind(*(str(note.get(field, "")) for field in FIELDS))


def shared(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, str]:
    """What two notes both say of themselves, for the one that they become; "" where they differ."""
    one, other = kind_of(first), kind_of(second)
    return {f: getattr(one, f) if getattr(one, f) == getattr(other, f) else "" for f in FIELDS}
