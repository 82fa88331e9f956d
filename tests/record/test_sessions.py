"""Sessions in the record: listed, run by several, saved, ended once, forgotten to the last byte."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import event, text

from tests.helpers.kept import ANSWERS, CHECKPOINT, HEAD, ROUND, a_checkpoint, a_release, a_session, destroyed, opened
from workshop.domain.checkpoint import ROOM, Checkpoint
from workshop.record.engine import make_engine, transaction
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.service.ports import Ending, Unavailable

CANARY = "CANARY-that-nobody-kept"
TABLES_OF_A_SESSION = (
    "sessions",
    "session_facilitators",
    "checkpoints",
    "rounds",
    "tallies",
    "releases",
    "release_files",
)


def test_a_session_is_listed_as_it_was_made(any_record):
    member = opened(any_record)
    assert any_record.session("session-1") == a_session("session-1", member.organisation, member.user)
    assert any_record.session("session-2") is None
    assert any_record.running_sessions() == ["session-1"]
    assert (any_record.session_of_code(HEAD.code), any_record.session_of_code("AAAAAA")) == ("session-1", None)


def test_a_record_that_is_there_answers_and_one_without_tables_does_not(any_record, tmp_path):
    any_record.ping()
    with pytest.raises(Unavailable):
        SqlRecord(make_engine(f"sqlite:///{tmp_path}/empty.sqlite3")).ping()


def test_facilitators_see_their_own_the_newest_first(any_record):
    ada = opened(any_record, "session-1", held_on="2026-03-01")
    opened(any_record, "session-2", held_on="2026-10-01", title="B")
    opened(any_record, "session-3", held_on="2026-10-01", title="A")
    bo = opened(any_record, "session-4", email="bo@example.org")
    assert [s.id for s in any_record.sessions_of(ada.user, "running")] == ["session-3", "session-2", "session-1"]
    for _ in range(2):
        any_record.add_facilitator("session-2", bo.user)
    assert any_record.facilitators("session-2") == {ada.user, bo.user}
    assert {s.id for s in any_record.sessions_of(bo.user, "running")} == {"session-4", "session-2"}
    for _ in range(2):
        any_record.remove_facilitator("session-2", bo.user)
    assert any_record.facilitators("session-2") == {ada.user}
    assert {s.id for s in any_record.sessions_of(bo.user, "running")} == {"session-4"}
    assert any_record.sessions_of("nobody", "running") == [] and any_record.facilitators("none") == frozenset()


def test_lists_are_of_one_state_and_drafts_come_with_the_next_day_first(any_record):
    ada = opened(any_record, "session-1", held_on="2026-03-01")
    opened(any_record, "session-2", held_on="2027-10-01", state="draft", code="")
    opened(any_record, "session-3", held_on="2027-03-01", state="draft", code="")
    assert [s.id for s in any_record.sessions_of(ada.user, "draft")] == ["session-3", "session-2"]
    assert [s.id for s in any_record.sessions_of(ada.user, "draft", 1, 1)] == ["session-2"]
    assert [s.id for s in any_record.sessions_of(ada.user, "running")] == ["session-1"]
    assert any_record.sessions_of(ada.user, "ended") == []
    assert any_record.running_sessions() == ["session-1"] and any_record.session_of_code("") is None


def test_a_draft_is_changed_as_a_whole_or_not_at_all(any_record):
    member = opened(any_record, "session-1", state="draft", code="")
    listed = any_record.session("session-1")
    fresh = replace(listed, title="B", state="running", code="AAAAAA", held_on="2027-01-01", scenario="other", k=6)
    stranger = replace(fresh, owner="somebody", links="other", delegates=9)
    assert not any_record.change_session(stranger, "running", a_checkpoint(note="no"))
    assert any_record.session("session-1") == listed
    assert any_record.change_session(stranger, "draft", a_checkpoint(note="yes"))
    assert any_record.session("session-1") == fresh, "its owner, links and number of people are not changed so"
    assert any_record.checkpoint("session-1").collections["notes"]["n1"]["text"] == "yes"
    assert any_record.session_of_code("AAAAAA") == "session-1" and listed.owner == member.user
    assert not any_record.change_session(replace(fresh, id="none"), "draft", a_checkpoint("none"))


def test_a_checkpoint_comes_back_as_it_was_but_for_the_second_of_the_timer(any_record):
    opened(any_record)
    any_record.save_checkpoint("session-1", CHECKPOINT)
    untimed = replace(HEAD, timer=None, began=None, due=None, spent={})
    assert any_record.checkpoint("session-1") == replace(CHECKPOINT, head=untimed)
    assert any_record.checkpoint("session-2") is None


def test_an_older_head_never_replaces_a_newer_one_and_an_equal_one_does(any_record):
    opened(any_record)
    for version, note in ((5, "newer"), (4, "older"), (5, "as new")):
        any_record.save_checkpoint("session-1", a_checkpoint(version=version, note=note))
    saved = any_record.checkpoint("session-1")
    assert (saved.head.version, saved.collections["notes"]["n1"]["text"]) == (5, "as new")


def test_of_two_of_one_head_the_one_of_the_older_revision_never_replaces_the_newer_one(any_record):
    """Two workers read and save side by side; of another log nothing can be said, and the newest to come stays."""

    def read(log, rev, note):
        found = a_checkpoint(version=5, note=note)
        return replace(found, collections={**found.collections, ROOM: {"log": {"id": log}}}, rev=rev)

    opened(any_record)
    saved = []
    for one in (read("a", 11, "newer"), read("a", 10, "older"), read("a", 11, "as new"), read("b", 4, "another log")):
        any_record.save_checkpoint("session-1", one)
        saved.append(any_record.checkpoint("session-1").collections["notes"]["n1"]["text"])
    assert saved == ["newer", "newer", "as new", "another log"]


def test_it_ends_once_and_nothing_is_saved_after_that(any_record):
    opened(any_record)
    any_record.end_session("session-1", Ending(a_checkpoint(version=4, note="kept"), 8))
    any_record.end_session("session-1", Ending(a_checkpoint(version=9, note="not this"), 3))
    any_record.save_checkpoint("session-1", a_checkpoint(version=9, note="nor this"))
    listed, saved = any_record.session("session-1"), any_record.checkpoint("session-1")
    assert (listed.state, listed.delegates) == ("ended", 8)
    assert saved.collections["notes"]["n1"]["text"] == "kept"
    assert any_record.running_sessions() == [] and any_record.session_of_code(HEAD.code) is None


def test_fewer_than_k_are_not_counted(any_record):
    opened(any_record)
    any_record.end_session("session-1", Ending(a_checkpoint(), 4))
    assert any_record.session("session-1").delegates is None


def test_what_is_not_there_is_saved_ended_and_forgotten_without_harm(any_record):
    any_record.save_checkpoint("none", a_checkpoint("none"))
    any_record.end_session("none", Ending(a_checkpoint("none"), 8))
    any_record.forget("none")
    assert any_record.checkpoint("none") is None and any_record.session("none") is None


def test_forgetting_takes_all_that_hangs_on_it_and_nothing_else(record, engine):
    for id in ("session-1", "session-2"):
        member = opened(record, id)
        record.save_round(id, ROUND)
        record.save_round(id, ANSWERS)
        record.add_release(a_release(id, member.organisation, f"release-of-{id}"))
    destroyed(record, "release-of-session-1")
    assert record.forget("session-1"), "again is harmless"
    assert record.session("session-1") is None and record.rounds("session-1") == []
    assert record.release("release-of-session-1") is None
    with engine.connect() as db:
        rows = {t: db.execute(text(f"SELECT count(*) FROM {t}")).scalar_one() for t in TABLES_OF_A_SESSION}
    assert rows == {"sessions": 1, "session_facilitators": 1, "checkpoints": 1, "rounds": 2, "tallies": 5,
                    "releases": 1, "release_files": 2}  # fmt: skip
    assert len(record.rounds("session-2")) == 2 and record.release("release-of-session-2")


def test_a_save_that_waits_for_an_end_finds_it_ended(record, engine):
    """Two workers: what nobody kept must not come back by a slow one."""
    opened(record)
    slow = threading.Thread(target=record.save_checkpoint, args=("session-1", a_checkpoint(version=3, note="not kept")))
    with transaction(engine) as db:
        db.execute(text("UPDATE sessions SET state = 'ended' WHERE id = 'session-1'"))
        slow.start()
        slow.join(0.3)
        assert slow.is_alive(), "it does not wait"
    slow.join(10)
    assert record.checkpoint("session-1").collections["notes"]["n1"]["text"] == "Two reports"


@pytest.fixture
def on_disk(tmp_path):
    """A record in an SQLite file, and a way to look at its bytes."""
    engine = make_engine(f"sqlite:///{tmp_path}/workshop.sqlite3")
    upgrade(engine)
    yield SqlRecord(engine), lambda: b"".join(file.read_bytes() for file in tmp_path.iterdir())
    engine.dispose()


@pytest.mark.parametrize("how", ["end", "forget"])
def test_no_byte_of_what_was_deleted_stays_in_the_file_or_its_log(on_disk, how):
    record, content = on_disk
    opened(record)
    for version in range(4, 40):
        record.save_checkpoint("session-1", a_checkpoint(version=version, note=f"{CANARY} {'long ' * 400}"))
    assert CANARY.encode() in content()
    if how == "end":
        record.end_session("session-1", Ending(Checkpoint(replace(HEAD, version=50)), 8))
    else:
        record.forget("session-1")
    assert CANARY.encode() not in content()


def test_a_log_that_is_being_read_is_not_said_to_be_empty(on_disk):
    record, _ = on_disk
    opened(record)
    event.listen(record.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    record.engine.dispose()
    with record.engine.connect() as reader:
        reader.exec_driver_sql("BEGIN")
        reader.exec_driver_sql("SELECT count(*) FROM sessions").scalar_one()
        with pytest.raises(Unavailable):
            record.forget("session-1")
    record.forget("session-1")
    assert record.session("session-1") is None


def test_new_links_are_kept_for_one_session_and_for_nobody_else(any_record):
    opened(any_record, "session-1")
    opened(any_record, "session-2")
    any_record.new_links("session-1", "fresh")
    any_record.new_links("none", "fresh")
    assert [any_record.session(f"session-{n}").links == "fresh" for n in (1, 2)] == [True, False]


@pytest.mark.parametrize("how", ["save", "end"])
def test_the_day_that_it_was_held_is_that_of_the_head_and_a_rehearsal_stays_one(any_record, how):
    opened(any_record, held_on="2026-10-13", zone="Europe/London", rehearsal=True)
    kept = a_checkpoint(version=9)
    held = replace(kept, head=replace(kept.head, held_on="2026-10-14"))
    any_record.save_checkpoint("session-1", kept)
    assert any_record.session("session-1").held_on == "2026-10-13", "it has not been held yet"
    if how == "save":
        any_record.save_checkpoint("session-1", held)
    else:
        any_record.end_session("session-1", Ending(held, 8))
    found = any_record.session("session-1")
    assert (found.held_on, found.zone, found.rehearsal) == ("2026-10-14", "Europe/London", True)
    assert any_record.checkpoint("session-1").head.held_on == "2026-10-14"
