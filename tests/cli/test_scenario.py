"""`workshop scenario`: every fault on a line of its own, and what is there."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.helpers.cases import raw, written
from tests.helpers.tree import ROOT
from workshop.cli.scenario import command


def scenario(*arguments):
    done = CliRunner().invoke(command, [str(a) for a in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_what_is_right_is_said_to_be_after_what_may_be_looked_at(tmp_path):
    path = written(tmp_path)
    code, said = scenario("check", path)
    *cautions, last = said.splitlines()
    assert (code, last) == (0, f"{path} can be used.")
    assert cautions and all(line.startswith(f"{path}:") and ": Caution: " in line for line in cautions)
    assert scenario("check", path, written(tmp_path, name="b.yaml"))[1].endswith("2 can be used.\n")


def test_what_looks_like_somebody_real_is_a_caution_in_words(tmp_path):
    path = written(tmp_path, lambda case: case.update(opening="Ring 07700 900123, or write to ash@example.org."))
    code, said = scenario("check", path)
    assert code == 0 and "opening: Caution: It looks like an e-mail address." in said


def test_it_can_be_asked_what_will_be_stale_by_then():
    path = ROOT / "scenarios" / "group-chat.yaml"
    assert "Caution" not in scenario("check", path, "--on", "2026-11-26")[1]
    assert "looked at again by 2027-03" in scenario("check", path, "--on", "2027-04-01")[1]


def old(tmp_path):
    return raw(tmp_path, (ROOT / "tests" / "fixtures" / "scenarios-1" / "group-chat.yaml").read_bytes())


def test_an_upgrade_is_shown_and_not_written_before_somebody_says_so(tmp_path):
    path = old(tmp_path)
    before = path.read_bytes()
    for answer in ("n\n", "\n", ""):
        done = CliRunner().invoke(command, ["upgrade", str(path)], input=answer)
        assert "+schema: 2" in done.output and "-  - {id: ash, note" in done.output and path.read_bytes() == before
    done = CliRunner().invoke(command, ["upgrade", str(path)], input="y\n")
    assert done.exit_code == 0 and b"schema: 2\n" in path.read_bytes()
    assert scenario("upgrade", path) == (0, f"{path} is in the newest schema.\n")


def test_an_upgrade_can_be_written_without_asking(tmp_path):
    path = old(tmp_path)
    code, said = scenario("upgrade", path, "--yes")
    assert code == 0 and said.startswith(f"--- {path}\n") and "scenario check" in said
    assert scenario("check", path)[0] == 0 and b"schema: 2\n" in path.read_bytes()


def test_a_file_with_faults_is_not_upgraded(tmp_path):
    path = written(tmp_path, lambda case: case.pop("title"))
    before = path.read_bytes()
    code, said = scenario("upgrade", path, "--yes")
    assert (code, path.read_bytes()) == (1, before) and f"{path}:1: title: This field is missing." in said


def test_every_fault_of_every_file_has_a_line(tmp_path):
    one = written(tmp_path, lambda case: (case.pop("title"), case.update(scale="none")))
    two = raw(tmp_path, "- a\n", "two.yaml")
    code, said = scenario("check", one, two, tmp_path / "three.yaml")
    assert code == 1
    assert [line.partition(": ")[0] for line in said.splitlines()] == [
        f"{one}:1",
        f"{one}:7",
        f"{two}:1",
        f"{tmp_path}/three.yaml:1",
    ]


def test_without_a_file_it_says_how():
    code, said = scenario("check")
    assert code == 2 and "Missing argument 'FILES...'" in said


def test_the_shipped_ones_are_listed():
    code, said = scenario("list")
    assert code == 0
    assert [line.split()[0] for line in said.splitlines()] == [
        "browser-history",
        "gaming-server",
        "group-chat",
        "trip-photos",
    ]


def test_the_schema_is_json_schema():
    code, said = scenario("schema")
    schema = json.loads(said)
    assert code == 0 and schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object" and "cards" in schema["properties"]


@pytest.mark.parametrize("name", ["group-chat", "gaming-server", "browser-history", "trip-photos"])
def test_as_a_trainer_would_call_it(name):
    done = subprocess.run(
        [sys.executable, "-m", "workshop", "scenario", "check", f"scenarios/{name}.yaml", "--on", "2026-11-26"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"scenarios/{name}.yaml can be used.\n", "")
