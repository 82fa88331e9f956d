"""A receipt as the record writes it, of what lies in memory."""

from workshop.service.context import new_id
from workshop.service.ports import Receipt

LEAST = 5
OF_PEOPLE = ("jottings", "questions", "texts")


def told(n: int, k: int) -> int | None:
    return n if n == 0 or n >= max(k, LEAST) else None


def receipt_of(found, filed, rounds: int, checkpoint, why) -> Receipt:
    """Of a session, a release, or both."""
    about, counts = found or filed, {}
    if found:
        sizes = {name: len(slices) for name, slices in (checkpoint.collections if checkpoint else {}).items()}
        theirs = sum(n for name, n in sizes.items() if name in OF_PEOPLE)
        shared = told(sum(sizes.values()) - theirs, found.k)
        counts = {"rounds": rounds, "shared": shared, "kept": told(theirs, found.k)}
    if filed:
        counts |= {"files": len(filed.files), "bytes": sum(map(len, filed.files.values()))}
    return Receipt(
        id=new_id(),
        organisation=about.organisation,
        scenario_title=about.scenario_title,
        held_on=found.held_on if found else filed.released_on,
        rule=why.rule,
        erased_on=why.day,
        counts=counts,
        digests=dict(filed.digests) if filed else {},
    )


def correction_receipt(session, made, digests, day: str) -> Receipt:
    """Of what a correction took the place of."""
    about = (made.organisation, made.scenario_title, session.held_on)
    return Receipt(new_id(), *about, "corrected", day, {"files": len(digests)}, dict(digests))
