"""What the page of choices sends is read strictly; what it gets is what it may send back."""

from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.kept import HEAD, a_session
from tests.helpers.said import said
from tests.web.test_prepare import LATER, a_draft, data_of
from workshop.activities.base_steps import Asked
from workshop.domain.case_copy import copy_of
from workshop.service.setup import CannotCreate, Setup, asked_in, head_of
from workshop.web.setup_form import choice, chosen, form_of, said_before, setup_of

SETUP = Setup("test-case", "all", 7, "Thursday", ("We begin on time.",), {3: Asked(("c2",), None)})


def test_what_is_sent_is_tidied():
    form = form_of(
        {
            "scenario": "test-case",
            "agenda": "all",
            "title": " A  b ",
            "rules": ["", " One. "],
            "steps": {"3": {"cards": []}},
        }
    )
    assert form.setup == Setup("test-case", "all", 5, "A b", ("One.",), {3: Asked((), None)})


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"scenario": "a", "agenda": "b", "placed_before": 1}, "setup.say_before"),
        ({"scenario": "a"}, "setup.choose"),
        ({"scenario": "a", "agenda": "b", "other": 1}, "setup.choose"),
        ([], "setup.choose"),
    ],
)
def test_what_is_no_form_says_so(body, why):
    with pytest.raises(CannotCreate) as no:
        form_of(body)
    assert no.value.why == why


def test_a_silence_is_no_answer():
    with pytest.raises(CannotCreate, match="say_before"):
        said_before(form_of({"scenario": "a", "agenda": "b"}))
    assert said_before(form_of({"scenario": "a", "agenda": "b", "placed_before": True})) is True


def test_what_was_chosen_comes_back_as_it_was_sent():
    head = head_of(SETUP, CASE, copy_of(CASE).sha256, "session-1")
    head = replace(head, zone="Pacific/Auckland")
    given = chosen(a_session(held_on="2027-01-14"), head, CASE)
    assert form_of(given).setup.zone == given["zone"] == setup_of(head, CASE).zone == "Pacific/Auckland"
    assert form_of(given).setup.steps[3] == Asked(("c2",), None) and given["day"] == "2027-01-14"
    again = setup_of(head, CASE)
    assert asked_in(head_of(again, CASE, head.case, "session-1"), CASE) == asked_in(head, CASE)
    assert (again.k, again.title, again.rules) == (7, "Thursday", ("We begin on time.",))
    assert chosen(a_session(), head_of(Setup("test-case", "all"), CASE, "", "s"), CASE)["title"] == ""


def test_a_head_of_before_is_known_by_the_title_of_its_agenda():
    assert chosen(a_session(agenda="Everything"), HEAD, CASE)["agenda"] == "all"
    assert chosen(a_session(agenda="Gone"), HEAD, CASE)["agenda"] == ""


def test_what_is_offered_says_which_steps_ask_cards():
    steps = choice(CASE)["agendas"][0]["steps"]
    assert [n for n, s in enumerate(steps) if s["asks"]] == [3, 6]
    assert steps[6]["asks"] == {"cards": ["c1", "c2"], "information": "i1"}
    assert choice(CASE)["information"][1] == {"id": "i2", "text": "It was somebody else.", "cards": ["c3"]}


def test_set_up_offers_time_zones_and_begins_with_the_usual_one(site):
    desk = site.signed_in(site.member("zones@here.test", "Here", "facilitator"))
    new = data_of(desk.get("/facilitate/new"))
    assert "Pacific/Auckland" in new["zones"] and new["zone"] == site.context.settings.zone
    session = a_draft(desk, zone="Pacific/Auckland")
    assert data_of(desk.get(f"/facilitate/{session}/setup"))["chosen"]["zone"] == "Pacific/Auckland"
    answer = desk.post("/facilitate/drafts", {**LATER, "zone": "../localtime"})
    assert answer.status_code == 400 and said(answer.json) == "Choose a time zone of the list."
