"""What an explanation usually lacks, as data: each with its words, its source, and when it is asked.

What people write is mostly description: in one study of real formulations 95 % described and 16 % named a precipitant
(Eells, Kendjelic and Lucas 1998). So the nudges ask for what is usually missing, and never say that a text is whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.domain.note_kinds import VOICES, NoteKind

When = Literal["lacks", "unjoined", "unheard", "ungrounded", "only"]
Wall = Sequence[tuple[str, NoteKind]]
"""Of each note its section, and what it says of itself."""
UNJOINED, ALONE = 4, 3
"""So many notes without any link ask for one; so many about nothing but what happened ask for more."""


@dataclass(frozen=True)
class Nudge:
    """`of`: sections or a voice, as `when` needs them. `opens`: the area that is opened for it, or ""."""

    id: str
    words: str
    when: When
    source: str
    checked: str
    of: tuple[str, ...] = ()
    opens: str = ""
    url: str = ""


def lacking(nudges: Iterable[Nudge], notes: Wall, links: int, sections: Collection[str]) -> list[Nudge]:
    """Those that these notes and so many links call for, where the template has these sections; of no note none."""
    filled = {section for section, _ in notes}
    silent = unheard(kind for _, kind in notes)
    asked: Mapping[When, bool] = {
        "unjoined": len(notes) >= UNJOINED and not links,
        "ungrounded": any(kind.asks_why for _, kind in notes),
    }

    def calls(one: Nudge) -> bool:
        if one.when == "lacks":
            return any(s in sections for s in one.of) and not filled & {*one.of}
        if one.when == "unheard":
            return bool({*one.of} & {*silent})
        if one.when == "only":
            return len(notes) >= ALONE and filled <= {*one.of}
        return asked[one.when]

    return [one for one in nudges if calls(one)] if notes else []


def unheard(kinds: Iterable[NoteKind]) -> tuple[str, ...]:
    """Voices that no note has, of VOICES, in their order; none while no note says whose voice it is."""
    heard = {kind.voice for kind in kinds if kind.voice}
    return tuple(voice for voice in VOICES if voice not in heard) if heard else ()
