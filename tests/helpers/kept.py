"""What a record is given in tests: sessions, checkpoints, results, releases."""

import hashlib
from dataclasses import replace

from tests.helpers.case import STEPS
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.live import Head, Round, Step, Timer
from workshop.domain.results import AnswersResult, Camp, CardResult, Certainty, ItemResult, Movement, RoundResult
from workshop.service.ports import Destruction, Release, SessionRecord

HEAD = Head(
    session="session-1",
    code="K7M4QX",
    title="Autumn course",
    scenario="test-case",
    scenario_version=1,
    k=5,
    steps=tuple(Step(f"s{n}", s.activity, s.title, s.minutes, dict(s.settings)) for n, s in enumerate(STEPS, 1)),
    version=3,
    position=2,
    rounds={
        "r1": Round("r1", "s4", "board", "first", ("c1", "c2"), None, "revealed", True, opened=None, quorum=True),
        "r2": Round("r2", "s4", "board", "discussion", ("c1",), again={"c1": ("r1", "r1")}),
    },
    timer=Timer(1_790_000_000.25, 60),
    began=1_790_000_000.5,
    due=1_790_005_000.5,
    spent={"s1": 480.25},
    fit={"s4": 9},
    unfit={},
)
CHECKPOINT = Checkpoint(
    HEAD,
    {"notes": {"n1": {"text": "Zwei Berichte, <b>“ä”</b>", "section": "known", "version": 2}}, "links": {}},
    {"n1": 3},
)
CARD = CardResult(
    card="c1",
    withheld=False,
    placed=8,
    need_to_know=2,
    tallies=(3, 0, 0, 4, 1),
    median="abusive",
    agreement=-0.125,
    label="split",
    missing=(("age", 3),),
    certainty=Certainty(3, None),
    low=Camp(0, 1, 3, ("consent",)),
    high=Camp(3, 4, 5, ("consent", "power")),
    shared_reason="consent",
    movement=Movement(same=4, typical=0, harmful=3),
    whys=(("heard", 3), ("reread", None)),
    again=True,
    answered=7,
)
ROUND = RoundResult("r1", "s4", "first", None, "hackett5", False, (CARD, CardResult("c2", withheld=True, why="few")))
ANSWERS = AnswersResult(
    "q1",
    "s2",
    "confidence",
    "before",
    6,
    (
        ItemResult("ask", "now", 6, 4, (3, 6), (None, None, 6)),
        ItemResult("plan", "now", None, None, None),
    ),
)


def a_session(id: str = "session-1", organisation: str = "o", owner: str = "u", **other) -> SessionRecord:
    """A running session as it is added."""
    made = SessionRecord(
        id=id,
        organisation=organisation,
        owner=owner,
        title="Autumn course",
        code="K7M4QX",
        scenario="test-case",
        scenario_version=1,
        scenario_title="A test case",
        agenda="Everything",
        k=5,
        state="running",
        held_on="2026-10-14",
        delegates=None,
        release=None,
    )
    return replace(made, **other)


def a_checkpoint(session: str = "session-1", version: int = 3, note: str = "Two reports") -> Checkpoint:
    """A checkpoint of one note."""
    return Checkpoint(replace(HEAD, session=session, version=version), {"notes": {"n1": {"text": note}}}, {})


def a_release(session: str, organisation: str, id: str = "release-1", **other) -> Release:
    """A release of two formats."""
    files = {"html": b"<p>\xff\x00report</p>", "csv": b"card,n\r\n"}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    made = Release(id, session, organisation, "Autumn course", "A test case", "2026-10-14", files, digests)
    return replace(made, **other)


def opened(record, id: str = "session-1", organisation: str = "School A", email: str = "ada@example.org", **other):
    """A session with the account and the organisation that it hangs on; the member who owns it."""
    member = record.add_member(email, None, organisation, frozenset({"facilitator"}))
    session = a_session(id, member.organisation, member.user, **other)
    record.add_session(session, (member.user,), a_checkpoint(id))
    return member


def destroyed(record, release: str) -> None:
    """A release and its session, by the two that it takes."""
    owner = record.session(record.release(release).session).owner
    asked = Destruction(release, owner, "2026-11-26")
    record.ask_destruction(asked)
    assert record.destroy(asked)
