"""How sure the room is of what it wrote: of a link or a sentence, does it hold? Then eight questions about the whole.

Item by item, by the floors of a first placing; *cannot say* is told like *need to know more*. There is no sum, no rank
and no word for an item on which the room is of one mind. The eight questions are our own words for what the BPS
checklist of a team formulation asks (docs/decisions/040): does it explain, for whom, with what left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from workshop.domain import disclosure
from workshop.domain.formulation import Link
from workshop.domain.results import AgreedItem, Asked

ANSWERS = ("yes", "partly", "no", "cannot")
WEIGHED = ANSWERS[:3]
REASONS = ("known", "told", "timing", "age", "enough", "worded")
"""One of these may go with a yes or a no, and each is said for both: so a side is never told by which it may choose."""
SENTENCES = ("because", "kept_going", "eased", "rival")
QUESTIONS = ("explains", "why_now", "strengths", "around", "theirs", "harmed", "plain", "wrong")
MOST_LINKS, MOST_SENTENCES = 7, 4
ITEMS = tuple(f"item{n:02}" for n in range(1, MOST_LINKS + MOST_SENTENCES + 1))
"""What links and sentences of a round are called by phones: by their place in it, all of one length."""
SIDE = 1 / 3


class Said(NamedTuple):
    """One phone's answer to one item; None: passed over. The reason goes with a yes or a no."""

    answer: str | None
    reason: str | None = None


def is_split(yes: int, partly: int, no: int) -> bool:
    """Whether an item is contested: a third of those three at least on each side. Nothing is said of any other."""
    of = yes + partly + no
    return of > 0 and min(yes, no) >= of * SIDE


def moved(before: Sequence[int], now: Sequence[int]) -> int:
    """How many must have answered otherwise, at least, between two pictures of one thing."""
    steps = [b - a for a, b in zip(before, now, strict=True)]
    return max(sum(s for s in steps if s > 0), -sum(s for s in steps if s < 0))


# ---------------------------------------------------------------- what is asked


def key_of(*words: str) -> str:
    """What tells other words from the same: neither case nor signs nor spaces make others."""
    plain = unicodedata.normalize("NFKC", "\n".join(words)).casefold()
    kept = " ".join("".join(c if c.isalnum() else " " for c in plain).split())
    return sha256(kept.encode()).hexdigest()


def of_link(id: str, link: Link, notes: Mapping[str, tuple[str, str]]) -> Asked:
    """A link between two notes; note → (section, text). Made anew between the same two it is the same subject."""
    (at, first), (there, second) = notes[link.source], notes[link.target]
    subject = f"link {link.kind} {link.source} {link.target}"
    return Asked(id, "link", subject, key_of(link.kind, first, second), link.kind, first, second, (at, there))


def of_sentence(part: str, text: str) -> Asked:
    """One written part of the explanation."""
    return Asked(part, "sentence", f"sentence {part}", key_of(part, text), part, text)


def of_question(id: str, explanation: Mapping[str, str]) -> Asked:
    """A question about the explanation as it is written now: with other words in it, it may be asked again."""
    return Asked(id, "question", f"question {id}", key_of(id, *(explanation.get(part, "") for part in SENTENCES)))


# ---------------------------------------------------------------- what is told


def tally(asked: Asked, said: Iterable[Said], before: Sequence[AgreedItem], people: int | None, k: int) -> AgreedItem:
    """One item's figures, as far as they may be told.

    `before`: every picture of the same subject that was told, with other words, the last one last. A newer one is told
    only if at least three answered otherwise than in each of them, for else whoever came or went between two could be
    read off; the last one stands. `people`: the most who ever held a seat; None when that is not known.
    """
    sheets = list(said)
    yes, partly, no, cannot = (sum(s.answer == answer for s in sheets) for answer in ANSWERS)
    if any(_stands(one, (yes, partly, no, cannot)) for one in before):
        last = before[-1]
        return AgreedItem(asked, "stands", last.tallies, last.cannot, last.split, last.yes, last.no)
    if (why := disclosure.first_picture(yes + partly + no, cannot, people, k)) is not None:
        return AgreedItem(asked, why)
    split = asked.what != "question" and is_split(yes, partly, no)  # of a question there is no side to take
    sides = [_reasons(sheets, side, k) if split else () for side in ("yes", "no")]
    return AgreedItem(asked, None, (yes, partly, no), cannot, split, *sides)


def _stands(before: AgreedItem, now: tuple[int, ...]) -> bool:
    if before.tallies is None or before.cannot is None:
        return False
    return moved((*before.tallies, before.cannot), now) < disclosure.NAMED


def _reasons(sheets: list[Said], side: str, k: int) -> tuple[str, ...]:
    """What three phones of a side named, in the order of the list and not by how many."""
    named = [[s.reason] for s in sheets if s.answer == side and s.reason]
    told = {reason for reason, _ in disclosure.named(named, REASONS, len(sheets), k)}
    return tuple(reason for reason in REASONS if reason in told)


def told_before(items: Iterable[AgreedItem]) -> dict[str, list[AgreedItem]]:
    """Subject → every picture of it that was told, of items in the order in which they were told."""
    found = dict[str, list[AgreedItem]]()
    for item in items:
        if item.tallies is not None:
            found.setdefault(item.asked.subject, []).append(item)
    return found


def told_last(items: Iterable[AgreedItem]) -> dict[str, AgreedItem]:
    """Subject → how it was told last, of items in the order in which they were told."""
    return {item.asked.subject: item for item in items if item.tallies is not None}
