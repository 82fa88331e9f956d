"""Who is no stranger: by a signature of ours, and nothing less."""

import string

import pytest

from workshop.web.holders import known_browser


def cookies(person) -> str:
    return "; ".join(f"{c.key}={c.value}" for c in person.client._cookies.values())


@pytest.fixture
def known(site):
    return lambda header: known_browser(site.app)({"HTTP_COOKIE": header})


def test_a_seat_a_pass_and_a_sign_in_are_known_and_a_visitor_is_not(site, known):
    owner = site.member("known@here.test", "Here", "facilitator")
    session = site.session(owner)
    visitor = site.visitor()
    visitor.csrf()
    assert cookies(visitor) and known(cookies(visitor)) == known("") == ""
    for person in (site.delegate(session), site.with_pass(session, "screen"), site.signed_in(owner)):
        assert len(known(cookies(person))) == 24


def test_two_seats_are_two_and_the_digest_is_not_the_cookie(site, known):
    session = site.session(site.member("known@here.test", "Here", "facilitator"))
    one, two = (cookies(site.delegate(session)) for _ in range(2))
    ask = known_browser(site.app)
    found = [ask({"HTTP_COOKIE": header}) for header in (one, two, one)]
    assert found[0] == found[2] != found[1] and found[0] not in one


def test_a_cookie_written_in_another_way_makes_no_second_browser(site):
    """Else one seat would be as many known browsers as it likes, and take everybody's connections."""
    owner = site.member("known@here.test", "Here", "facilitator")
    session = site.session(owner)
    ask, last = known_browser(site.app), string.ascii_letters + string.digits + "-_"
    for person in (site.delegate(session), site.with_pass(session, "screen"), site.signed_in(owner)):
        [header] = [c for c in cookies(person).split("; ") if ask({"HTTP_COOKIE": c})]
        written = [header + "=" * n for n in range(4)] + [header[:-1] + symbol for symbol in last]
        found = [ask({"HTTP_COOKIE": other}) for other in written]
        assert set(found) - {""} == {found[0]} and sum(map(bool, found)) >= 4, header.partition("=")[0]


@pytest.mark.parametrize(
    "header",
    ["cw_seat=made.up", "cw_seat=", "cw_form=e30.x.y", "cw_pass=\xff\xfe", "cw_seat=" + "a" * 9000, "=;;=", "\x00"],
)
def test_what_is_made_up_is_a_strangers(known, header):
    assert known(header) == ""
