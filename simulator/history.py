"""What phones sent, what they were told, and whether every closed round can have come from it.

As in `tests/helpers/history.py`, an operation is ok, failed, or neither (nobody knows). Here both ends of every line
are seen, so more can be said: which answers an operation was given, in which state of the live store.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from tests.helpers.history import NOT_PLACED, Stage, fitting

AGAIN = frozenset({"saving", "too_fast", "failed"})
"""Answers that promise nothing: the page asks again."""
Possible = Mapping[int, set[Stage]]
"""Phone → where its answer to one card may lie."""


@dataclass
class Operation:
    """One answer of a phone to a card, under one id. `stage`: NOT_PLACED for a card that is passed over."""

    phone: int
    round: str
    card: str
    stage: Stage
    sent: int = 0
    doubled: bool = False
    settled: bool | None = None
    """What its phone was told in the end."""
    stored: set[int] = field(default_factory=set[int])
    """Losses of the store after which it was told that this is stored."""
    refused: set[int] = field(default_factory=set[int])
    unsure: bool = False
    """Whether it was answered while the store lost something, or refused by a room that had lost its round: the desk
    opens that again, and what the phone sends again is stored then.
    """

    @property
    def outcome(self) -> str:
        """As its phone knows it: a no to what was sent more than once may have come too late."""
        if self.settled:
            return "ok"
        return "fail" if self.settled is False and self.sent == 1 and not self.doubled else "info"


@dataclass
class Closing:
    """A round that began to close, and what it came to."""

    at: float
    losses: int
    again: Mapping[str, str]
    """Card → the round after which a phone says where it stood."""
    calm: frozenset[int] = frozenset()
    """Phones to which nothing had happened since shortly before the newest loss: they have sent everything again."""
    older: frozenset[str] = frozenset()
    """Cards of which the record had told nothing when the round began to close again, after a loss."""
    counted: dict[str, Counter[Stage]] = field(default_factory=dict[str, Counter[Stage]])


class History:
    """One simulation's."""

    def __init__(self, world: Any) -> None:
        self._world = world
        self.operations: dict[str, Operation] = {}
        self._asked: dict[tuple[str, str], str] = {}
        self.closings: dict[str, Closing] = {}
        self.ended: list[str] = []
        """Rounds that the desk was told are closed."""
        self.opened = 0
        """How many the desk was told are open."""
        self.asking = 0
        """Commands of the desk's page without an answer."""

    # ------------------------------------------------------------ what is said

    def sent(self, line: Any, packet: str) -> None:
        """A page sends a command."""
        number, bracket, rest = packet.partition("[")
        event = orjson.loads(bracket + rest)
        if event[0] != "command" or event[1]["name"] not in ("board.place", "board.skip"):
            return
        id_, body = event[1]["id"], event[1]["body"]
        self._asked[line.name, number.rpartition(",")[2]] = id_
        made = Operation(line.who, body["round"], body["card"], body.get("stage", NOT_PLACED))
        self.operations.setdefault(id_, made).sent += 1

    def doubled(self, line: Any, packet: str) -> None:
        """The network says it twice."""
        if (id_ := self._asked.get((line.name, _number(packet)))) is not None:
            self.operations[id_].doubled = True

    def said(self, line: Any, packet: str) -> None:
        """A worker answers."""
        id_ = self._asked.get((line.name, _number(packet)))
        if id_ is None:
            return
        operation, losses = self.operations[id_], line.began
        if losses != self._world.store.losses:
            operation.unsure = True
            return
        ack = orjson.loads(packet[packet.index("[") :])[0]
        if not ack["ok"] and ack["code"] in AGAIN:
            return
        if not ack["ok"] and not self._world.room.knows(operation.round):
            operation.unsure = True
            return
        told, other = (operation.stored, operation.refused) if ack["ok"] else (operation.refused, operation.stored)
        if losses in other and self._world.room.is_open(operation.round):
            self._world.fault(f"two answers to one operation of phone {operation.phone}: now {ack}")
        told.add(losses)

    def settled(self, id_: str, ok: bool) -> None:
        """A phone has taken an answer for good."""
        if (operation := self.operations.get(id_)) is None:
            return
        operation.settled = ok
        if not (operation.stored or operation.unsure if ok else operation.refused or operation.unsure):
            self._world.fault(f"phone {operation.phone} takes for {ok} what nobody answered so")

    def desk_was_told(self, what: str, body: Mapping[str, Any], ack: Mapping[str, Any]) -> None:
        """The console's command was answered."""
        self.asking -= 1
        if ack["ok"]:
            self.opened += what in ("board.open", "board.again", "board.reopen")
            if what in ("board.close", "board.reveal"):
                self.ended.append(body["round"])

    # ------------------------------------------------------------ what cannot be

    def possible(self, round_id: str, card: str, closing: Closing) -> Possible | None:
        """Where everybody may stand after a round; None where a loss took what it was reckoned from."""
        before: Possible = {phone: {NOT_PLACED} for phone in self._world.phones}
        if (stood := closing.again.get(card)) is not None:
            earlier = self.closings.get(stood)
            found = self.possible(stood, card, earlier) if earlier else None
            if earlier is None or found is None or earlier.losses != closing.losses:
                return None
            before = found
        mine = defaultdict[int, list[Operation]](list)
        for operation in self.operations.values():
            if (operation.round, operation.card) == (round_id, card):
                mine[operation.phone].append(operation)
        return {phone: self._after(places, mine[phone], closing) for phone, places in before.items()}

    def _after(self, before: set[Stage], operations: Sequence[Operation], closing: Closing) -> set[Stage]:
        places = before
        for operation in operations:
            said = before if operation.stage == NOT_PLACED else {operation.stage}
            outcome = operation.outcome
            if outcome == "ok" and not self._is_safe(operation, closing):
                outcome, places = "info", places | before  # the store lost it, and its phone was away
            places = {"ok": said, "fail": places, "info": places | said}[outcome]
        return places

    def _is_safe(self, operation: Operation, closing: Closing) -> bool:
        """After a loss only what a phone with a fine line was told: what a bad one held up may come after what was sent
        again, and the store has forgotten that it was done before. And not where a card stands in a round that was
        recorded already, which takes no answers any more: what was told is in the record, all else as the log has it.
        """
        return not closing.losses or (operation.phone in closing.calm and operation.card not in closing.older)

    def faults(self, closings: Mapping[str, Closing]) -> list[str]:
        """What cannot be true of rounds that were counted."""
        return [
            f"{round_id} {card}: {fault}"
            for round_id, closing in closings.items()
            for card in closing.counted
            if (fault := self._fault(round_id, card, closing))
        ]

    def _fault(self, round_id: str, card: str, closing: Closing) -> str:
        possible, counted = self.possible(round_id, card, closing), closing.counted[card]
        if possible is None:
            return ""
        told = {stage: n for stage, n in counted.items() if n}
        fits = min(told.values(), default=0) >= 0 and sum(told.values()) <= len(possible)
        if fits and fitting(possible, Counter(told)) == len(possible):
            return ""
        return f"counted {told}, but it can only be {[sorted(map(str, possible[p])) for p in sorted(possible)]}"


def _number(packet: str) -> str:
    """Of the ack: `2/delegate,17[…` or `3/delegate,17[…`."""
    return packet.partition("[")[0].rpartition(",")[2]
