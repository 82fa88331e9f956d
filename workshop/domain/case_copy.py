"""The copy of a case study that a session keeps: bytes that are found by what they say, and that nothing changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from workshop.domain.scenario import Scenario

FORM = 1


@dataclass(frozen=True)
class CaseCopy:
    """`content`: canonical JSON, UTF-8. `sha256`: of the content, in hex."""

    sha256: str
    content: bytes

    @property
    def is_whole(self) -> bool:
        """Whether the bytes are still those that the digest names."""
        return hashlib.sha256(self.content).hexdigest() == self.sha256


def copy_of(scenario: Scenario) -> CaseCopy:
    """The same case study gives the same bytes: fields as they are declared, lists and names in the author's order."""
    said = {"form": FORM, "case": asdict(scenario)}
    content = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return CaseCopy(hashlib.sha256(content).hexdigest(), content)
