"""The page on which a session is given to a colleague: who may, who then has it, and what comes after the end."""

import pytest

from workshop.service.finish import end_session
from workshop.service.trainers import NOBODY


@pytest.fixture(scope="module")
def owner(site):
    return site.member("opener@trainers.test", "Trainers", "facilitator")


@pytest.fixture(scope="module")
def colleague(site):
    return site.member("colleague@trainers.test", "Trainers", "facilitator")


@pytest.fixture(scope="module")
def stranger(site):
    return site.member("stranger@away.test", "Away", "facilitator")


def send(person, path, **fields):
    """As the page's own form does."""
    return person.client.post(path, data={"csrf_token": person.csrf(), **fields})


def test_a_colleague_has_the_session_once_it_was_given(site, owner, colleague):
    session = site.session(owner)
    ada, bo = site.signed_in(owner), site.signed_in(colleague)
    assert bo.get(f"/facilitate/{session}").status_code == 404
    assert send(ada, f"/facilitate/{session}/trainers", email="Colleague@trainers.test ").status_code == 303
    assert bo.get(f"/facilitate/{session}").status_code == 200
    assert "colleague@trainers.test" in bo.get(f"/facilitate/{session}/trainers").text
    end_session(site.context, session)
    assert bo.get(f"/facilitate/{session}/report").status_code == 200
    assert bo.get(f"/facilitate/{session}/report.json").status_code == 200


def test_it_can_be_given_after_the_end_too_and_whoever_has_it_then_reads_but_does_not_release(site, owner, colleague):
    session = site.session(owner)
    end_session(site.context, session)
    ada, bo = site.signed_in(owner), site.signed_in(colleague)
    assert bo.get(f"/facilitate/{session}/report").status_code == 404
    send(ada, f"/facilitate/{session}/trainers", email="colleague@trainers.test")
    page = bo.get(f"/facilitate/{session}/report")
    assert page.status_code == 200 and site.context.words.say("office.session.theirs") in page.text
    assert 'id="release"' not in page.text and 'id="release"' in ada.get(f"/facilitate/{session}/report").text
    for what in ("release", "forget"):
        assert bo.post(f"/facilitate/{session}/{what}").status_code == 404


def test_nobody_outside_of_the_organisation_is_given_it_and_the_page_says_what_to_do(site, owner, stranger):
    session = site.session(owner)
    answer = send(site.signed_in(owner), f"/facilitate/{session}/trainers", email="stranger@away.test")
    assert answer.status_code == 400
    assert site.context.words.say(f"refused.{NOBODY.why}") in answer.text and "stranger@away.test" in answer.text
    assert site.signed_in(stranger).get(f"/facilitate/{session}").status_code == 404


def test_only_whoever_opened_it_gives_it_on_and_takes_it_back(site, owner, colleague):
    session = site.session(owner)
    ada, bo = site.signed_in(owner), site.signed_in(colleague)
    third = site.member("third@trainers.test", "Trainers", "facilitator")
    send(ada, f"/facilitate/{session}/trainers", email="colleague@trainers.test")
    assert send(bo, f"/facilitate/{session}/trainers", email="third@trainers.test").status_code == 404
    assert site.signed_in(third).get(f"/facilitate/{session}").status_code == 404
    assert "<form" not in bo.get(f"/facilitate/{session}/trainers").text.partition("<main")[2]
    assert send(bo, f"/facilitate/{session}/trainers/{owner.user}/remove").status_code == 404
    assert send(ada, f"/facilitate/{session}/trainers/{colleague.user}/remove").status_code == 303
    assert bo.get(f"/facilitate/{session}").status_code == 404


def test_by_a_link_there_is_neither_the_list_nor_the_report(site, owner):
    session = site.session(owner)
    guest = site.with_pass(session, "desk")
    assert guest.get(f"/facilitate/{session}").status_code == 200
    assert guest.get(f"/facilitate/{session}/trainers").status_code == 302
    end_session(site.context, session)
    assert guest.get(f"/facilitate/{session}/report").status_code == 302


def test_a_console_knows_which_of_the_desks_it_is(site, owner):
    session = site.session(owner)
    mine, theirs = site.signed_in(owner), site.with_pass(session, "desk")
    pages = [person.get(f"/facilitate/{session}").text for person in (mine, theirs)]
    assert '"you": "account ' in pages[0] and '"you": "link ' in pages[1]
