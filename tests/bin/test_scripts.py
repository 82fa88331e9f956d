"""The scripts of bin/, where they have something to say: each fault is one clear sentence."""

import os
import shutil
import subprocess

import pytest

from tests.helpers.node import NODE
from tests.helpers.tree import ROOT, files, text

OLD = """#!/bin/sh
case "$2" in *%d*) echo 3.9.2 ;; *) exit 1 ;; esac
"""
WITHOUT_VENV = """#!/bin/sh
case "$2" in *%d*) echo 3.11.2 ;; *ensurepip*) exit 1 ;; esac
"""
JUNIT = '<testsuites><testsuite tests="7" failures="{failures}" errors="1" skipped="2"/></testsuites>'
TAP = "# pass 1\n# fail 1\nok 1\n1..1\n# tests 5\n# pass 4\n# fail {failed}\n# cancelled 0\n# skipped 0\n# todo 0\n"


def run(*command, cwd=ROOT, **environ):
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environ}, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def bare(tmp_path):
    """A clone in which nothing is installed yet."""
    shutil.copytree(ROOT / "bin", tmp_path / "bin")
    return tmp_path


@pytest.mark.parametrize(
    ("interpreter", "says"),
    [
        (None, "Python 3.11 or newer is needed, and {python} was not found"),
        (OLD, "Python 3.11 or newer is needed, and {python} is Python 3.9.2; "),
        (WITHOUT_VENV, "{python} cannot make virtual environments (on Debian: apt-get install python3-venv)."),
    ],
)
def test_an_unusable_python_is_one_sentence(bare, interpreter, says):
    python = bare / "python"
    if interpreter:
        python.write_text(interpreter)
        python.chmod(0o755)
    code, out, err = run("bash", "bin/run", cwd=bare, PYTHON=str(python))
    assert (code, out) == (1, "")
    assert err.startswith(says.format(python=python))
    assert err.count("\n") == 1
    assert not (bare / ".venv").exists()


def test_nothing_is_installed_twice(bare):
    """With the stamps in place, bin/prepare never reaches pip."""
    for name in ("requirements.lock", "requirements-test.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, bare)
    subprocess.run(["python3", "-m", "venv", bare / ".venv"], check=True)
    fingerprint = "sed -n '/^fingerprint/,/^}/p' bin/prepare"
    code, wanted, err = run("bash", "-c", f'eval "$({fingerprint})"; fingerprint requirements.lock', cwd=bare)
    assert (code, len(wanted.strip())) == (0, 64), err
    (bare / ".venv" / "installed-run").write_text(wanted)
    assert run("bash", "bin/prepare", "run", cwd=bare, PIP_NO_INDEX="1") == (0, "", "")
    (bare / "requirements.lock").write_text("changed==1 --hash=sha256:00\n")
    code, _, err = run("bash", "bin/prepare", "run", cwd=bare, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert code == 1
    assert "The dependencies could not be installed" in err


def test_what_cannot_be_fetched_is_said(tmp_path):
    script = 'source bin/_debian.sh; need no-such-program no-such-package "the journeys"'
    for tool in ("bash", "id", "env"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    code, _, err = run("bash", "-c", script, PATH=str(tmp_path))
    assert code == 1
    assert err.startswith("no-such-program is missing, which is needed for the journeys: install it first")


@pytest.mark.parametrize(("failures", "failed", "line"), [(0, 0, "8 passed, 1 failed"), (2, 3, "6 passed, 6 failed")])
def test_the_closing_line_adds_up_both_halves(tmp_path, failures, failed, line):
    (tmp_path / "pytest.xml").write_text(JUNIT.format(failures=failures))
    (tmp_path / "javascript.tap").write_text(TAP.format(failed=failed))
    assert run("python3", "bin/_tally.py", str(tmp_path)) == (1, f"{line}, 2 skipped\n", "")


def test_a_journey_is_the_tour_s_but_for_the_shortest():
    journeys = [path for path in files(".py", under="tests/journeys") if path.name.startswith("test_")]
    here = [path.name for path in journeys if "\npytestmark = pytest.mark.tour\n" not in text(path)]
    assert here == ["test_first_round.py"]


def test_what_bin_test_leaves_out_bin_tour_runs():
    assert ' -m "not tour" ' in text(ROOT / "bin/test") and " -m tour " in text(ROOT / "bin/tour")


def test_a_run_that_never_finished_has_failed(tmp_path):
    assert run("python3", "bin/_tally.py", str(tmp_path)) == (1, "0 passed, 0 failed\n", "")


def test_javascript_runs_on_the_node_of_the_lock():
    """Whatever node the machine has, and its npm with it."""
    assert run("bash", "bin/prepare", "test") == (0, "", "")
    script = "source bin/_debian.sh; readlink -f $(command -v node); node --version; npm --version"
    code, out, err = run("bash", "-c", script)
    path, version, npm = out.split()
    assert code == 0, err
    assert path == str(NODE.resolve())
    assert version.startswith("v24.") and int(npm.partition(".")[0]) >= 11


def test_a_file_that_is_there_is_not_fetched(tmp_path):
    """`need` takes a command or a whole path; a file of the same name that lies about here is neither."""
    need = 'PATH=/nowhere; source bin/_debian.sh; need "$0" a-package "a test"; echo enough'
    (tmp_path / "bin").mkdir()
    shutil.copy(ROOT / "bin/_debian.sh", tmp_path / "bin")
    (tmp_path / "there").write_text("")
    bash = shutil.which("bash")
    assert run(bash, "-c", need, str(tmp_path / "there"), cwd=tmp_path) == (0, "enough\n", "")
    code, out, err = run(bash, "-c", need, "there", cwd=tmp_path)
    assert (code, out) == (1, "") and "there is missing, which is needed for a test" in err
