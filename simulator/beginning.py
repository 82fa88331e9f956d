"""How every simulation begins: a room of four phones, at a step in which two cards are placed, the first round open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unittest.mock import patch

from simulator.record import Shelves
from simulator.schedule import PHONES
from tests.helpers.case import CASE
from workshop.domain.scenario import AgendaTemplate, Scenario, StepTemplate
from workshop.service import sessions, setup
from workshop.service.join import Joined, join
from workshop.service.perform import Done, Sender, perform

K = 3
"""Below the five that a real room needs, so that four phones can make a picture. The rules read it from the head."""
STEPS = (StepTemplate("board", "Place", 15, {"round": "first", "cards": ["c1", "c2"]}),)
SMALL_CASE = replace(CASE, agendas=(AgendaTemplate("simulated", "Simulated", STEPS),))
STAGES = tuple(stage.id for stage in SMALL_CASE.scale.stages)


class Casebook:
    """A casebook with one case study in it."""

    def get(self, id: str) -> Scenario:
        return SMALL_CASE

    def left_out(self) -> list[str]:
        return []

    def list(self) -> list[Scenario]:
        return [SMALL_CASE]


def begun(worker: Any) -> tuple[str, dict[int, str]]:
    """By a worker to which nothing happens: (the session, phone → its seat's token)."""
    context = worker.context
    with patch.object(setup, "LEAST_K", K):
        session = sessions.create_session(context, "user", "organisation", SMALL_CASE.id, "simulated", K)
    code, tokens = context.live.head(session).code, {}
    for phone in PHONES:
        joined = join(context, code, f"{'token-of-phone-' + str(phone):_<43}")
        assert isinstance(joined, Joined)
        tokens[phone] = joined.token
    done = perform(context, session, Sender("facilitator"), "board.open", {}, "opened-at-the-start")
    assert isinstance(done, Done)
    return session, tokens


def copied(shelves: Shelves) -> Shelves:
    """What lasts, for one simulation more; nothing on a shelf is ever changed in place but the shelves and sets."""
    return Shelves(**{name: _own(found) for name, found in vars(shelves).items()})


def _own(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: set(value) if isinstance(value, set) else value for key, value in found.items()}
    return set(found) if isinstance(found, set) else found
