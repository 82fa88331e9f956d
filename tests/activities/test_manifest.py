"""An activity is one manifest: one that there is not is carried from its step in a case study to the report.

No room outside `activities/` and `outputs/` names an activity or a collection of one (tests/test_shape.py), so nothing
else need be touched.
"""

from __future__ import annotations

import csv
import io
import json

import pytest
from sqlalchemy import select

from tests.helpers.cases import written
from tests.helpers.made_up import CHOSEN, CLOUDS, UMBRELLAS, VANES, WEATHER, registered
from tests.helpers.site import Site
from tests.web.test_my_data import token_of
from workshop.activities import registry
from workshop.activities.base import Activity, Refused
from workshop.casebook import check_file
from workshop.domain.results import AnswersResult
from workshop.record import tables
from workshop.service.document import anonymised
from workshop.service.housekeeping import Housekeeper
from workshop.service.join import leave
from workshop.service.my_data import my_data, seen_by
from workshop.service.perform import Done, Sender, perform
from workshop.service.quotas import ENOUGH
from workshop.service.report import render
from workshop.service.sessions import create_session, ensure_live
from workshop.service.view import build, own_parts, parts_for, snapshot, view_of
from workshop.words import Words

WORDS = Words.of("en")


def agenda(case, **settings):
    steps = [("welcome", {}), ("weather", settings)]
    listed = [{"activity": a, "title": a.capitalize(), "minutes": 5, "settings": s} for a, s in steps]
    case["agendas"] = [{"id": "sky", "title": "Sky", "steps": listed}]


class Room:
    """A session in which the room looks up at the sky."""

    def __init__(self, site):
        self.site, self.context = site, site.context
        owner = site.member("sky@here.test", "Here", "facilitator")
        self.id = create_session(self.context, owner.user, owner.organisation, "corridor", "sky", 5)
        self.number = 0
        self.must("", "session.next", from_step="s1")

    @property
    def head(self):
        return self.context.live.head(self.id, fresh=True)

    def send(self, token, name, **body):
        self.number += 1
        sender = Sender("delegate", token) if token else Sender("facilitator")
        return perform(self.context, self.id, sender, name, body, f"operation {self.number:020}")

    def must(self, token, name, **body):
        done = self.send(token, name, **body)
        assert isinstance(done, Done), done

    def collection(self, name):
        return dict(self.context.live.view(self.id, lambda head: (name,)).collections[name])

    def count(self, name):
        return self.context.live.view(self.id, lambda head: ()).counts.get(name, 0)

    def part(self, role):
        seen = snapshot(self.context, self.id)
        return build(view_of(self.context, seen), parts_for(seen, role), role).get("weather")

    def everybody_says(self, *skies):
        tokens = [self.site.seat(self.id) for _ in skies]
        for token, sky in zip(tokens, skies, strict=True):
            self.must(token, "weather.say", round=self.head.round_here().id, sky=sky)
        return tokens


@pytest.fixture
def room(valkey, tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    written(folder, lambda case: agenda(case, season="winter"))
    with registered(WEATHER):
        yield Room(Site(tmp_path, valkey.url, WORKSHOP_SCENARIOS=str(folder)))


def test_its_step_comes_from_a_case_study_and_its_round_opens_with_it(room):
    step, here = room.head.step, room.head.round_here()
    assert (step.activity, dict(step.settings)) == ("weather", {"season": "winter"})
    assert (here.id, here.kind, here.cause, here.state) == ("q1", "weather", "looking up", "open")


def test_what_an_author_writes_is_held_against_its_settings(tmp_path):
    with registered(WEATHER):
        wrong = check_file(written(tmp_path, lambda case: agenda(case, season="autumn")))
        unknown = check_file(written(tmp_path, lambda case: agenda(case, year=3)))
        assert check_file(written(tmp_path, agenda)) == []
    assert "season: Input should be" in str(wrong[0]) and "no setting “year”" in str(unknown[0])
    assert "It must be 'welcome', " in str(check_file(written(tmp_path, agenda))[0]), "and without it there is no such"


def test_what_a_seat_left_is_told_to_it_alone_and_goes_with_it(room):
    phone, other = room.site.delegate(room.id), room.site.seat(room.id)
    mine = token_of(room.site, phone)
    room.must(mine, "weather.say", round="q1", sky="fog")
    room.must(mine, "weather.open", colour="green")
    assert own_parts(room.context, snapshot(room.context, room.id), mine)["own_weather"] == {"sky": "fog"}
    told = {s.title: (dict(s.lines), s.until) for s in my_data(room.context, room.id, mine)}
    assert told["Your weather · Weather"] == ({"Sky": "Foggy"}, WORDS.say("office.held.until.round"))
    assert told["Your umbrella"] == ({"It is open": "green"}, WORDS.say("office.held.until.session"))
    assert {s.title for s in my_data(room.context, room.id, other)} == {"Your seat"}
    page = phone.get("/held").text
    seen = WORDS.say("office.held.seen.weather")
    assert "Foggy" in page and "green" in page and seen in page
    assert seen in seen_by("room", WORDS)
    assert (room.count("q1:answered"), room.count(UMBRELLAS.counter)) == (1, 1)
    leave(room.context, room.id, mine)
    assert (room.count("q1:answered"), room.count(UMBRELLAS.counter)) == (0, 0)
    assert room.collection(UMBRELLAS.name) == room.collection(VANES.of_round("q1")) == {}


def test_a_worker_copies_what_one_phone_alone_writes(room):
    token = room.site.seat(room.id)
    room.must(token, "weather.say", round="q1", sky="fog")
    room.must(token, "weather.open", colour="green")
    head, seat = room.context.live.head(room.id), room.context.live.seat(room.id, token)
    sheet, umbrella = VANES.ref(seat, "q1"), UMBRELLAS.ref(seat)
    copies = room.context.live._copies
    assert copies.warm(head, (sheet,)).slices == {sheet: {"sky": "fog"}} and copies.warm(head, (umbrella,)) is None


def test_one_phone_draws_as_much_as_its_quota_says(room):
    mine, other = room.site.seat(room.id), room.site.seat(room.id)
    for text in ("A", "B"):
        room.must(mine, "weather.draw", text=text)
    assert room.send(mine, "weather.draw", text="C") == ENOUGH
    room.must(other, "weather.draw", text="D")
    room.must("", "weather.draw", text="E")
    assert room.part("delegate")["clouds"] == ["A", "B", "D", "E"]


def test_what_it_keeps_outlives_the_live_state_with_its_counter(room):
    keeper = Housekeeper(room.context, room.id)
    room.must(room.site.seat(room.id), "weather.draw", text="A")
    room.must("", "weather.draw", text="B")
    keeper.run(room.context.live.signs([room.id])[room.id])
    before = room.collection(CLOUDS.name)
    room.context.live.forget(room.id)
    ensure_live(room.context, room.id, fresh=True)
    assert room.collection(CLOUDS.name) == before and len(before) == 2
    assert room.count(CLOUDS.counter) == 2


def test_its_round_closes_into_the_record_and_what_links_is_erased(room, valkey):
    room.everybody_says(*["sun"] * 6, *["rain"] * 5)
    assert room.part("facilitator") == room.part("delegate") == {"season": "winter", "clouds": [], "commonest": ""}
    rev = snapshot(room.context, room.id).parts.get("weather", 0)
    room.must("", "weather.close", round="q1")
    assert room.part("facilitator")["commonest"] == room.part("delegate")["commonest"] == "sun"
    assert snapshot(room.context, room.id).parts["weather"] > rev
    assert not [key for key in valkey.client.scan_iter("*") if b"vanes" in key]
    result = AnswersResult("q1", "s2", "weather", "looking up", 11, tags=(("sun", 6), ("rain", 5)))
    assert room.context.record.rounds(room.id) == [result]
    with room.context.record.engine.connect() as connection:
        assert list(connection.scalars(select(tables.ClosedRound.kind))) == ["weather"]
    late = room.send(room.site.seat(room.id), "weather.say", round="q1", sky="fog")
    assert isinstance(late, Refused) and late.code == "round_closed"


def test_after_the_end_only_what_is_kept_stays_and_the_report_tells_it(room):
    room.everybody_says(*["sun"] * 6, *["rain"] * 5)
    room.must("", "weather.draw", text="A")
    for kept in (True, False):
        room.must("", "weather.choose", kept=kept)
    room.must("", "session.end")
    checkpoint = room.context.record.checkpoint(room.id)
    assert [c["text"] for c in checkpoint.collections[CLOUDS.name].values()] == ["A"]
    assert list(checkpoint.collections[CHOSEN.name].values()) == [{"kept": True}]
    (asked,) = anonymised(room.context, room.id).asked
    assert (asked.title, asked.answered, asked.rows) == ("The weather", 11, (("Sunny", 6), ("Raining", 5)))
    data = json.loads(render(room.context, room.id, "json"))
    assert data["asked"][0]["rows"] == [{"words": "Sunny", "n": 6}, {"words": "Raining", "n": 5}]
    assert "Sunny" in render(room.context, room.id, "html").decode(), "and so does the page, by a block of its own"
    table = list(csv.reader(io.StringIO(render(room.context, room.id, "csv").decode("utf-8-sig"))))
    assert ["The weather", "", "", "", "Sunny", "n", "6"] in table


def test_with_too_few_nothing_of_it_leaves(room):
    room.everybody_says(*["sun"] * 4)
    room.must("", "weather.close", round="q1")
    assert room.part("facilitator")["commonest"] == "sun", "three named it: that is told, and not how many"
    room.must("", "session.end")
    assert anonymised(room.context, room.id).asked == ()


def test_a_manifest_says_what_goes_together():
    for activity in registry.ACTIVITIES:
        sheets = [c for c in activity.collections if c.of == "round"]
        assert bool(sheets) == (activity.rounds is not None), f"{activity.name}: answers and a tally, or neither"
        assert len(activity.name) <= tables.ClosedRound.kind.type.length
        assert all(c.held or tells_it(activity, c.purpose or c.name) for c in activity.collections if c.of == "seat")


def tells_it(activity: Activity, purpose: str) -> bool:
    """Whether an own part reads what lies under this purpose."""
    asked = set[str]()

    class Seat:
        def slot(self, scope: str, purpose: str) -> str:
            asked.add(purpose)
            return purpose

    from tests.helpers.table import Table

    head = Table(step="formulation").head
    for own in activity.own:
        own.reads(head, Seat())
    return purpose in asked


def test_the_helper_leaves_the_registry_as_it_was():
    before = dict(registry.BY_NAME), dict(registry.COLLECTIONS), list(registry.OWN)
    with registered(WEATHER):
        assert registry.BY_NAME["weather"] is WEATHER
    assert before == (registry.BY_NAME, registry.COLLECTIONS, registry.OWN)
