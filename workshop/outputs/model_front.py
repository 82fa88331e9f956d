"""Of an anonymised session: what its facilitator adds at its release, and which texts have the facilitator's words."""

from __future__ import annotations

from dataclasses import dataclass

TOLD_BY = ("summary", "reflection")
"""What a facilitator may tell of a session, in the order in which a report has it."""


@dataclass(frozen=True)
class ToldOutput:
    """`summary`: what happened, in short; `reflection`: what to take from it. Empty where nothing was written.

    `reworded`: (kind, text) of every text whose words are the facilitator's instead of the room's, without the mark
    that it has where it stands.
    """

    summary: str = ""
    reflection: str = ""
    reworded: tuple[tuple[str, str], ...] = ()


NOTHING_TOLD = ToldOutput()
