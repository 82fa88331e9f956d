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


def test_what_is_right_is_said_to_be(tmp_path):
    path = written(tmp_path)
    assert scenario("check", path) == (0, f"{path} can be used.\n")
    assert scenario("check", path, written(tmp_path, name="b.yaml")) == (0, "2 can be used.\n")


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
    assert [line.split()[0] for line in said.splitlines()] == ["browser-history", "gaming-server", "group-chat"]


def test_the_schema_is_json_schema():
    code, said = scenario("schema")
    schema = json.loads(said)
    assert code == 0 and schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object" and "cards" in schema["properties"]


@pytest.mark.parametrize("name", ["group-chat", "gaming-server", "browser-history"])
def test_as_a_trainer_would_call_it(name):
    done = subprocess.run(
        [sys.executable, "-m", "workshop", "scenario", "check", f"scenarios/{name}.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"scenarios/{name}.yaml can be used.\n", "")
