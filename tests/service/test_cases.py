"""A session keeps its case study, whatever becomes of the file: running, restored, reported, after restarts."""

import json
from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.fake_record import FakeRecord
from tests.helpers.rooms import Room, a_context, a_room
from tests.helpers.tree import ROOT
from workshop.casebook import SHIPPED, Casebook
from workshop.domain.case_copy import CaseCopy, copy_of
from workshop.service.cases import CaseDamaged, CaseGone, pin_all, read_copy
from workshop.service.finish import end_session
from workshop.service.forget import forget
from workshop.service.join import look
from workshop.service.ports import UnknownSession
from workshop.service.report import release, render
from workshop.service.restore import revive_all
from workshop.service.sessions import create_session
from workshop.service.view import build, parts_for, snapshot, view_of

EDITED = replace(
    CASE,
    version=2,
    title="Another title",
    opening="Somebody else.",
    cards=tuple(replace(c, text=f"{c.text}, edited") for c in CASE.cards[:2]),
    information=(),
    reviewed_by="A trainer",
)


class Shelf:
    """A folder that is edited between two starts."""

    def __init__(self, *cases):
        self.cases = {case.id: case for case in cases}

    def get(self, id):
        return self.cases[id]

    def list(self):
        return list(self.cases.values())

    def left_out(self):
        return []


def started(before: Room, *cases) -> Room:
    """The workshop again, on what it had, with these case studies in its folder."""
    context = replace(a_context(before.context.live, before.context.record), scenarios=Shelf(*cases))
    pin_all(context.record, context.scenarios)
    revive_all(context)
    return Room(context, before.id)


def told(room: Room):
    seen = snapshot(room.context, room.id)
    return build(view_of(room.context, seen), parts_for(seen, "facilitator"), "facilitator")


def report(room: Room):
    return json.loads(render(room.context, room.id, "json"))


@pytest.fixture(params=["edited", "deleted"])
def folder(request):
    return [EDITED] if request.param == "edited" else []


def test_a_running_room_does_not_change_with_its_file(folder):
    room = a_room()
    room.everybody_places(room.open_board(), ["abusive"] * 5)
    before = told(room)
    again = started(room, *folder)
    assert told(again) == before and look(again.context, room.head.code).scenario == CASE
    again.everybody_places("r1", ["violent"] * 5, "c3")
    again.facilitate("board.reveal", round="r1", idle_out=False)
    cards = {r["card"]: r["placed"] for r in told(again)["board"]["results"]}
    assert (cards["c3"], set(cards)) == (5, {"c1", "c2", "c3", "c4"}), "cards that are in the file no more too"


def test_a_restored_room_has_it_too(folder):
    room = a_room()
    before = told(room)
    room.context.live.lose_everything()
    assert told(started(room, *folder))["session"] == before["session"]


def test_reports_unreleased_and_released_stay_what_they_were(folder):
    room = a_room()
    room.everybody_places(room.open_board(), ["abusive"] * 6)
    room.facilitate("board.reveal", round="r1", idle_out=False)
    end_session(room.context, room.id)
    before = {name: render(room.context, room.id, name) for name in ("json", "html", "csv")}
    again = started(room, *folder)
    assert {name: render(again.context, room.id, name) for name in before} == before
    assert report(again)["scenario_sha256"] == copy_of(CASE).sha256
    assert (
        release(again.context, room.id).files
        == started(again).context.record.release(again.context.record.session(room.id).release).files
    )


def test_only_new_sessions_get_what_the_file_says_now():
    room = started(a_room(), EDITED)
    fresh = create_session(room.context, "user-1", "organisation-1", "test-case", "all", 5)
    assert room.context.case_of(room.context.live.head(fresh)) == EDITED and room.context.case_of(room.head) == CASE
    assert room.context.record.session(fresh).scenario_version == 2


def test_a_copy_of_the_first_schema_opens_and_stays_the_bytes_that_it_is():
    content = (ROOT / "tests" / "fixtures" / "case-copy-schema-1.json").read_bytes()
    sha256 = "4b66c62c9d791d1d25a16a30d2f587e1a1b62c8770566c73d17d3703c317363c"
    room = a_room()
    room.context.record.shelves.cases[room.id] = CaseCopy(sha256, content)
    opened = a_context(room.context.live, room.context.record)
    case = opened.case_of(room.head)
    assert (case.title, case.version, len(case.cards), len(case.information)) == ("The group chat", 1, 14, 7)
    assert (case.language, case.needs, case.glossary, case.law, case.panel_by) == ("en", (), (), (), "")
    assert [(c.panel, c.twin, c.when, c.known) for c in case.cards] == [((), "", None, "")] * 14
    assert case.people[0].age is None and case.information[0].answers == () and case.resources[1].tel == ""
    assert case.cards[2].notes.evidence[0].due == "2027-03"
    assert room.context.record.pinned_case(room.id) == CaseCopy(sha256, content)


def of_before() -> Room:
    """A session that was made before copies were kept."""
    room = a_room()
    record = room.context.record
    assert isinstance(record, FakeRecord)
    record.shelves.cases.clear()
    return Room(a_context(room.context.live, record), room.id)


def test_a_session_of_before_is_pinned_at_the_first_start_to_what_is_there():
    once = started(of_before(), EDITED)
    assert once.context.record.unpinned_sessions() == []
    assert once.context.case_of(once.head) == EDITED == started(once, CASE).context.case_of(once.head)


def test_it_is_pinned_when_it_is_opened_even_without_a_start():
    room = of_before()
    assert room.context.case_of(room.head) == CASE
    assert room.context.record.pinned_case(room.id) == copy_of(CASE)


def test_without_its_file_it_waits_and_its_released_report_stays():
    room = of_before()
    head = room.head
    end_session(room.context, room.id)
    made = release(room.context, room.id)
    room.context.record.shelves.cases.clear()
    without = started(room)
    with pytest.raises(CaseGone):
        without.context.case_of(head)
    assert render(without.context, room.id, "json") == made.files["json"]
    assert started(without, CASE).context.case_of(head) == CASE, "and goes on when the file is there again"


def test_how_many_wait_is_counted():
    room = of_before()
    assert pin_all(room.context.record, Shelf()) == 1 and pin_all(room.context.record, Shelf(CASE)) == 0


def test_bytes_that_were_changed_are_not_read():
    room = a_room()
    room.context.record.shelves.cases[room.id] = CaseCopy(copy_of(CASE).sha256, copy_of(EDITED).content)
    with pytest.raises(CaseDamaged):
        a_context(room.context.live, room.context.record).case_of(room.head)


def test_what_is_forgotten_has_none():
    room = a_room()
    head = room.head
    assert room.context.case_of(head) == CASE
    forget(room.context, room.id)
    with pytest.raises(UnknownSession):
        a_context(room.context.live, room.context.record).case_of(head)


@pytest.mark.parametrize("case", [CASE, *Casebook([SHIPPED]).list()], ids=lambda case: case.id)
def test_a_copy_is_the_case_study_itself(case):
    copy = copy_of(case)
    assert read_copy(copy) == case and copy_of(read_copy(copy)) == copy
