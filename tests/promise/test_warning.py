"""The question before sending, on a real phone: by the phone's own look, by the server's, and never in the way."""

import pytest

from tests.helpers.served import served
from tests.journeys.people import Phone
from tests.promise.people import Room


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    with served(tmp_path_factory.mktemp("warning") / "data") as running:
        found = Room(running.url, running.link)
        yield found
        found.close()


@pytest.fixture(scope="module")
def phone(chromium, room):
    """At the questions."""
    room.go("questions")
    found = Phone(chromium, room.url, room.code)
    found.page.wait_for_selector("form.words textarea")
    yield found
    found.page.context.close()


@pytest.fixture(autouse=True)
def a_question_sheet(phone):
    """Every test begins with an empty field."""
    phone.page.reload()
    phone.page.wait_for_selector("form.words textarea")
    phone.page.fill("form.words textarea", "")


def send(phone, text: str) -> None:
    phone.page.fill("form.words textarea", text)
    phone.page.click("form.words button[type=submit]")


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("May I ring 020 7946 0958?", "a phone number"),
        ("A girl called Chloe was there", "a name"),
        ("The record says 943 476 5919", "somebody’s number"),  # the phone cannot tell; the server can
    ],
)
def test_it_asks_before_it_sends(phone, text, looks):
    send(phone, text)
    banner = phone.page.locator("form.words [role=alert]")
    banner.wait_for()
    assert f"This looks like {looks}." in banner.inner_text()
    assert phone.page.input_value("form.words textarea") == text
    banner.get_by_role("button", name="Change it").click()
    assert phone.page.locator("form.words [role=alert]").count() == 0
    assert phone.page.input_value("form.words textarea") == text


def test_ordinary_words_go_at_once_and_words_that_one_means_go_too(phone, room):
    send(phone, "Is this about power?")
    phone.page.wait_for_function(
        "() => document.querySelector('form.words textarea')?.value !== 'Is this about power?'"
    )
    assert phone.page.locator("form.words [role=alert]").count() == 0
    for text in ("Ask Mrs Patel", "Ask Mr Nowak"):
        if not phone.page.locator("form.words textarea").count():
            phone.page.reload()
            phone.page.wait_for_selector("form.words textarea")
        send(phone, text)
        phone.page.get_by_role("button", name="Send it all the same").click()
    inbox = room.gather()
    assert {q["text"] for q in inbox} == {"Is this about power?", "Ask Mrs Patel", "Ask Mr Nowak"}


def test_without_an_answer_from_the_server_nothing_waits(phone, room):
    phone.page.route("**/check-text", lambda route: None)  # never answered
    send(phone, "And what of consent?")
    phone.page.wait_for_function(
        "() => document.querySelector('form.words textarea')?.value !== 'And what of consent?'", timeout=3000
    )
    phone.page.unroute("**/check-text")
    assert any(q["text"] == "And what of consent?" for q in room.gather())


def test_nothing_went_wrong_on_the_way(phone):
    assert phone.faults == []
