"""The data directory: private, locked, written to before anything depends on it."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.datadir import DataDir, StartError, _write_sentence

HOLDER = """
import sys, time, pathlib, workshop.datadir
with workshop.datadir.DataDir(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_it_is_made_for_this_user_alone(tmp_path):
    with DataDir(tmp_path / "a" / "data") as data:
        assert mode(data.path) == 0o700
        assert sorted(os.listdir(data.path)) == ["lock"]


def test_a_second_process_is_refused_until_the_first_lets_go(tmp_path):
    with DataDir(tmp_path / "data") as data, pytest.raises(StartError) as refused:
        DataDir(data.path).__enter__()
    assert str(refused.value) == f"The data directory {data.path} is in use by another process."
    with DataDir(data.path):
        pass


def test_a_killed_process_leaves_no_lock_behind(tmp_path):
    child = subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path / "data")], stdout=subprocess.PIPE)
    assert child.stdout is not None
    with child.stdout:
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(StartError, match="in use by another process"):
            DataDir(tmp_path / "data").lock()
        child.kill()
        child.wait()
    with DataDir(tmp_path / "data"):
        pass


def test_a_file_in_the_way_is_said(tmp_path):
    (tmp_path / "data").write_text("not a directory")
    with pytest.raises(StartError, match="a file of that name is in the way"):
        DataDir(tmp_path / "data").make()


def test_a_disk_that_cannot_be_written_is_said():
    with pytest.raises(StartError, match=r"^The data directory /proc/workshop cannot be"):
        DataDir(Path("/proc/workshop")).make()


def test_a_full_disk_is_said(tmp_path):
    assert "no room left" in _write_sentence(tmp_path, OSError(errno.ENOSPC, "No space left on device"))


def test_a_directory_full_of_other_things_is_left_alone(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"")
    tmp_path.chmod(0o755)
    with pytest.raises(StartError, match="holds other things"):
        DataDir(tmp_path).make()
    assert mode(tmp_path) == 0o755


def test_the_secret_key_is_made_once_and_is_private(tmp_path):
    data = DataDir(tmp_path / "data")
    data.make()
    key = data.secret_key()
    assert len(bytes.fromhex(key)) == 32
    assert mode(data.path / "secret.key") == 0o600
    assert data.secret_key() == DataDir(data.path).secret_key() == key
    assert os.listdir(data.path) == ["secret.key"]


def test_a_damaged_secret_key_is_said(tmp_path):
    (tmp_path / "secret.key").write_text("")
    with pytest.raises(StartError, match="damaged"):
        DataDir(tmp_path).secret_key()
