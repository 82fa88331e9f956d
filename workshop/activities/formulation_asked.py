"""How sure is the room? Each phone says of a few links and sentences whether they hold, in private, until a reveal.

A round of the formulation: it opens at the facilitator's word, closes by the rule of placings (`closing.py`), and is
told item by item or not at all. A sheet lies under the seat's slot of the round and goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from workshop.activities.base import (
    Answers,
    Change,
    Collection,
    Read,
    Refused,
    Rounds,
    Seat,
    Situation,
    Slice,
    SliceRef,
    Whole,
)
from workshop.activities.base_kept import RESULTS
from workshop.activities.board_bodies import OneRound, Reveal
from workshop.activities.closing import NEVER, closable, ending, revealing
from workshop.activities.codec import agreed_result
from workshop.activities.formulation_asked_bodies import AskWhatHolds, SayWhatHolds
from workshop.activities.formulation_asked_words import ASKED, items_of
from workshop.activities.formulation_notes import LINKS
from workshop.activities.wordings import EXPLANATION, NOTES
from workshop.domain import agreed
from workshop.domain.formulation import Link
from workshop.domain.live import COUNTING, Head, Round
from workshop.domain.results import AgreedItem, AgreedResult, Asked, Closing
from workshop.domain.scenario import Scenario

KIND, LETTER = "formulation", "h"
HOLDS = Collection("weighed", of="round", copied=True)
"""A seat's sheet: item → its answer and reason."""
MOVED = frozenset({"agreed", "progress", "notes_private"})
CLOSED = Refused("round_closed", "board.closed")
WORDS = (NOTES.name, LINKS.name, EXPLANATION.name)
Slices = Mapping[str, Mapping[str, Slice]]
"""Collection → key → slice."""


def could_ask(found: Slices) -> dict[str, Asked]:
    """Every link and every written sentence, by id, in the words that they have now."""
    notes = {i: (n["section"], n["text"]) for i, n in found[NOTES.name].items()}
    links = {i: Link(x["source"], x["target"], x["kind"]) for i, x in found[LINKS.name].items()}
    joined = {i: x for i, x in links.items() if x.source in notes and x.target in notes}
    written = explanation(found)
    sentences = {part: agreed.of_sentence(part, text) for part, text in written.items()}
    return {i: agreed.of_link(i, x, notes) for i, x in joined.items()} | sentences


def explanation(found: Slices) -> dict[str, str]:
    """The parts of the explanation that are written, and can be asked about."""
    written = found[EXPLANATION.name]
    return {part: written[part]["text"] for part in agreed.SENTENCES if part in written and written[part]["text"]}


def questions(found: Slices) -> tuple[Asked, ...]:
    """The eight questions about the explanation as it is written now; none while nothing is written."""
    written = explanation(found)
    return tuple(agreed.of_question(id, written) for id in agreed.QUESTIONS) if written else ()


def shown_before(head: Head, results: Mapping[str, Slice]) -> Iterator[AgreedItem]:
    """Every item of every asking that was revealed, in the order in which they were asked."""
    for found in head.rounds.values():
        if found.kind == KIND and found.state == "revealed" and found.id in results:
            yield from agreed_result(results[found.id]).items


def not_asked_before(asked: Iterable[Asked], head: Head, results: Mapping[str, Slice]) -> tuple[Asked, ...]:
    """Without those that were shown in these very words: the same question twice would tell of whoever came or went."""
    known = {item.asked.key for item in shown_before(head, results)}
    return tuple(one for one in asked if one.key not in known)


# ---------------------------------------------------------------- commands


def reads_ask(head: Head, body: AskWhatHolds, seat: Seat) -> tuple[Read, ...]:
    """All that the room wrote, and what it was told of it."""
    return tuple(Whole(name) for name in (*WORDS, RESULTS))


def ask(situation: Situation, body: AskWhatHolds) -> Change | Refused:
    """Open a round for these; the words of each are those of this moment."""
    head, wholes = situation.head, situation.wholes
    if no := _not_now(head):
        return no
    chosen = questions(wholes) if body.questions else _chosen(body, could_ask(wholes))
    if not chosen:
        return Refused("not_now", "sureness.nothing_to_ask")
    if not_asked_before(chosen, head, wholes[RESULTS]) != chosen:
        return Refused("not_now", "sureness.before")
    opened = Round(
        *(head.next_round_id(LETTER), head.step.id, KIND, "questions" if body.questions else "items"),
        opened=situation.now(),
        asked=agreed.QUESTIONS if body.questions else agreed.ITEMS[: len(chosen)],
    )
    put: dict[SliceRef, Slice | None] = {SliceRef(ASKED.name, opened.id): {"items": [asdict(one) for one in chosen]}}
    return Change(head=head.with_round(opened), put=put, parts=MOVED)


def _chosen(body: AskWhatHolds, could: Mapping[str, Asked]) -> tuple[Asked, ...]:
    """Links first; none at all where one of them is not there any more."""
    wanted = tuple(dict.fromkeys((*body.links, *body.sentences)))
    return tuple(could[i] for i in wanted) if could.keys() >= set(wanted) else ()


def _not_now(head: Head) -> Refused | None:
    if head.step.activity != KIND:
        return Refused("not_now", "sureness.elsewhere")
    if head.talk:
        return Refused("not_now", "board.talking")
    if any(r.state in COUNTING and r.all for r in head.rounds.values()):
        return Refused("not_now", "board.another_open")
    return None


def reads_answer(head: Head, body: SayWhatHolds, seat: Seat) -> tuple[Read, ...]:
    """The seat's sheet of the round."""
    return (HOLDS.ref(seat, body.round),)


def answer(situation: Situation, body: SayWhatHolds) -> Change | Refused:
    """One item of this seat's sheet, and the two counters; nothing moves that anybody could watch."""
    found = situation.head.rounds.get(body.round)
    if found is None or found.kind != KIND or found.state != "open":
        return CLOSED
    if body.item not in found.asked or (body.reason is not None and body.answer not in ("yes", "no")):
        return Refused("invalid", "formulation.not_asked")
    ref = HOLDS.ref(situation.seat, body.round)
    before = situation.slices[ref] or {}
    after = {**before, body.item: {"answer": body.answer, "reason": body.reason}}
    count = {
        f"{found.id}:answered": int(not before),
        f"{found.id}:finished": int(len(after) == len(found.asked)) - int(len(before) == len(found.asked)),
    }
    return Change(put={ref: after}, count={name: delta for name, delta in count.items() if delta})


def reveal(situation: Situation, body: Reveal) -> Change | Refused:
    """Close it and show it, item by item, if enough have finished; or put what was shown on the screen again."""
    head = situation.head
    found = head.rounds.get(body.round)
    if found is not None and found.kind == KIND and found.state == "revealed":
        return Change(head=head.with_round(replace(found, reveal=True)), parts=MOVED)
    if found is not None and found.kind == KIND and found.state == "closed":
        return NEVER
    found = closable(head, body.round, KIND)
    return found if isinstance(found, Refused) else revealing(situation, found, body.idle_out, MOVED)


def close(situation: Situation, body: OneRound) -> Change | Refused:
    """Close it without showing: nothing of it is counted or kept. One that was begun to be shown is shown.

    What was shown before is taken off the screen, and stays told.
    """
    head = situation.head
    found = head.rounds.get(body.round)
    if found is not None and found.kind == KIND and found.state == "revealed":
        return Change(head=head.with_round(replace(found, reveal=False)), parts=MOVED)
    found = closable(head, body.round, KIND)
    return found if isinstance(found, Refused) else ending(head, found, found.reveal, found.quorum, MOVED)


# ---------------------------------------------------------------- closing


def tally(
    head: Head,
    scenario: Scenario,
    closing: Round,
    answers: Answers,
    new_id: Callable[[], str],
    shuffle: Callable[[list[Any]], None],
) -> Closing:
    """Every item by itself; nobody's answers to two of them are put together."""
    besides = answers.besides
    told = agreed.told_before(shown_before(head, besides[RESULTS]))
    asked = items_of(besides[ASKED.name].get(closing.id))
    sheets = list(answers.answers.values())
    items: list[AgreedItem] = []
    for item, one in zip(closing.asked, asked, strict=True):
        plain = replace(one, first="", second="")  # words stay with the round alone: there they can be taken away
        items.append(agreed.tally(plain, _said(sheets, item), told.get(one.subject, ()), answers.people, head.k))
    return Closing(AgreedResult(closing.id, closing.step, closing.cause, tuple(items)), slices={})


def _said(sheets: Iterable[Slice], item: str) -> list[agreed.Said]:
    return [agreed.Said(sheet[item]["answer"], sheet[item]["reason"]) for sheet in sheets if item in sheet]


ROUNDS = Rounds(
    tally,
    reads=(ASKED.name, RESULTS),
    by_reveal=True,
    result=AgreedResult,
    read=agreed_result,
)
