"""A whole room against a real server: everybody joins at once, one drops out, one comes late."""

import pytest

from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator, here


@pytest.fixture(scope="module")
def signed_in(workshop):
    return SimulatedFacilitator(workshop.url, workshop.link)


@pytest.fixture
def facilitator(signed_in):
    found = signed_in
    found.code = found.create("group-chat", "ninety", k=5)
    yield found
    found.line.drop()


def test_twenty_join_at_once_and_twenty_have_a_board(workshop, facilitator):
    company = Company(workshop.url, facilitator.code, size=20, seed=1)
    facilitator.start(company)
    facilitator.send("session.go", {"step": "s3"})
    company.join()
    assert len({id(d.line) for d in company.delegates if d.line.parts.get("board")}) == 20
    parts = facilitator.line.wait_for(lambda parts: parts["session"]["devices"] == 20)
    assert here(parts)["id"] == "s3"
    company.leave()


def test_a_dropped_phone_and_a_late_one_are_counted_like_all_others(workshop, facilitator):
    company = Company(workshop.url, facilitator.code, size=8, seed=2, late=1, drop=True)
    facilitator.start(company)
    company.join()
    assert len(company.delegates) == 7
    facilitator.send("session.go", {"step": "s4"})
    facilitator.send("board.open", {})
    company.join_late()
    facilitator.finish_round()
    results = facilitator.line.parts["board"]["results"]
    told = [r for r in results if not r["withheld"]]
    assert len(told) > 4 and all(r["placed"] + r["need_to_know"] == 8 for r in told)
    assert not company.delegates[0].drops
    company.leave()


def test_waiting_for_what_nobody_does_ends(workshop, facilitator):
    company = Company(workshop.url, facilitator.code, size=1, seed=3)
    company.join()
    with pytest.raises(TimeoutError, match="r99"):
        company.wait_until("r99", seconds=0.3)
    company.leave()
