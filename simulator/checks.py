"""What has to hold when all has come to rest."""

from __future__ import annotations

import json
from typing import Any

from simulator.beginning import STAGES, K
from simulator.worker import Worker
from workshop.activities.base import Role
from workshop.domain.results import RoundResult
from workshop.realtime.frames import full_frame

ROLES: dict[str, Role] = {"phone": "delegate", "desk": "facilitator", "screen": "screen"}
OWN = "own_"
"""Parts that a phone is given on joining only."""


def at_rest(world: Any) -> None:
    """Every property; what does not hold is a fault of the world's."""
    for fault in world.history.faults(world.history.closings):
        world.fault(fault)
    _rounds(world)
    _recorded(world)
    _states(world)


def _rounds(world: Any) -> None:
    """What the desk was told is so."""
    rounds = world.room.head.rounds
    for round_id in world.history.ended:
        if round_id not in rounds or rounds[round_id].state not in ("closed", "revealed"):
            world.fault(f"the desk was told that {round_id} has closed")
    if len(rounds) < 1 + world.history.opened:
        world.fault(f"the desk was told that {world.history.opened} rounds more are open; there are {len(rounds)}")


def _recorded(world: Any) -> None:
    """What the record has of a round is what the tally counted, and tells of no few."""
    for (_, round_id), result in world.shelves.rounds.items():
        closing = world.history.closings.get(round_id)
        if not isinstance(result, RoundResult) or closing is None:
            continue
        for card in result.cards:
            if card.tallies is None:
                continue
            told = dict(zip((*STAGES, None), (*card.tallies, card.need_to_know or 0), strict=True))
            if (card.placed or 0) < K:
                world.fault(f"{round_id} {card.card}: told of {card.placed}")
            counted = closing.counted.get(card.card)
            if counted is not None and dict(counted) != told:
                world.fault(f"{round_id} {card.card}: the record has {told}, the room {dict(counted)}")


def _states(world: Any) -> None:
    """Old state plus frames equals fresh state, as a worker has it that does nothing else."""
    context = Worker(world, len(world.workers)).context
    for who, kind in world.kinds.items():
        fresh = full_frame(context, world.session, ROLES[kind], world.tokens.get(who, ""))
        wanted = {name: json.loads(raw) for name, raw in fresh.parts.items() if not name.startswith(OWN)}
        found = {name: part for name, part in world.pages.look(who, "parts").items() if not name.startswith(OWN)}
        for name in sorted(wanted.keys() | found.keys()):
            if wanted.get(name) != found.get(name):
                world.fault(f"{kind} {who}: {name} is {found.get(name)}, for a fresh page {wanted.get(name)}"[:300])
