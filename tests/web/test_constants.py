"""What is the same for every view of a page is worked out once, not for each of them."""

from collections import Counter

import pytest
import segno

from workshop.web import assets as assets_module
from workshop.web.assets import Assets


@pytest.fixture
def worked_out(monkeypatch):
    """How often each of the dear constants is worked out."""
    found = Counter()

    def counting(name, function):
        def counted(*given, **more):
            found[name] += 1
            return function(*given, **more)

        return counted

    monkeypatch.setattr(Assets, "_needed", counting("what a page needs", Assets._needed))
    monkeypatch.setattr(assets_module, "_of", counting("a compressed file", assets_module._of))
    monkeypatch.setattr(segno, "make", counting("a QR code", segno.make))
    return found


@pytest.fixture(scope="module")
def views(site):
    """Name → a view of every page that has a script, by whoever may see it."""
    owner = site.member("constants@here.test", "Here", "facilitator")
    desk, session, (ended, _) = site.signed_in(owner), site.session(owner), site.ended(owner, released=False)
    phone = site.delegate(session)
    return {
        "join": lambda: site.visitor().get("/"),
        "room": lambda: phone.get("/room"),
        "home": lambda: desk.get("/facilitate"),
        "set-up": lambda: desk.get("/facilitate/new"),
        "console": lambda: desk.get(f"/facilitate/{session}"),
        "links": lambda: desk.get(f"/facilitate/{session}/links"),
        "screen": lambda: desk.get(f"/screen/{session}"),
        "report": lambda: desk.get(f"/facilitate/{ended}/report"),
    }


PAGES = ("join", "room", "home", "set-up", "console", "links", "screen", "report")


@pytest.mark.parametrize("page", PAGES)
def test_a_second_view_of_a_page_works_nothing_out_again(views, worked_out, page):
    assert views[page]().status_code == 200
    worked_out.clear()
    assert views[page]().status_code == 200
    assert not worked_out
