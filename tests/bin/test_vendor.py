"""bin/vendor --check: no network, and every difference has a sentence."""

import shutil
import subprocess
import sys

import pytest

from tests.helpers.tree import ROOT


@pytest.fixture
def copy(tmp_path):
    """A copy of the vendored files that a test may spoil."""
    for folder in ("static/vendor", "tests/vendor"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def check(root):
    command = [sys.executable, str(ROOT / "bin" / "vendor"), "--check", "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_vendored_files_are_those_that_were_fetched():
    found = check(ROOT)
    assert (found.returncode, found.stderr) == (0, "")


def test_a_changed_file_is_named(copy):
    (copy / "static/vendor/preact.js").write_text("export const h = 1;", encoding="utf-8")
    found = check(copy)
    assert found.returncode == 1
    assert found.stderr == "static/vendor/preact.js: changed since it was vendored\n"


def test_a_missing_and_an_unlisted_file_are_named(copy):
    (copy / "static/vendor/htm.js").unlink()
    (copy / "static/vendor/extra.js").write_text("", encoding="utf-8")
    assert check(copy).stderr.splitlines() == [
        "static/vendor/htm.js: missing",
        "static/vendor/extra.js: nobody listed this file",
    ]


def test_a_pin_without_a_checksum_is_named(copy):
    sums = copy / "static/vendor/CHECKSUMS"
    kept = [line for line in sums.read_text("utf-8").splitlines(keepends=True) if "axe.min.js" not in line]
    sums.write_text("".join(kept), encoding="utf-8")
    assert "tests/vendor/axe.min.js: pinned, but not in static/vendor/CHECKSUMS" in check(copy).stderr


def test_every_library_comes_with_its_licence():
    libraries = {path.stem for path in (ROOT / "static/vendor").glob("*.js")} - {"preact-hooks"}
    assert libraries == {path.stem for path in (ROOT / "static/vendor/licences").glob("*.txt")}
