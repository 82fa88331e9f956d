"""The door's part for how sure the room was: of what is still there, what it was shown of it last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workshop.domain import agreed, disclosure
from workshop.domain.formulation import Link
from workshop.domain.results import AgreedItem, AgreedResult, Asked, Result
from workshop.outputs.model_agreed import AgreementOutput

Named = Mapping[str, Mapping[str, str]]
"""Note → its section and text."""


class Agreements:
    """What was told, by what it is about; and of a thing as it is now, what may leave of it."""

    def __init__(self, closed: Iterable[Result], k: int) -> None:
        items = [i for r in closed if isinstance(r, AgreedResult) and r.revealed for i in r.items]
        self._told, self._k = agreed.told_last(items), k

    def of_link(self, id: str, link: Link, notes: Named) -> AgreementOutput | None:
        """Of a link between two notes, in its present words."""
        words = {i: (notes[i]["section"], notes[i]["text"]) for i in (link.source, link.target)}
        return self._of(agreed.of_link(id, link, words))

    def of_sentences(self, written: Mapping[str, str]) -> tuple[tuple[str, AgreementOutput], ...]:
        """Of the parts of the explanation that are written, in their order."""
        asked = (agreed.of_sentence(part, written[part]) for part in agreed.SENTENCES if written.get(part))
        return tuple((one.id, told) for one in asked if (told := self._of(one)))

    def of_questions(self, written: Mapping[str, str]) -> tuple[tuple[str, AgreementOutput], ...]:
        """Of the eight questions, in their order."""
        asked = (agreed.of_question(id, written) for id in agreed.QUESTIONS)
        return tuple((one.id, told) for one in asked if (told := self._of(one)))

    def _of(self, now: Asked) -> AgreementOutput | None:
        told = self._told.get(now.subject)
        if told is None or told.tallies is None or told.cannot is None:
            return None
        if disclosure.withhold(sum(told.tallies), self._k) is None:
            return None
        yes, partly, no = told.tallies
        former = self._is_former(told, now)
        return AgreementOutput(yes, partly, no, told.cannot, told.split, told.yes, told.no, former)

    def _is_former(self, told: AgreedItem, now: Asked) -> bool:
        return told.why == "stands" or told.asked.key != now.key
