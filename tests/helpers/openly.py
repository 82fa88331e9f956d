"""Where phones may write notes that everybody sees at once."""

from typing import Any

from workshop.activities.formulation_notes import SILENT
from workshop.domain.live import Head
from workshop.domain.phases import phase_here, phases_here


def open_phase(head: Head) -> str:
    """Where the room is, past the silence of an explanation. As if led there, without what a change of phase does."""
    if head.step.activity != "formulation" or phase_here(head) != SILENT:
        return head.phase
    return phases_here(head)[1]


KEY = "key-of-any-phone"


def with_key(name: str, body: Any) -> Any:
    """What a phone of a test sends: all have one key for all notes, so that each may write over any of them."""
    keyed = name in ("formulation.add", "formulation.edit") and isinstance(body, dict)
    return {"key": KEY} | body if keyed else body
