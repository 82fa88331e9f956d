"""What the first version (commit 299aaf3) left on its disk opens under this one, and every session goes on.

How the folder was made, and what is in it: tests/fixtures/make_data_299aaf3.py.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.helpers.earlier import served_again
from workshop.casebook import SHIPPED, Casebook
from workshop.domain.case_copy import CaseCopy, copy_of
from workshop.rehearsal.outbox import Outbox

OWN = "ada@example.org"


@pytest.fixture(scope="module")
def earlier(tmp_path_factory):
    """The folder of that version, served by this one."""
    with served_again(tmp_path_factory.mktemp("earlier"), "data-299aaf3") as found:
        yield found


@pytest.fixture(scope="module")
def ada(earlier):
    """Who facilitates all of its sessions and reads its reports, signed in with her password of then."""
    return earlier.signed_in(OWN)


def test_people_sign_in_with_their_passwords_and_find_their_sessions(earlier, ada):
    home = ada.get("/facilitate").decode()
    assert all(title in home for title in ("Course 299", "Course 301", "In mid-discussion", "In mid-placing"))
    other = earlier.signed_in("ben@example.org")
    assert "Course" not in other.get("/facilitate").decode(), "and nobody else's"


def test_what_was_released_is_the_same_to_the_byte(earlier, ada):
    for released in earlier.told["released"]:
        assert released["files"].keys() == released["digests"].keys() >= {"json", "html", "csv"}
        for name, (length, digest) in released["files"].items():
            for path in (f"/organisation/reports/{released['release']}", f"/facilitate/{released['session']}/report"):
                content = ada.get(f"{path}.{name}")
                assert (len(content), hashlib.sha256(content).hexdigest()) == (length, digest), (path, name)
        assert released["digests"]["json"] == released["files"]["json"][1]


def test_its_page_its_pool_and_the_list_open(earlier, ada):
    for released in earlier.told["released"]:
        assert b"Course" in ada.get(f"/organisation/reports/{released['release']}")
        assert b"Course" in ada.get(f"/facilitate/{released['session']}/report")
    assert b"Course" in ada.get("/organisation")
    assert ada.get(f"/organisation/pools/{earlier.told['pool']}")


def test_what_ended_unreleased_can_be_reported(earlier, ada):
    path = f"/facilitate/{earlier.told['ended']['session']}/report"
    files = {name: ada.get(f"{path}.{name}") for name in ("json", "html", "csv")}
    said = json.loads(files["json"])
    assert (said["title"], said["delegates"]) == ("Course 301", earlier.told["phones"])
    assert all(files.values())


def test_a_session_in_mid_discussion_goes_on_where_it_was(earlier, ada):
    then = earlier.told["discussing"]
    desk, phones = earlier.desk(ada, then["session"]), earlier.phones(then)
    here = desk.parts["agenda"]["steps"][desk.parts["agenda"]["position"]]
    assert (here["id"], desk.parts["board"]["focus"]) == (then["step"], then["focus"])
    assert pictures(desk.parts["board"]["results"]) == pictures(then["results"])
    assert desk.parts["session"]["devices"] == len(phones)
    told = [line.wait_for(lambda parts: parts.get("board"))["board"] for line in phones]
    assert {json.dumps(pictures(board["results"])) for board in told} == {json.dumps(pictures(then["results"]))}
    ended(earlier, ada, desk, then["session"], pictures(then["results"]))


def test_a_session_in_mid_placing_keeps_what_was_placed(earlier, ada):
    then = earlier.told["placing"]
    desk, phones = earlier.desk(ada, then["session"]), earlier.phones(then)
    board = phones[0].parts["board"]
    assert (board["round"]["id"], board["round"]["state"]) == (then["round"], "open")
    cards = [c["id"] for c in board["cards"]]
    for line in phones[then["placed"] :]:
        for card in cards:
            body = {"round": then["round"], "card": card, "stage": then["stage"]}
            Outbox(line, lambda: True).send("board.place", {**body, "missing": [], "reasons": [], "certainty": None})
    Outbox(desk, lambda: True).send("board.reveal", {"round": then["round"]})
    results = desk.wait_for(lambda parts: parts["board"]["results"])["board"]["results"]
    stage = [s["id"] for s in board["scale"]["stages"]].index(then["stage"])
    expected = [earlier.told["phones"] if n == stage else 0 for n in range(len(board["scale"]["stages"]))]
    assert {r["card"]: r["tallies"] for r in results} == dict.fromkeys(cards, expected)
    ended(earlier, ada, desk, then["session"], pictures(results))


def test_every_session_of_then_has_its_case_study_now(earlier, ada):
    with closing(sqlite3.connect(f"file:{earlier.data}/workshop.sqlite3?mode=ro", uri=True)) as db:
        left = "SELECT count(*) FROM sessions WHERE id NOT IN (SELECT session FROM session_cases)"
        kept = db.execute("SELECT sha256, content FROM case_copies").fetchall()
        assert db.execute(left).fetchone() == (0,) and len(kept) == 1
    assert CaseCopy(*kept[0]) == copy_of(Casebook([SHIPPED]).get("group-chat"))
    report = json.loads(ada.get(f"/facilitate/{earlier.told['ended']['session']}/report.json"))
    assert report["scenario_sha256"] == kept[0][0]


def ended(earlier, ada, desk, session: str, expected: dict[str, Any]) -> None:
    """On through the agenda to the end, and reported with the figures that the room was shown."""
    desk_sends = Outbox(desk, lambda: True)
    steps = [s["id"] for s in desk.parts["agenda"]["steps"]]
    while (at := desk.parts["agenda"]["position"]) + 1 < len(steps):
        desk_sends.send("session.next", {"from_step": steps[at]})
        desk.wait_for(lambda parts, at=at: parts["agenda"]["position"] > at)
    desk_sends.send("session.end", {})
    report = json.loads(ada.get(f"/facilitate/{session}/report.json"))
    shown = next(r for r in report["rounds"] if r.get("cause") == "first")
    assert pictures(shown["cards"]) == expected
    assert report["delegates"] is None, "who had left before is not known of such a session, and unknown withholds"


def pictures(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Card → how many stand at each stage; None where it was withheld. The report names the stages, in their order."""
    each = {r["card"]: r["tallies"] for r in results}
    return {card: list(found.values()) if isinstance(found, dict) else found for card, found in each.items()}
