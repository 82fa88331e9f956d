"""Keeping house: shared work is saved when it moved, by one worker, and outages are waited out."""

import time

from tests.helpers.fakes import FakeLive, Process
from tests.helpers.rooms import TOKENS, a_room, beside
from workshop.service.housekeeping import SELDOM, Housekeeper
from workshop.service.ports import Unavailable


def written(room, text="Two reports"):
    room.delegate(TOKENS[0], "formulation.add", section="known", text=text)


def saved(room):
    checkpoint = room.context.record.checkpoint(room.id)
    return [n["text"] for n in checkpoint.collections.get("notes", {}).values()]


def signs(room):
    return room.context.live.signs([room.id])[room.id]


def run(keeper, room):
    keeper.run(signs(room))
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.shared.leases.clear()  # two seconds later


def test_what_delegates_wrote_together_is_saved_and_only_when_it_moved():
    room = a_room()
    room.go("formulation")
    watched = Process()
    keeper = Housekeeper(beside(room, watched).context, room.id)
    run(keeper, room)
    written(room)
    assert saved(room) == []
    run(keeper, room)
    assert saved(room) == ["Two reports"]
    before = watched.steps.count("save_checkpoint")
    run(keeper, room)
    room.join(3)
    run(keeper, room)
    assert watched.steps.count("save_checkpoint") == before, "nobody wrote anything"


def test_two_workers_save_it_once():
    room = a_room()
    room.go("formulation")
    written(room)
    processes = [Process(), Process()]
    for process in processes:
        Housekeeper(beside(room, process).context, room.id).run(signs(room))
    assert sum(p.steps.count("save_checkpoint") for p in processes) == 1
    assert saved(room) == ["Two reports"]


def test_a_record_that_is_away_is_waited_out_and_nothing_is_skipped():
    room = a_room()
    room.go("formulation")
    written(room)
    worker = beside(room)
    real, keeper = worker.context.record.save_checkpoint, Housekeeper(worker.context, room.id)

    def away(*_):
        raise Unavailable

    worker.context.record.save_checkpoint = away
    run(keeper, room)
    assert saved(room) == []
    worker.context.record.save_checkpoint = real
    run(keeper, room)
    assert saved(room) == ["Two reports"]


def test_a_session_that_is_gone_is_no_fault():
    room = a_room()
    keeper = Housekeeper(room.context, room.id)
    before = signs(room)
    room.context.live.forget(room.id)
    keeper.run(before)
    assert keeper.wants(before)


def test_it_wants_nothing_while_nothing_happens(monkeypatch):
    room = a_room()
    room.go("formulation")
    worker = beside(room)
    keeper = Housekeeper(worker.context, room.id)
    assert keeper.wants(signs(room)), "what was left behind before it came"
    run(keeper, room)
    assert not keeper.wants(signs(room))
    written(room)
    assert keeper.wants(signs(room))
    run(keeper, room)
    assert not keeper.wants(signs(room))
    later = time.monotonic() + SELDOM + 1
    monkeypatch.setattr("workshop.service.housekeeping.time.monotonic", lambda: later)
    assert keeper.wants(signs(room)), "and seldom all the same"


def test_what_another_worker_is_at_is_wanted_until_it_is_done():
    room = a_room()
    room.go("formulation")
    written(room)
    first, second = (Housekeeper(beside(room, Process()).context, room.id) for _ in range(2))
    first.run(signs(room))
    second.run(signs(room))  # the first holds the lease, and may die with it
    assert not first.wants(signs(room)) and second.wants(signs(room))
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.shared.leases.clear()
    second.run(signs(room))
    assert not second.wants(signs(room))
