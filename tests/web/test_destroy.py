"""The page on which a released report is destroyed: who may ask, who may answer, and what it says."""

from html import unescape

import pytest


@pytest.fixture(scope="module")
def owner(site):
    return site.member("files@here.test", "Here", "facilitator")


@pytest.fixture
def filed(site, owner):
    """(session, release), the page's path."""
    made = site.ended(owner)
    return *made, f"/organisation/reports/{made[1]}/destroy"


def somebody(site, name, *roles, organisation="Here"):
    return site.signed_in(site.member(f"{name}@{organisation.lower()}.test", organisation, *roles))


def act(person, path, what):
    return person.client.post(path, data={"act": what, "csrf_token": person.csrf()})


def said(person, path):
    return unescape(person.get(path).text)


def test_one_asks_and_another_confirms(site, owner, filed):
    session, release, path = filed
    ada, bo = site.signed_in(owner), somebody(site, "confirms", "facilitator")
    assert "This has not been asked for." in said(bo, path) and 'value="ask"' not in said(bo, path)
    assert 'value="ask"' in said(ada, path)
    assert act(ada, path, "ask").status_code == 303
    assert "Asked by files@here.test" in said(ada, path) and 'value="destroy"' not in said(ada, path)
    assert "asked to destroy" in said(ada, f"/facilitate/{session}/report")
    act(ada, path, "destroy")
    assert site.context.record.release(release), "alone it has to wait"
    assert 'value="destroy"' in said(bo, path)
    assert "has been destroyed" in act(bo, path, "destroy").text
    assert site.context.record.release(release) is None and site.context.record.session(session) is None
    assert bo.get(path).status_code == 404


def test_a_reviewer_may_ask_and_whoever_it_concerns_may_withdraw(site, owner, filed):
    _, release, path = filed
    reviewer, other = somebody(site, "asks", "reviewer"), somebody(site, "stays", "facilitator")
    act(reviewer, path, "ask")
    assert "asked to destroy" in said(reviewer, f"/organisation/reports/{release}")
    act(other, path, "withdraw")
    assert site.context.record.destruction(release) is None
    assert act(other, path, "ask").status_code == 403
    act(other, path, "destroy")
    assert site.context.record.release(release)


def test_another_organisation_is_told_of_nothing(site, filed):
    _, release, path = filed
    foreign = somebody(site, "foreign", "admin", "facilitator", organisation="Elsewhere")
    assert foreign.get(path).status_code == 404
    for what in ("ask", "withdraw", "destroy"):
        assert act(foreign, path, what).status_code == 404
    assert site.context.record.destruction(release) is None


@pytest.mark.parametrize("what", ["", "else", "<b>"])
def test_what_the_page_does_not_offer_is_refused(site, owner, filed, what):
    assert act(site.signed_in(owner), filed[2], what).status_code == 400
