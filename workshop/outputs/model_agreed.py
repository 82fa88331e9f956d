"""Of an anonymised session, how sure the room was of what it wrote: figures that it was shown, item by item."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AgreementOutput:
    """Of one link, sentence or question. `former`: said of words that have changed since.

    `split`: a third at least said yes, and a third no; then what three of either side named, by id.
    """

    yes: int
    partly: int
    no: int
    cannot_say: int
    split: bool
    reasons_yes: tuple[str, ...]
    reasons_no: tuple[str, ...]
    former: bool
