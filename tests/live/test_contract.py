"""What the use cases count on of a live store: the real one and the one that their tests use must not be told apart."""

from dataclasses import replace

import pytest

from tests.helpers.kept import HEAD as KEPT
from workshop.activities.base import Change, Counter, SliceRef, Whole
from workshop.domain.live import Round
from workshop.service.ports import Conflict, Operation, Reused, UnknownSession

HEAD = replace(KEPT, session="abc", rounds={}, timer=None, version=0)
NOTE, OTHER = SliceRef("notes", "n1"), SliceRef("notes", "n2")
TOKEN = "token-of-a-phone"


def load(live, *reads, all_counts=False):
    return live.load(live.head("abc"), reads, all_counts=all_counts)


def test_what_is_opened_is_there_once(live, worker):
    live.create(replace(HEAD, title="Another"), {}, {})
    assert live.head("abc", fresh=True) == worker().head("abc") == HEAD
    assert live.find_code(HEAD.code) == "abc" and live.find_code("AAAAAA") is None
    seen = live.view("abc", lambda head: ("notes", "links"))
    assert seen.collections == {"notes": {"n1": {"text": "Two reports"}}, "links": {}}
    assert (seen.counts, seen.head, live.revision("abc") == seen.rev) == ({"notes": 1}, HEAD, True)
    assert live.view("abc", lambda head: ()).epoch == seen.epoch


def test_what_is_not_there_is_unknown(worker):
    live = worker()
    with pytest.raises(UnknownSession):
        live.head("none")
    with pytest.raises(UnknownSession):
        live.seat("none", TOKEN)
    with pytest.raises(UnknownSession):
        live.scope_is_open("none", "session")
    with pytest.raises(UnknownSession):
        live.view("none", lambda head: ())
    assert live.revision("none") == 0
    with pytest.raises(UnknownSession):
        live.commit(live.load(HEAD, (), all_counts=False), Change(count={"n": 1}), None)


def test_a_load_brings_what_was_named_and_no_more(live):
    found = load(live, NOTE, OTHER, Whole("notes"), Counter("notes"), Counter("none"))
    assert found.slices == {NOTE: {"text": "Two reports"}, OTHER: None}
    assert found.wholes == {"notes": {"n1": {"text": "Two reports"}}}
    assert found.counts == {"notes": 1}
    assert load(live, NOTE).counts == {} and load(live, all_counts=True).counts == {"notes": 1}


def test_a_commit_writes_all_that_it_names(live):
    before = live.revision("abc")
    change = Change(
        put={NOTE: None, OTHER: {"text": "New"}},
        count={"notes": 2, "word": 1},
        parts=frozenset({"formulation", "plan"}),
    )
    done = live.commit(load(live, NOTE, OTHER), change, None)
    seen = live.view("abc", lambda head: ("notes",))
    assert (done.rev, done.repeated, seen.rev) == (before + 1, False, before + 1)
    assert seen.collections["notes"] == {"n2": {"text": "New"}}
    assert seen.counts == {"notes": 3, "word": 1}
    assert (seen.parts["formulation"], seen.parts["plan"], seen.parts["*"]) == (done.rev, done.rev, before)


def test_a_commit_that_moves_no_part_raises_no_revision(live):
    before = live.revision("abc")
    assert live.commit(load(live, NOTE), Change(put={NOTE: {"text": "Quiet"}}), None).rev == before


def test_what_changed_meanwhile_conflicts_whatever_it_is(live, worker):
    for changed in (
        Change(put={NOTE: {"text": "By another"}}),
        Change(put={OTHER: {"text": "By another"}}),
        Change(head=replace(HEAD, locked=True)),
    ):
        stale = load(live, NOTE, OTHER)
        other = worker()
        other.commit(other.load(other.head("abc", fresh=True), (), all_counts=False), changed, None)
        with pytest.raises(Conflict):
            live.commit(stale, Change(put={NOTE: {"text": "Mine"}}, count={"notes": 1}), None)
        live.head("abc", fresh=True)
    assert load(live, NOTE, all_counts=True).counts == {"notes": 1}


def test_what_a_commit_does_not_name_may_change(live, worker):
    mine = load(live, NOTE)
    other = worker()
    other.commit(other.load(other.head("abc"), (OTHER,), all_counts=False), Change(put={OTHER: {"a": 1}}), None)
    live.commit(mine, Change(put={NOTE: {"text": "Mine"}}), None)
    assert load(live, Whole("notes")).wholes["notes"] == {"n1": {"text": "Mine"}, "n2": {"a": 1}}


def test_a_new_head_has_the_next_version_and_is_what_everybody_reads(live, worker):
    live.commit(load(live), Change(head=replace(HEAD, position=1, version=77)), None)
    assert (live.head("abc").version, live.head("abc").position) == (1, 1)
    assert worker().head("abc") == live.head("abc", fresh=True)


def test_an_operation_is_done_once_in_its_scope(live):
    for expected in (False, True, True):
        done = live.commit(load(live), Change(count={"n": 1}), Operation("r1", "op"))
        assert done.repeated is expected
    assert not live.commit(load(live), Change(count={"n": 1}), Operation("r2", "op")).repeated
    assert load(live, Counter("n")).counts == {"n": 2}


def test_a_commit_says_in_which_epoch_it_is_there(live):
    epoch = live.view("abc", lambda head: ()).epoch
    asked = Operation("r1", "op")
    changes = (Change(count={"n": 1}), Change(count={"n": 1}), Change(parts=frozenset({"plan"})))
    done = [live.commit(load(live), change, asked if change.count else None) for change in changes]
    assert [d.repeated for d in done] == [False, True, False]
    assert {d.epoch for d in done} == {epoch} != {""}


def test_a_repeated_operation_is_no_conflict_even_from_an_old_reading(live):
    stale = load(live, NOTE)
    live.commit(load(live, NOTE), Change(put={NOTE: {"text": "Done"}}), Operation("r1", "op"))
    assert live.commit(stale, Change(put={NOTE: {"text": "Again"}}), Operation("r1", "op")).repeated
    assert load(live, NOTE).slices[NOTE] == {"text": "Done"}


def test_that_an_operation_was_done_is_known_as_long_as_its_scope_is_open(live):
    opened(live)
    asked = Operation("r1", "op", "one")
    assert not live.was_done("abc", asked)
    live.commit(load(live), Change(count={"n": 1}), asked)
    assert live.was_done("abc", asked) and not live.was_done("abc", Operation("r1", "op", "another"))
    live.erase_scope("abc", "r1", ())
    assert not live.was_done("abc", asked)


def test_another_command_under_an_id_that_was_used_is_refused_and_writes_nothing(live):
    live.commit(load(live), Change(count={"n": 1}), Operation("r1", "op", "one"))
    assert live.commit(load(live), Change(count={"n": 1}), Operation("r1", "op", "one")).repeated
    with pytest.raises(Reused):
        live.commit(load(live), Change(count={"n": 1}), Operation("r1", "op", "another"))
    assert load(live, Counter("n")).counts == {"n": 1}


def opened(live):
    live.commit(load(live), Change(head=HEAD.with_round(Round("r1", "s4", "board", "first", ("c1",)))), None)
    live.head("abc", fresh=True)


def test_a_seat_has_unrelated_slots_that_last_as_long_as_their_scope(live, worker):
    opened(live)
    slots = {live.seat("abc", t).slot(s, p) for t in (TOKEN, "x") for s in ("session", "r1") for p in ("a", "b")}
    assert len(slots) == 8 and "" not in slots
    other = worker()
    other.head("abc")
    assert other.seat("abc", TOKEN).slot("r1", "a") in slots, "another worker finds what this one wrote"
    assert live.seat("abc", TOKEN).slot("r9", "a") == ""
    assert live.scope_is_open("abc", "r1") and not live.scope_is_open("abc", "r9")
    live.erase_scope("abc", "r1", ())
    assert not live.scope_is_open("abc", "r1") and live.scope_is_open("abc", "session")
    assert live.seat("abc", TOKEN).slot("r1", "a") == "" and live.seat("abc", TOKEN).slot("session", "a") in slots


def test_erasing_a_scope_takes_its_answers_and_operations_and_nothing_else(live):
    opened(live)
    answer = SliceRef("placements.r1", "slot")
    live.commit(load(live, answer), Change(put={answer: {"c1": 1}}), Operation("r1", "op"))
    live.erase_scope("abc", "r1", ("placements.r1", "moves.r1"))
    assert load(live, Whole("placements.r1")).wholes == {"placements.r1": {}}
    assert not live.commit(load(live), Change(count={"n": 1}), Operation("r1", "op")).repeated
    assert load(live, NOTE).slices[NOTE] == {"text": "Two reports"}


def test_a_wipe_takes_a_collection(live):
    live.commit(load(live), Change(wipe=("notes",)), None)
    assert load(live, Whole("notes")).wholes == {"notes": {}}


def test_after_retiring_only_the_end_can_be_told(live, worker):
    live.commit(load(live), Change(head=replace(HEAD, state="ended"), parts=frozenset({"*"})), None)
    rev = live.revision("abc")
    live.retire("abc", HEAD.code)
    late = worker()
    assert (late.head("abc").state, late.find_code(HEAD.code), late.revision("abc")) == ("ended", None, rev)
    seen = late.view("abc", lambda head: ("notes",))
    assert (seen.collections, seen.counts) == ({"notes": {}}, {})
    assert late.seat("abc", TOKEN).slot("session", "seat") == ""


def test_forgetting_leaves_nothing_and_can_be_repeated(live, worker):
    for _ in range(2):
        live.forget("abc")
    assert live.find_code(HEAD.code) is None and live.revision("abc") == 0
    with pytest.raises(UnknownSession):
        worker().head("abc")


def test_a_lease_has_one_holder(live, worker):
    assert live.take_lease("abc", "close-r1", 30) and not worker().take_lease("abc", "close-r1", 30)
    assert worker().is_leased("abc", "close-r1") and not worker().is_leased("abc", "close-r2")
    assert worker().take_lease("abc", "close-r2", 30)
    live.release_lease("abc", "close-r1")
    assert worker().take_lease("abc", "close-r1", 30)


def test_counters_of_the_installation_add_up_over_workers(live, worker):
    assert [live.count("guesses", 60), worker().count("guesses", 60), live.counted("guesses")] == [1, 2, 2]
    assert live.counted("sign-ins") == 0


def test_a_store_that_is_there_answers_and_says_which_run_it_is(live, worker):
    live.ping()
    assert live.run_id() == worker().run_id() != ""
    assert live.sessions() == ["abc"] and live.leftover("none") is None
    found = live.leftover("abc")
    assert (found.head, found.rev) == (live.head("abc"), live.revision("abc"))
