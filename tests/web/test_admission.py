"""Who may open a socket and keep it: asked again while it is open."""

import time
from dataclasses import replace

import pytest

from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.service.finish import end_session
from workshop.service.join import leave
from workshop.web import cookies
from workshop.web.admission import PASS, delegate_comes, facilitator_comes, screen_comes, who_may_stay
from workshop.web.cookies import PASS_LIFE


@pytest.fixture
def member(site, request):
    return site.member(f"{request.node.name}@here.test"[:200], "Here", "facilitator", "reviewer")


@pytest.fixture
def session(site, member):
    return site.session(member)


def came(site, person, asks, session):
    """What a connection with this browser's cookies comes in as."""
    cookies = "; ".join(
        f"{name}={cookie.value}"
        for name in ("cw_form", "cw_pass", "cw_seat")
        if (cookie := person.client.get_cookie(name))
    )
    with site.app.test_request_context(headers={"Cookie": cookies}):
        return asks(session)


def stays(context, session, came):
    return (session, came) in who_may_stay(context, [(session, came)])


def test_a_facilitator_comes_with_the_sign_in(site, member, session):
    found = came(site, site.signed_in(member), facilitator_comes, session)
    user, _, sign_in = found.partition(" ")
    assert user == member.user and sign_in
    assert stays(site.context, session, found)


def test_others_do_not_come(site, session):
    stranger = site.signed_in(site.member("stranger@elsewhere.test", "Elsewhere", "facilitator"))
    for person in (site.visitor(), site.delegate(session), stranger):
        assert came(site, person, facilitator_comes, session) is None
        assert came(site, person, screen_comes, session) is None


def test_passes_come_to_what_they_are_for(site, session):
    links = site.links(session)
    assert came(site, site.with_pass(session, "desk"), facilitator_comes, session).startswith(f"{PASS} {links} ")
    assert came(site, site.with_pass(session, "screen"), facilitator_comes, session) is None
    assert came(site, site.with_pass(session, "screen"), screen_comes, session).startswith(f"{PASS} {links} ")


def test_signing_out_ends_the_stay(site, member, session):
    person = site.signed_in(member)
    found = came(site, person, facilitator_comes, session)
    person.post("/account/sign-out")
    assert not stays(site.context, session, found)


def test_losing_the_role_ends_the_stay(site, member, session):
    found = came(site, site.signed_in(member), facilitator_comes, session)
    engine = site.context.record.engine
    with transaction(engine) as db:
        db.delete(db.get(t.Membership, (member.user, member.organisation, "facilitator")))
    assert not stays(site.context, session, found)


def test_losing_the_session_ends_the_stay(site, member, session):
    second = site.member("co@here.test", "Here", "facilitator")
    site.context.record.add_facilitator(session, second.user)
    found = came(site, site.signed_in(second), facilitator_comes, session)
    assert stays(site.context, session, found)
    with transaction(site.context.record.engine) as db:
        db.delete(db.get(t.SessionFacilitator, (session, second.user)))
    assert not stays(site.context, session, found)


@pytest.mark.parametrize("who", ["phone", "pass"])
def test_an_ended_session_says_so_and_a_forgotten_one_is_gone(site, session, who):
    came = "" if who == "phone" else f"{PASS} {site.links(session)} {int(time.time()) + 60}"
    assert stays(site.context, session, came)
    end_session(site.context, session)
    assert stays(site.context, session, came)
    site.context.record.forget(session)
    assert not stays(site.context, session, came)


def test_all_who_came_are_asked_for_in_two_questions_and_each_is_judged_alone(site, member, session, monkeypatch):
    other = site.session(member)
    signed, gone = site.signed_in(member), site.signed_in(member)
    stays_in = came(site, signed, facilitator_comes, session)
    left = came(site, gone, facilitator_comes, session)
    gone.post("/account/sign-out")
    a_pass = f"{PASS} {site.links(session)} {int(time.time()) + 60}"
    wrong = f"{PASS} {site.links(other)} {int(time.time()) + 60}"
    comers = [(session, stays_in), (session, left), (session, a_pass), (session, wrong), (session, ""), ("none", "")]
    comers += [(other, stays_in), (session, f"{member.user} "), (session, "somebody sign-in")]
    asked = []
    for port, name in ((site.context.record, "access"), (site.context.live, "all_counted")):
        real = getattr(port, name)
        monkeypatch.setattr(port, name, lambda what, real=real, name=name: asked.append(name) or real(what))
    assert who_may_stay(site.context, comers) == {comers[0], comers[2], comers[4], comers[6]}
    assert asked == ["access", "all_counted"]


@pytest.mark.parametrize("kind", ["screen", "desk"])
def test_a_pass_ends_with_its_day_and_when_links_are_called_back(site, session, kind):
    person = site.with_pass(session, kind)
    asks = screen_comes if kind == "screen" else facilitator_comes
    found = came(site, person, asks, session)
    assert stays(site.context, session, found)
    later = replace(site.context, now=lambda: time.time() + PASS_LIFE + 1)
    assert not stays(later, session, found)
    site.context.record.new_links(session, "others")
    assert not stays(site.context, session, found)
    assert came(site, person, asks, session) is None


def test_a_pass_is_not_believed_when_its_day_is_over(site, session, monkeypatch):
    person = site.with_pass(session, "desk")
    monkeypatch.setattr(cookies, "PASS_LIFE", -1)
    assert came(site, person, facilitator_comes, session) is None


def test_a_phone_comes_with_its_seat_until_it_gives_it_up(site, session):
    phone = site.delegate(session)
    assert came(site, phone, lambda _: delegate_comes(), session)[0] == session
    held = came(site, phone, lambda _: cookies.held_here(), session)
    leave(site.context, held.session, held.token)
    assert came(site, phone, lambda _: delegate_comes(), session) is None, "a copied cookie brings no seat back"


def test_a_seat_that_was_lost_with_its_live_state_comes_back(site, session):
    phone = site.delegate(session)
    site.context.live.forget(session)
    assert came(site, phone, lambda _: delegate_comes(), session)[0] == session
