"""`workshop forget`: it says what would go, asks, erases, and a receipt stays."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from tests.helpers.kept import a_release, opened
from workshop.cli import main
from workshop.datadir import DataDir
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord


@pytest.fixture
def forget(tmp_path, monkeypatch):
    """Run `workshop forget …` on a data directory; (exit code, all that was said)."""
    monkeypatch.setenv("WORKSHOP_DATA_DIR", str(tmp_path / "data"))

    def run(*arguments, typed=None):
        done = CliRunner().invoke(main, ["forget", *arguments], input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def record(tmp_path):
    DataDir(tmp_path / "data").make()
    engine = make_engine(f"sqlite:///{tmp_path}/data/workshop.sqlite3")
    upgrade(engine)
    yield SqlRecord(engine)
    engine.dispose()


@pytest.fixture
def member(record):
    """Two sessions of School A, one of them released, and one of School B."""
    member = opened(record, state="ended")
    opened(record, "session-2", code="AAAAAA", state="ended", title="Winter course")
    record.add_release(a_release("session-2", member.organisation))
    opened(record, "session-3", code="BBBBBB", organisation="School B", email="bo@b.test")
    return member


def there(record):
    return [s for s in ("session-1", "session-2", "session-3") if record.session(s)]


def test_it_says_what_would_go_and_asks(forget, record, member):
    code, said = forget("session-1", typed="n\n")
    assert code == 1 and "session-1  2026-10-14  ended  Autumn course" in said
    assert there(record) == ["session-1", "session-2", "session-3"]
    code, said = forget("session-1", typed="y\n")
    assert code == 0 and there(record) == ["session-2", "session-3"]
    (receipt,) = record.receipts(member.organisation)
    assert receipt.rule == "command" and f"Receipt {receipt.id}" in said
    assert "Autumn course" not in said.partition("Receipt")[2]


def test_a_script_says_yes_and_a_look_takes_nothing(forget, record, member):
    assert forget("--list", "session-1", "--yes")[0] == 0
    assert "session-1" in there(record)
    assert forget("session-1", "session-1", "--yes")[0] == 0
    assert "session-1" not in there(record)


def test_what_was_released_is_the_organisations_unless_it_is_said(forget, record, member):
    code, said = forget("session-2", "--yes")
    assert code == 1 and "two accounts of the organisation" in said
    assert record.release("release-1")
    code, said = forget("session-2", "--filed", "--yes")
    assert code == 0 and record.release("release-1") is None and "session-2" not in there(record)
    (receipt,) = record.receipts(member.organisation)
    assert receipt.digests == a_release("session-2", member.organisation).digests
    assert all(digest in said for digest in receipt.digests.values())


@pytest.mark.parametrize("by", ["name", "id"])
def test_everything_of_an_organisation_goes_and_nothing_of_another(forget, record, member, by):
    wanted = "School A" if by == "name" else member.organisation
    assert forget("--organisation", wanted, "--yes")[0] == 1
    assert forget("--organisation", wanted, "--filed", "--yes")[0] == 0
    assert there(record) == ["session-3"] and len(record.receipts(member.organisation)) == 2
    assert record.memberships(member.user), "accounts stay"
    assert forget("--organisation", wanted, "--filed", "--yes")[0] == 0, "again is harmless"


def test_a_draft_and_a_rehearsal_leave_no_receipt(forget, record, member):
    made = replace(record.session("session-1"), id="draft", code="", state="draft")
    record.add_session(made, (member.user,), record.checkpoint("session-1"))
    assert forget("draft", "--yes")[0] == 0
    assert record.session("draft") is None and record.receipts(member.organisation) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "by their ids"),
        (("session-1", "--organisation", "School A"), "by their ids"),
        (("none",), "There is no session none"),
        (("--organisation", "School C"), "There are: School A, School B."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(forget, record, member, arguments, said):
    code, told = forget(*arguments)
    assert code == 1 and said in told
    assert len(there(record)) == 3
