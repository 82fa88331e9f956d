"""What lies on disk: a full session with a marker in everything that phones send, and a search of every byte.

The workshop runs as a new user would start it, once on SQLite and once on PostgreSQL. Free text that nobody kept is a
canary too. PostgreSQL's own write-ahead log keeps what was deleted for as long as it is not recycled: that is a
residual risk (docs/privacy.md), so there a dump is searched for it, and the log for everything of the phones.
"""

import base64
import binascii
import gzip
import json
import re
import shutil
import subprocess
import zlib
from itertools import pairwise
from pathlib import Path

import pytest

from tests.helpers.canaries import Wanted, found_in
from tests.promise.traces import LIVE, MARK, RECORD, UNKEPT, held_session
from workshop.app import derived
from workshop.live.slots import SaltedSeat

SALT = re.compile(rb'"?([A-Za-z0-9_-]{43})"?')


@pytest.fixture(scope="module")
def traces(tmp_path_factory):
    """A full day with 24 phones, on SQLite."""
    return held_session(tmp_path_factory.mktemp("sweep"), 24, "full")


@pytest.fixture(scope="module")
def on_postgres(tmp_path_factory, postgres):
    """Ninety minutes with eight phones, on PostgreSQL; and a dump of the database."""
    folder, name = tmp_path_factory.mktemp("sweep"), postgres.create_database()
    url = postgres.url(name).replace("postgresql+psycopg", "postgresql")
    found = held_session(folder, 8, "ninety", WORKSHOP_DATABASE_URL=url)
    dump = shutil.which("pg_dump") or str(next(Path("/usr/lib/postgresql").glob("*/bin/pg_dump")))
    done = subprocess.run([dump, "--inserts", url], capture_output=True, check=True)
    (folder / "dump").mkdir()
    (folder / "dump" / "dump.sql").write_bytes(done.stdout)
    yield found
    postgres.drop_database(name)


# ---------------------------------------------------------------- nothing of a phone, anywhere


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zlib.compress])
@pytest.mark.parametrize("code", [bytes, base64.b64encode, binascii.hexlify])
def test_the_sweep_finds_what_is_there_in_the_midst_of_anything(tmp_path, pack, code):
    text = f"{MARK} and more"
    (tmp_path / "file").write_bytes(b"before" + pack(code(b"1" + text.encode() + b"2")) + b"after")
    assert found_in([tmp_path], [text, f"{MARK} but not this"]) == [f"file: {text}"]


def test_a_full_session_leaves_nothing_of_any_phone_in_any_file(traces):
    """Database and its log, live store's files, logs, temporary files, reports; in mid-round and after the end."""
    assert len(traces.company.delegates) == 24 and all(d.sent and not d.refused for d in traces.company.delegates)
    assert traces.sweep("data", "midway", "closed", "after", "tmp", "stderr", "stdout", "reports") == []


def test_what_the_live_store_was_told_held_no_token_no_address_and_no_operation_id(traces):
    told = b"\n".join(traces.told)
    assert len(traces.told) > 1000 and b"EVALSHA" in told.upper(), "MONITOR saw the session"
    assert Wanted(traces.of_phones).standing_in(told) == set()


def test_words_that_nobody_kept_are_gone_from_every_file_after_the_end(traces):
    assert UNKEPT.encode() in b"\n".join(traces.told), "they were sent"
    assert traces.sweep("midway", wanted=["Place the cards"]), "and the sweep finds what is there"
    assert traces.sweep("data", "after", "tmp", "stderr", "stdout", "reports", wanted=[UNKEPT]) == []


def test_the_log_says_nothing_of_a_session(traces):
    written = (traces.folder / "stderr").read_text()
    assert traces.session not in written
    assert not re.search(r"\d+\.\d+\.\d+\.\d+|GET |POST |Mozilla", written)


def test_on_postgresql_too_nothing_of_a_phone_is_anywhere(on_postgres, postgres):
    assert all(d.sent for d in on_postgres.company.delegates)
    assert on_postgres.sweep("data", "midway", "closed", "after", "tmp", "stderr", "stdout", "reports", "dump") == []
    assert found_in([postgres.data_directory], on_postgres.of_phones) == []


def test_on_postgresql_a_dump_holds_no_words_that_nobody_kept(on_postgres):
    assert on_postgres.sweep("dump", wanted=["A sweep"]), "the dump holds the session"
    assert on_postgres.sweep("dump", "after", "reports", wanted=[UNKEPT]) == []


# ---------------------------------------------------------------- what could link is destroyed at the close


def live_files(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted((folder / LIVE).rglob("*")) if path.is_file())


def salts_in(folder: Path) -> set[bytes]:
    return set(SALT.findall(live_files(folder)))


def slots(traces, salt: str, purpose: str = "placements") -> list[str]:
    """Where each phone's sheet lay, worked out by somebody who has the phones, the secret and the salt."""
    secret = derived((traces.folder / "data" / "secret.key").read_text().strip(), "slots")
    seats = [
        SaltedSeat(d.canary.token, traces.session, secret, {traces.open_round: salt}) for d in traces.company.delegates
    ]
    return [seat.slot(traces.open_round, purpose) for seat in seats]


def salt_of_the_round(traces) -> str:
    """The one value in the copy made in mid-round that leads to sheets in it."""
    content = live_files(traces.midway)
    fits = [s.decode() for s in salts_in(traces.midway) if slots(traces, s.decode())[0].encode() in content]
    assert len(fits) == 1, "the test can do what an attacker with everything could"
    return fits[0]


def test_a_copy_of_all_files_in_mid_round_does_not_tell_whose_sheet_is_whose(traces):
    """It holds sheets and salts, but no token: and the token is the one thing without which no sheet can be found."""
    content, record = live_files(traces.midway), (traces.midway / RECORD).read_bytes()
    lying = slots(traces, salt_of_the_round(traces))
    assert all(slot.encode() in content for slot in lying)
    assert not any(d.canary.token.encode() in content + record for d in traces.company.delegates)
    assert not any(slot.encode() in record for slot in lying), "and the record holds no sheet at all"


def test_after_the_close_nobody_can_work_out_a_sheet_whatever_they_have(traces):
    """Salt, sheets and operation ids are gone from every file: token and secret lead nowhere."""
    salt = salt_of_the_round(traces)
    lying = slots(traces, salt) + slots(traces, salt, "moves")
    assert f"{{{traces.session}}}:salts".encode() in live_files(traces.closed), "the session went on"
    assert f":ops:{traces.open_round}".encode() not in live_files(traces.closed)
    for folder in (traces.closed, traces.after, traces.folder / "data", traces.folder / "reports"):
        assert found_in([folder], [salt, *lying]) == [], folder.name


def slots_of(line: bytes, collection: bytes) -> set[bytes]:
    """The slots of one collection in a commit as MONITOR shows it: each stands behind its collection's number."""
    words = re.findall(rb'"((?:[^"\\]|\\.)*)"', line)
    names = [w.partition(b"}:c:")[2] for w in words if b"}:c:" in w]
    number = b"%d" % (names.index(collection) + 1) if collection in names else b""
    return {w for before, w in pairwise(words) if before == number and re.fullmatch(rb"[A-Za-z0-9_-]{22}", w)}


def test_a_phone_lies_under_another_key_in_every_round(traces):
    """One for each phone and round. No slot comes twice but the seat's: that it is here, and no answer."""
    commits, found, seats = [line for line in traces.told if b"EVALSHA" in line.upper()], {}, set()
    for line in commits:
        seats |= slots_of(line, b"seats")
    for round_id in (b"r1", b"r2", b"r3"):
        mine = [line for line in commits if b"c:placements." + round_id + b'"' in line]
        assert len(set().union(*(slots_of(line, b"placements." + round_id) for line in mine))) == 24
        sheets = re.findall(rb"c:placements\." + round_id + rb'"[^\n]*', b"\n".join(mine))
        found[round_id] = {slot for line in sheets for slot in re.findall(rb'"([A-Za-z0-9_-]{22})"', line)} - seats
        assert len(found[round_id]) >= 24, "none of the sheets lies under the seat's own"
    assert len(seats) == 24
    assert not found[b"r1"] & found[b"r2"] and not found[b"r1"] & found[b"r3"] and not found[b"r2"] & found[b"r3"]


def test_the_live_store_keeps_only_that_it_has_ended(traces):
    content = live_files(traces.after)
    assert f"cw:{{{traces.session}}}:head".encode() in content
    for gone in (b":salts", b":c:", b":ops:", b":counts"):
        assert f"cw:{{{traces.session}}}".encode() + gone not in content


def test_the_reports_hold_what_was_kept_and_are_about_the_room(traces):
    told = json.loads((traces.folder / "reports" / "report.json").read_text())
    assert told and MARK not in json.dumps(told)
