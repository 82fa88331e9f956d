"""A phone in a bad room: it goes offline, keeps what was placed, and comes back to where the room is."""

import re

import pytest

from tests.journeys.people import Phone, close, cut_off
from workshop.rehearsal.company import Company

pytestmark = pytest.mark.tour

WAITING = re.compile("[12] answers? will be sent")
"""One is of the card; and of the card before another, where what is sent when it is left had not arrived yet."""


@pytest.fixture
def room(workshop, facilitator, chromium):
    """A session with nine simulated delegates and one real phone: (facilitator, company, phone)."""
    code = facilitator.create("group-chat", "ninety", k=5)
    company = Company(workshop.url, code, size=9, seed=5)
    facilitator.start(company)
    company.join()
    phone = Phone(chromium, workshop.url, code)
    yield facilitator, company, phone
    assert [f for f in phone.faults if "ERR_INTERNET_DISCONNECTED" not in f] == []
    close(phone.page)
    company.leave()
    facilitator.line.drop()


def opened(facilitator):
    """To the warm-up, opened."""
    facilitator.send("session.go", {"step": "s3"})
    facilitator.send("board.open", {})


def results(facilitator):
    """Card to result, once the round is revealed."""
    parts = facilitator.line.wait_for(lambda parts: bool(parts["board"]["results"]))
    return {result["card"]: result for result in parts["board"]["results"]}


def test_what_was_placed_offline_is_sent_by_itself_and_counted_once(room):
    facilitator, company, phone = room
    opened(facilitator)
    phone.wait_for_cards()
    phone.place(1)

    cut_off(phone.page)
    phone.page.locator("button.pick").nth(2).click()
    phone.page.locator(".state", has_text="Waiting to be sent").wait_for()
    phone.page.locator(".link", has_text=WAITING).wait_for()
    phone.page.context.set_offline(False)
    phone.page.locator(".state", has_text="Sent. You can change it").wait_for()
    phone.page.locator(".end .button").click()

    facilitator.finish_round()
    shown = results(facilitator)
    assert len(shown) == 2
    assert {r["placed"] + r["need_to_know"] for r in shown.values()} == {company.size + 1}
    phone.page.locator(".yours", has_text="You:").wait_for()


def test_without_its_second_file_a_phone_says_so_places_cards_and_gets_it_later(room):
    facilitator, _, phone = room
    phone.page.route("**/static/built/room-later.js*", lambda route: route.abort())
    phone.page.reload()
    coming = phone.page.get_by_text("Part of this page is still on its way.")
    coming.wait_for()
    opened(facilitator)
    phone.wait_for_cards()
    phone.place(1)
    facilitator.finish_round()
    coming.wait_for()
    phone.page.unroute_all()
    phone.page.locator(".yours", has_text="You:").wait_for()
    phone.faults[:] = [fault for fault in phone.faults if "ERR_FAILED" not in fault]


def test_a_phone_that_slept_through_two_steps_lands_where_the_room_is(room):
    facilitator, _, phone = room
    cut_off(phone.page)
    facilitator.send("session.go", {"step": "s2"})
    opened(facilitator)
    phone.page.context.set_offline(False)
    phone.wait_for_cards()
    assert "Card 1 of 2" in phone.say()


def test_a_reload_forgets_nothing_that_this_phone_placed(room):
    facilitator, _, phone = room
    opened(facilitator)
    phone.wait_for_cards()
    phone.place(1)
    phone.page.reload()
    phone.page.get_by_text("Card 2 of 2").wait_for()
    phone.place(-1)
    phone.page.get_by_role("button", name="Show my answers").click()
    assert "Relaxed" in phone.say()
    assert "Need to know more" in phone.say()


def test_leaving_clears_the_phone(room):
    facilitator, _, phone = room
    opened(facilitator)
    phone.wait_for_cards()
    phone.place(0)
    phone.page.get_by_role("button", name="Step out").click()
    phone.page.get_by_role("button", name="Leave for good").click()
    phone.page.get_by_role("heading", name="Leave for good?").wait_for()
    phone.page.get_by_role("button", name="Leave for good").click()
    phone.page.get_by_text("Session code").wait_for()
    assert phone.page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('cw ')).length") == 0
    assert "cw_seat" not in {c["name"].removeprefix("__Host-") for c in phone.page.context.cookies()}


def test_when_the_session_has_ended_nothing_of_it_lies_on_the_phone(room):
    facilitator, _, phone = room
    opened(facilitator)
    phone.wait_for_cards()
    phone.place(0)
    assert phone.page.evaluate(KEPT) != []
    facilitator.send("session.end", {})
    phone.page.get_by_text("This session has ended").wait_for()
    assert phone.page.evaluate(KEPT) == []
    phone.page.reload()
    phone.page.get_by_text("This session has ended").wait_for()
    assert phone.page.evaluate(KEPT) == [] and phone.faults == []


KEPT = "Object.keys(localStorage).filter(k => k.startsWith('cw '))"
