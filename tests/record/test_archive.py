"""An archive: everything of one moment, in an order that tells nothing; what is damaged is never half read."""

import gzip
import json
from datetime import date

import pytest
import sqlalchemy as sa

from tests.helpers.kept import ROUND, a_release, opened
from workshop.record import archive
from workshop.record.archive import ArchiveError
from workshop.record.repository import SqlRecord
from workshop.record.tables import Base


@pytest.fixture
def written(engine, tmp_path):
    """Write an archive of what the record holds now; (its path, what it holds)."""

    def write(key=None):
        path = tmp_path / "an.archive"
        with path.open("wb") as to:
            counted = archive.write(engine, to, "2026-11-25", key)
        found = archive.contents(path)
        assert found.rows == counted
        return path, found

    return write


def fill(record: SqlRecord):
    member = opened(record)
    record.save_round("session-1", ROUND)
    record.add_release(a_release("session-1", member.organisation))
    return member


def test_every_table_is_in_it(record, written):
    member = fill(record)
    path, found = written()
    assert found.sessions == {"session-1": ("2026-10-14", "Autumn course")}
    assert found.organisations == {member.organisation}
    assert (found.revision, found.made_on, found.key) == ("0009", "2026-11-25", None)
    headed = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert {line["table"] for line in headed if isinstance(line, dict) and "table" in line} == set(Base.metadata.tables)
    assert found.rows["tallies"] == 5
    assert found.rows["release_files"] == 2


def test_what_keeps_somebody_signed_in_is_not_in_it(engine, record, written):
    fill(record)
    with engine.connect() as db:
        (sign_in,) = db.scalars(sa.text("SELECT fs_uniquifier FROM users"))
    path, _ = written()
    assert sign_in.encode() not in gzip.decompress(path.read_bytes())


def test_the_key_is_in_it_only_when_it_was_given(record, written):
    fill(record)
    assert written()[1].key is None
    assert written("k" * 64)[1].key == "k" * 64
    assert "k" * 64 not in repr(written("k" * 64)[1])


def test_the_same_record_is_the_same_bytes_and_holds_no_time(record, written):
    fill(record)
    path, _ = written()
    first = path.read_bytes()
    assert written()[0].read_bytes() == first
    assert first[4:8] == bytes(4), "gzip's own time"


def test_rows_come_in_the_order_of_their_keys(record, written):
    for number in (3, 1, 2):
        opened(record, f"session-{number}", code=f"K7M4Q{number}")
    path, _ = written()
    ids = [row["id"] for table, row in archive.rows(path) if table == "sessions"]
    assert ids == sorted(ids)
    assert len(ids) == 3


def test_what_is_written_meanwhile_is_not_in_it(engine, record, tmp_path, monkeypatch):
    opened(record)
    real = archive._plain

    def late(value):
        opened(record, f"late-{late.n}", code=f"L{late.n:05}")
        late.n += 1
        return real(value)

    late.n = 0
    path = tmp_path / "an.archive"
    monkeypatch.setattr(archive, "_plain", lambda value: late(value) if late.n < 3 else real(value))
    with path.open("wb") as to:
        archive.write(engine, to, "2026-11-25")
    assert late.n == 3
    assert set(archive.contents(path).sessions) == {"session-1"}


def test_what_is_not_whole_is_refused(record, written, tmp_path):
    fill(record)
    path, _ = written()
    whole, damaged = path.read_bytes(), tmp_path / "damaged"
    lines = gzip.decompress(whole).splitlines(keepends=True)
    a_row = next(line for line in lines if line.startswith(b"["))
    for bad in (
        whole[: len(whole) // 2],
        whole[:-4],
        whole[:100] + b"\xff" + whole[101:],
        gzip.compress(b"".join(lines[:-1])),
        gzip.compress(b"".join(line for line in lines if line != a_row)),
        gzip.compress(b"".join(lines[:-1]) + b"{\n"),
        gzip.compress(b""),
    ):
        damaged.write_bytes(bad)
        with pytest.raises(ArchiveError, match=r"damaged|not a backup"):
            archive.contents(damaged)


def test_other_files_are_refused(tmp_path):
    other = tmp_path / "other"
    for content in (b"hello", gzip.compress(b'{"name": "something else"}\n'), gzip.compress(b"[1]\n")):
        other.write_bytes(content)
        with pytest.raises(ArchiveError, match=r"not a backup|damaged"):
            archive.contents(other)
    newer = {"name": archive.NAME, "format": archive.FORMAT + 1}
    other.write_bytes(gzip.compress(json.dumps(newer).encode() + b"\n"))
    with pytest.raises(ArchiveError, match="newer version"):
        archive.contents(other)
    with pytest.raises(ArchiveError, match="cannot be read"):
        archive.contents(tmp_path / "none")


@pytest.mark.parametrize(
    ("kind", "value", "plain"),
    [(sa.Date(), date(2026, 10, 14), "2026-10-14"), (sa.LargeBinary(), b"\x00\xff", "AP8="), (sa.String(), "ä", "ä")],
)
def test_values_come_back_as_they_were(kind, value, plain):
    assert archive._plain(value) == plain
    assert archive.typed(plain, sa.Column("c", kind)) == value
    assert archive.typed(None, sa.Column("c", kind)) is None
