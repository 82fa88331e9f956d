"""Versions of the explanation, and what changed from one to the next, without ids."""

from __future__ import annotations

from workshop.domain.changed import changed, kept_version, written
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.scenario import Scenario
from workshop.outputs.model import VersionOutput


def versions(scenario: Scenario, kept: Checkpoint) -> tuple[VersionOutput, ...]:
    """In the order in which they were kept. One after which nothing changed is left out: it says what the next says."""
    found = [slice_ for _, slice_ in sorted(kept.collections.get("versions", {}).items())]
    numbers = {one.id: number for number, one in enumerate(scenario.information, 1)}
    now = written(*(kept.collections.get(name, {}) for name in ("notes", "links", "explanation")))
    then = [*map(kept_version, found), now]
    return tuple(
        VersionOutput(
            cause=slice_["cause"],
            information=numbers.get(slice_["information"], 0),
            notes=tuple(sorted((w.section, w.text) for w in version.notes.values())),
            sentences=tuple(sorted(version.sentences.items())),
            changed=difference,
        )
        for slice_, version, after in zip(found, then, then[1:], strict=False)
        if (difference := changed(version, after))
    )
