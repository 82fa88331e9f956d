"""A session that is forgotten is nowhere: not in the database or its log, not in the live store or its files."""

import sqlite3
import time
from contextlib import closing

import pytest

from tests.helpers.canaries import found_in
from tests.helpers.reading import all_kept
from tests.helpers.served import served
from tests.promise.traces import copied, socket_of, wait_for_rewrite
from workshop.casebook import SHIPPED, Casebook
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line

WORDS = {"title": "Title kq81", "note": "Note kq82 of the group", "question": "Question kq83?", "action": "Action kq84"}


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory):
    """Two sessions, one forgotten while it runs and one after its release; and one that stays."""
    folder = tmp_path_factory.mktemp("forget")
    data = folder / "data"
    with served(data) as running:
        facilitator = SimulatedFacilitator(running.url, running.link)
        live, over = a_session(facilitator, "live"), a_session(facilitator, "over")
        facilitator.send("session.end", {})
        answers = all_kept(facilitator.browser.get(f"/facilitate/{over}/report").decode())
        released = facilitator.browser.post(f"/facilitate/{over}/release", answers)
        facilitator.browser.get(f"/facilitate/{over}/report.html")
        stays = a_session(facilitator, "stays")
        time.sleep(2.5)  # every shared word is in a checkpoint by now
        wait_for_rewrite(socket_of(data))
        copied(data, folder / "before")
        assert facilitator.browser.post(f"/facilitate/{live}/forget", {})["ok"]
        destroyed_after_days(facilitator, data, released["release"])
        wait_for_rewrite(socket_of(data))
        time.sleep(2.5)
        copied(data, folder / "after")
    return folder, {"live": live, "over": over, "stays": stays, "release": released["release"]}


def destroyed_after_days(facilitator, data, release: str) -> None:
    """What was released takes two, or one account and seven days, which go by in the record."""
    path = f"/organisation/reports/{release}/destroy"
    facilitator.browser.press(path, act="ask")
    with closing(sqlite3.connect(data / "workshop.sqlite3")) as record, record:
        assert record.execute("UPDATE destructions SET asked_on = '2026-01-01'").rowcount == 1
    assert b"has been destroyed" in facilitator.browser.press(path, act="destroy")


def a_session(facilitator, which: str) -> str:
    """One with a word of everything in it."""
    agenda = Casebook([SHIPPED]).get("group-chat").agendas[0]
    code = facilitator.create("group-chat", agenda.id, 5, f"{WORDS['title']} {which}", rehearsal=False)
    browser = Browser(facilitator.browser.url)
    browser.get("/")
    assert browser.post("/join", {"code": code})["ok"]
    phone = Line(browser.url, "/delegate", browser.cookies)
    phone.connect()
    phone.command("questions.ask", {"text": f"{WORDS['question']} {which}"})
    steps = facilitator.line.parts["agenda"]["steps"]
    facilitator.send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "formulation")})
    section = facilitator.line.wait_for(lambda p: p.get("formulation"))["formulation"]["sections"][0]["id"]
    facilitator.send("formulation.phase", {"phase": "gather"})
    phone.command("formulation.add", {"section": section, "text": f"{WORDS['note']} {which}"})
    facilitator.send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "plan")})
    targets = facilitator.line.wait_for(lambda p: p.get("plan"))["plan"]["targets"]
    action = {"target": targets[0], "action": f"{WORDS['action']} {which}", "why": "", "note": None}
    phone.command("plan.add", {**action, "who": "", "by_when": "", "review": ""})
    phone.drop()
    return facilitator.session


def test_before_everything_was_there(forgotten):
    folder, ids = forgotten
    for which in ("live", "over", "stays"):
        for word in (*WORDS.values(), ids[which]):
            wanted = word if word == ids[which] else f"{word} {which}"
            if which == "over" and word == WORDS["question"]:
                continue  # nobody kept it: it went with the end
            assert found_in([folder / "before"], [wanted]), wanted
    assert found_in([folder / "before"], [ids["release"]])


@pytest.mark.parametrize("which", ["live", "over"])
def test_afterwards_nothing_of_it_is_in_any_file(forgotten, which):
    folder, ids = forgotten
    wanted = [ids[which], *(f"{word} {which}" for word in WORDS.values())]
    assert found_in([folder / "after", folder / "data"], wanted) == []


def test_its_release_is_gone_too(forgotten):
    folder, ids = forgotten
    assert found_in([folder / "after", folder / "data"], [ids["release"]]) == []


def test_another_session_is_still_there(forgotten):
    folder, ids = forgotten
    for word in WORDS.values():
        assert found_in([folder / "after"], [f"{word} stays"]), word
    assert found_in([folder / "after"], [ids["stays"]])
