"""Situations and rooms of asking what holds: links and sentences, then the eight questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.activities.commands import case
from tests.activities.commands_written import notes
from tests.activities.rooms import moment
from tests.helpers.table import Table

Said = tuple[str | None, str | None]
WRITTEN = {"because": "It began with a move.", "rival": "Something else happened first."}
YES, NO, SKIP = ("yes", "known"), ("no", "timing"), (None, None)


def written(table: Table) -> list[str]:
    """Two notes that are joined, and two sentences; the link's id and the sentences' parts."""
    table.go("formulation")
    notes(table)
    for part, text in WRITTEN.items():
        table.must("formulation.explain", {"part": part, "text": text, "base": 0})
    return [*(x["id"] for x in table.part("formulation")["links"]), *WRITTEN]


def asked(table: Table) -> str:
    """All of it is asked; the round."""
    link, *sentences = written(table)
    table.must("formulation.ask", {"links": [link], "sentences": sentences})
    return str(table.part("agreed")["round"])


def say(table: Table, item: str, said: Iterable[Said]) -> None:
    """d1, d2… say this of an item."""
    here = table.part("agreed")["round"]
    for n, (answer, reason) in enumerate(said, 1):
        body = {"round": here, "item": item, "answer": answer, "reason": reason}
        table.must("formulation.answer", body, f"d{n}")


def all_say(table: Table, *said: Iterable[Said]) -> None:
    """What is said of the items in turn; the rest is passed over by all six."""
    items = [item["id"] for item in table.part("agreed")["items"]]
    for item, them in zip(items, [*said, *[[SKIP] * 6] * len(items)], strict=False):
        say(table, item, them)


def revealed(table: Table, *said: Iterable[Said]) -> list[dict[str, Any]]:
    """Asked, answered and shown; what is told of the items."""
    here = asked(table)
    all_say(table, *said)
    table.must("formulation.reveal", {"round": here})
    return list(table.part("agreed")["results"])


def eight(table: Table) -> str:
    """The questions are asked; the round."""
    written(table)
    table.must("formulation.ask", {"links": [], "sentences": [], "questions": True})
    return str(table.part("agreed")["round"])


@case("formulation.ask", step="formulation")
def _(table: Table) -> Any:
    link, *sentences = written(table)
    return {"links": [link], "sentences": sentences}


@case("formulation.ask", "the questions", step="formulation")
def _(table: Table) -> Any:
    written(table)
    return {"links": [], "sentences": [], "questions": True}


@case("formulation.ask", "nothing is written, refused", step="formulation")
def _(table: Table) -> Any:
    return {"links": [], "sentences": ["because"]}


@case("formulation.ask", "told before, refused", step="formulation")
def _(table: Table) -> Any:
    revealed(table, [YES] * 6)
    return {"links": [], "sentences": ["because"]}


@case("formulation.answer", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {"round": asked(table), "item": "item01", "answer": "yes", "reason": "known"}


@case("formulation.answer", "passed over, the last", who="d1", step="formulation")
def _(table: Table) -> Any:
    here = asked(table)
    for item in ("item01", "item02"):
        say(table, item, [NO])
    return {"round": here, "item": "item03", "answer": None}


@case("formulation.reveal", step="formulation")
@case("formulation.close", step="formulation")
def _(table: Table) -> Any:
    here = asked(table)
    all_say(table, [YES, YES, YES, NO, NO, NO], [YES] * 6)
    return {"round": here}


@case("formulation.reveal", "too few, refused", step="formulation")
def _(table: Table) -> Any:
    return {"round": asked(table)}


@moment("formulation", "links and sentences are asked")
def _(table: Table) -> None:
    asked(table)
    say(table, "item01", [YES, NO, ("partly", None), ("cannot", None), SKIP])


@moment("formulation", "one link is split")
def _(table: Table) -> None:
    revealed(table, [YES, YES, YES, NO, NO, NO], [YES] * 5 + [("cannot", None)], [("cannot", None)] * 6)


@moment("formulation", "what was told is off the screen")
def _(table: Table) -> None:
    revealed(table, [YES, YES, YES, NO, NO, NO])
    table.must("formulation.close", {"round": "h1"})


@moment("formulation", "new words, and too few moved")
def _(table: Table) -> None:
    revealed(table, [YES] * 6, [YES] * 5 + [NO], [YES, NO] + [SKIP] * 4)
    body = {"part": "because", "text": "It began with a new school.", "base": 1}
    table.must("formulation.explain", body)
    table.must("formulation.ask", {"links": [], "sentences": ["because"]})
    all_say(table, [YES] * 4 + [NO] * 2)
    table.must("formulation.reveal", {"round": "h2"})


@moment("formulation", "the eight questions are asked")
def _(table: Table) -> None:
    eight(table)


@moment("formulation", "the eight questions are answered")
def _(table: Table) -> None:
    here = eight(table)
    all_say(table, *[[YES] * 3 + [("partly", None)] * 3] * 8)
    table.must("formulation.reveal", {"round": here})


@moment("formulation", "closed without being shown")
def _(table: Table) -> None:
    table.must("formulation.close", {"round": asked(table)})
