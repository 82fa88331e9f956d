"""Twenty faults in a row, forced in a running workshop: the log says that and where, and nothing of what was sent.

The live store's data are damaged under the workshop, so that its own code fails in the middle of a command, with what
people typed in its hands.
"""

import re
import secrets
import time

import pytest
import structlog
from redis import Redis

from tests.helpers.canaries import MARK, Canary, CanaryBrowser, CanaryLine, spellings
from tests.helpers.served import served
from tests.promise.traces import socket_of
from workshop.casebook import SHIPPED, Casebook
from workshop.logs import FIELDS, configure_logs
from workshop.rehearsal.facilitator import SimulatedFacilitator

ADDRESS = re.compile(r"\d+\.\d+\.\d+\.\d+|[0-9a-f]+:[0-9a-f]+::")


def damaged(client: Redis, session: str) -> None:
    """Every collection of the session becomes something that no command can use."""
    for name in ("notes", "links", "explanation", "actions", "questions", "questions.held", "questions.askers",
                 "agreed", "words", "support.session", "seats", "placements.r1", "moves.r1", "answers.q1"):  # fmt: skip
        key = f"cw:{{{session}}}:c:{name}"
        client.delete(key)
        client.set(key, "damaged")


@pytest.fixture(scope="module")
def faults(tmp_path_factory):
    """The log of a workshop in which twenty commands and some pages failed; the canary that sent them."""
    folder, canary = tmp_path_factory.mktemp("logs"), Canary()
    with (folder / "stderr").open("wb") as errors, served(folder / "data", errors=errors) as running:
        facilitator = SimulatedFacilitator(running.url, running.link)
        code = facilitator.create("group-chat", Casebook([SHIPPED]).get("group-chat").agendas[0].id, 5)
        browser = CanaryBrowser(running.url, canary)
        browser.get("/")
        assert browser.post("/join", {"code": code, "token": canary.token})["ok"]
        phone = CanaryLine(running.url, "/delegate", browser.cookies, canary)
        phone.connect()
        client = Redis.from_url(socket_of(folder / "data"))
        damaged(client, facilitator.session)
        answers = [refused(phone, name, body) for name, body in twenty()]
        pages = [browser.post("/leave", {}), browser.post("/join", {"code": code})]
        time.sleep(0.5)
        phone.drop()
        client.close()
    return (folder / "stderr").read_text("utf-8", "replace"), canary, answers, pages


def twenty() -> list[tuple[str, dict]]:
    text = f"{MARK} typed this"
    note, plan = {"section": "known", "text": text}, dict.fromkeys(("who", "by_when", "review"), "")
    kinds = [
        ("questions.ask", {"text": text}),
        ("formulation.add", note),
        ("formulation.edit", {"note": MARK, "text": text, "base": 1}),
        ("formulation.support", {"note": MARK, "on": True}),
        ("plan.add", {"target": "child", "action": text, "why": text, "note": None, **plan}),
        ("welcome.agree", {}),
        ("session.word", {}),
    ]  # fmt: skip
    return [kinds[n % len(kinds)] for n in range(len(kinds) * 4)]


def refused(phone: CanaryLine, name: str, body: dict) -> str:
    answer = phone.answer(phone.begin(name, body, f"{MARK}{secrets.token_urlsafe(18)}"))
    return "" if answer["ok"] else answer["code"]


def test_at_least_twenty_commands_failed_and_were_logged(faults):
    log, _, answers, _ = faults
    assert answers.count("failed") >= 20
    assert log.count("command_failed") == answers.count("failed")


def test_each_line_says_where_and_what_kind_and_nothing_else(faults):
    log, *_ = faults
    assert "Traceback" not in log
    for line in filter(None, log.splitlines()):
        fields = re.findall(r"(\w+)='", line) or re.findall(r"(\w+)=", line)
        assert set(fields) <= FIELDS or line.startswith("request failed: "), line


def test_nothing_that_a_phone_sent_is_in_the_log(faults):
    log, canary, *_ = faults
    raw = log.encode()
    for text in (MARK, canary.token, canary.agent, canary.address, "typed this"):
        assert not [s for s in spellings(text) if s in raw], text
    assert not ADDRESS.search(log)


def test_the_phone_is_told_in_words_that_say_nothing_either(faults):
    *_, answers, pages = faults
    assert set(answers) <= {"failed", "not_now", "invalid", ""}
    for page in pages:
        assert MARK not in str(page) and "WRONGTYPE" not in str(page)


def test_a_field_that_is_not_on_the_list_is_dropped_whoever_meant_well(capsys):
    configure_logs("INFO")
    structlog.get_logger("anywhere").error("failed", kind="ValueError", text=MARK, session=MARK, token=MARK, sid=MARK)
    told = capsys.readouterr().err
    assert "failed" in told and "ValueError" in told and MARK not in told
