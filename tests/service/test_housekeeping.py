"""Keeping house: shared work is saved when it moved, by one worker, and outages are waited out."""

from tests.helpers.fakes import FakeLive, Process
from tests.helpers.rooms import TOKENS, a_room, beside
from workshop.service.housekeeping import Housekeeper
from workshop.service.ports import Unavailable


def written(room, text="Two reports"):
    room.delegate(TOKENS[0], "formulation.add", section="known", text=text)


def saved(room):
    checkpoint = room.context.record.checkpoint(room.id)
    return [n["text"] for n in checkpoint.collections.get("notes", {}).values()]


def run(keeper, room):
    keeper.run()
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
        Housekeeper(beside(room, process).context, room.id).run()
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
    room.context.live.forget(room.id)
    keeper.run()
