"""`workshop backup`: one file, for this user alone, whole or not there; also every day. On both databases."""

import gzip
import stat
import sys

import pytest
from click.testing import CliRunner

from tests.helpers.kept import opened
from workshop.cli import main
from workshop.cli.backup import tidy
from workshop.record import archive
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord


@pytest.fixture
def run(database_url, tmp_path, monkeypatch):
    """Run `workshop …` with the settings of an installation; (exit code, all that was said)."""
    monkeypatch.setenv("WORKSHOP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WORKSHOP_DATABASE_URL", database_url)

    def run(*arguments):
        done = CliRunner().invoke(main, [str(a) for a in arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def record(database_url):
    engine = make_engine(database_url)
    upgrade(engine)
    yield SqlRecord(engine)
    engine.dispose()


def test_the_record_is_in_a_file_that_only_this_user_can_read(run, record, tmp_path):
    opened(record)
    file = tmp_path / "a.backup"
    said = f"{file}: 1 sessions, 0 released reports and 1 accounts.\n"
    assert run("backup", file) == (0, said)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert archive.contents(file).sessions == {"session-1": ("2026-10-14", "Autumn course")}
    assert [p.name for p in tmp_path.glob(".backup-*")] == []


def test_a_file_that_is_there_is_not_replaced(run, record, tmp_path):
    (tmp_path / "a.backup").write_text("precious")
    code, said = run("backup", tmp_path / "a.backup")
    assert (code, "is there already" in said) == (1, True)
    assert (tmp_path / "a.backup").read_text() == "precious"


def test_the_key_is_in_it_only_when_it_is_asked_for(run, record, tmp_path, monkeypatch):
    data = tmp_path / "data"
    data.mkdir()
    assert run("backup", "--with-key", tmp_path / "none")[0] == 1
    (data / "secret.key").write_text("k" * 64 + "\n")
    assert run("backup", tmp_path / "a.backup")[0] == 0
    assert b"kkkk" not in gzip.decompress((tmp_path / "a.backup").read_bytes())
    assert "and the secret key." in run("backup", "--with-key", tmp_path / "b.backup")[1]
    assert archive.contents(tmp_path / "b.backup").key == "k" * 64
    monkeypatch.setenv("WORKSHOP_SECRET_KEY", "s" * 40)
    run("backup", "--with-key", tmp_path / "c.backup")
    assert archive.contents(tmp_path / "c.backup").key == "s" * 40


def test_what_cannot_be_written_is_a_sentence_and_leaves_nothing(run, record, tmp_path):
    code, said = run("backup", tmp_path / "nowhere" / "a.backup")
    assert (code, "cannot be written: No such file or directory." in said) == (1, True)


def test_a_database_that_is_not_a_workshops_is_a_sentence(run, database_url, tmp_path):
    if database_url.startswith("sqlite"):
        assert "There is no database yet" in run("backup", tmp_path / "a.backup")[1]
        assert not (tmp_path / "workshop.sqlite3").exists(), "asking must not make one"
        (tmp_path / "workshop.sqlite3").touch()
    code, said = run("backup", tmp_path / "a.backup")
    assert (code, said) == (1, "Error: The database is not one of a workshop.\n")
    assert list(tmp_path.glob("*.backup")) == list(tmp_path.glob(".backup-*")) == []


def test_every_day_a_file_is_made_and_only_the_newest_are_kept(run, record, tmp_path, monkeypatch):
    opened(record)
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in range(10, 20):
        (folder / f"workshop-2020-01-{day}.backup").touch()
    (folder / "mine.backup").touch()
    monkeypatch.setattr("workshop.cli.backup.time.sleep", lambda _: sys.exit(0))
    assert run("backup", "--daily", "--keep", 3, folder)[0] == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names[:3] == ["mine.backup", "workshop-2020-01-18.backup", "workshop-2020-01-19.backup"]
    assert archive.contents(folder / names[3]).rows["sessions"] == 1
    assert len(names) == 4


def test_a_day_that_failed_deletes_nothing(run, tmp_path, monkeypatch):
    folder = tmp_path / "backups"
    folder.mkdir()
    for day in range(10, 20):
        (folder / f"workshop-2020-01-{day}.backup").touch()
    monkeypatch.setattr("workshop.cli.backup.time.sleep", lambda _: sys.exit(0))
    _, said = run("backup", "--daily", "--keep", 3, folder)
    assert "database" in said
    assert len(list(folder.iterdir())) == 10


def test_without_a_number_all_are_kept(tmp_path):
    (tmp_path / "workshop-2020-01-01.backup").touch()
    tidy(tmp_path, None)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("words", [("--keep", "3"), ("--daily", "--with-key")])
def test_what_does_not_go_together_is_a_sentence(words, tmp_path):
    done = CliRunner().invoke(main, ["backup", *words, str(tmp_path / "x")])
    assert (done.exit_code, done.output.startswith("Error: --")) == (1, True)
