"""`workshop rehearse` as one calls it: on a file of one's own, with a server of its own or one that is named."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.helpers.cases import raw, written
from tests.helpers.served import served
from workshop.casebook import SHIPPED, Casebook
from workshop.cli.account import command as account
from workshop.cli.rehearse import FORMATS, Plan, _fullest, command
from workshop.rehearsal import outcome

REPORTS = sorted(f"report.{name}" for name in FORMATS)
REHEARSE = [sys.executable, "-m", "workshop", "rehearse"]


def rehearse(*arguments):
    done = CliRunner().invoke(command, [str(a) for a in arguments])
    return done.exit_code, done.output


def small(case):
    """Three steps, so that it is over soon."""
    case["agendas"] = [
        {
            "id": "short",
            "title": "Short",
            "steps": [
                {"activity": "welcome", "title": "Welcome", "minutes": 5},
                {"activity": "board", "title": "Place", "minutes": 5},
                {"activity": "plan", "title": "Plan", "minutes": 5},
            ],
        }
    ]


@pytest.mark.parametrize("delegates", [6, 3])
def test_a_file_of_ones_own_from_the_command_line(tmp_path, delegates):
    case, out, data = written(tmp_path, small), tmp_path / "out", tmp_path / "data"
    done = subprocess.run(
        [*REHEARSE, "--scenario", case, "--out", out, "--seed", "5", "--delegates", str(delegates), "--data-dir", data],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Rehearsed “The corridor” with {delegates} delegates.")
    assert sorted(p.name for p in out.iterdir()) == ["answers.json", *REPORTS]
    sent, report = (json.loads((out / f"{name}.json").read_text("utf-8")) for name in ("answers", "report"))
    assert (sent["scenario"], report["scenario"], len(sent["seats"])) == ("corridor", "corridor", delegates)
    assert {p["card"] for seat in sent["seats"] for p in seat["placements"]} == {"c1", "c2"}
    assert outcome.differences(sent, report) == []
    if delegates < 5:
        assert not [c for r in report["rounds"] for c in r["cards"] if c["tallies"] or c["placed"]], "below k"
    else:
        assert sum(report["rounds"][0]["cards"][0]["tallies"].values()) <= delegates
    assert (data / "workshop.sqlite3").exists()


def test_a_server_that_is_running(tmp_path):
    case = written(tmp_path, small)
    with served(tmp_path / "data", WORKSHOP_SCENARIOS=str(tmp_path)) as workshop:
        code, said = rehearse("--scenario", case, "--out", tmp_path / "out", "--delegates", 5,
                              "--url", workshop.url, "--facilitator-link", workshop.link)  # fmt: skip
        again = rehearse("--scenario", case, "--out", tmp_path / "out", "--url", workshop.url,
                         "--facilitator-link", workshop.link)  # fmt: skip
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["delegates"] == 5
    assert code == 0, said
    used = "The sign-in link was not accepted: each works once. `workshop link` prints a new one."
    assert again == (1, f"Error: {used}\n")


def test_a_server_that_has_not_this_case_study_says_so(tmp_path):
    case = written(tmp_path, small)
    with served(tmp_path / "data") as workshop:
        code, said = rehearse("--scenario", case, "--out", tmp_path / "out",
                              "--url", workshop.url, "--facilitator-link", workshop.link)  # fmt: skip
    assert code == 1 and said.startswith("Error: The workshop refused it: "), said


def test_nobody_there_is_said(tmp_path):
    code, said = rehearse("--scenario", "group-chat", "--out", tmp_path / "out", "--url", "http://127.0.0.1:1",
                          "--facilitator-link", "http://127.0.0.1:1/sign-in/x")  # fmt: skip
    assert code == 1 and said.startswith("Error: The workshop does not answer, or not in time: "), said


def test_where_nothing_can_be_written_nothing_is_rehearsed(tmp_path):
    (tmp_path / "file").touch()
    code, said = rehearse("--scenario", "group-chat", "--out", tmp_path / "file" / "out")
    assert (code, said) == (1, f"Error: {tmp_path}/file/out cannot be written to: Not a directory.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--scenario", "none"], "There is no case study “none”. `workshop scenario list` shows them."),
        (["--scenario", "group-chat", "--url", "http://127.0.0.1:1"], "--url and --facilitator-link belong together."),
        (
            ["--scenario", "group-chat", "--url", "http://127.0.0.1:1", "--facilitator-link", "x", "--data-dir", "d"],
            "--data-dir is for a server of our own: leave it out with --url.",
        ),
        (["--scenario", "group-chat", "--delegates", "0"], "0 is not in the range 1<=x<=1000"),
    ],
)
def test_what_cannot_be_rehearsed_is_said(tmp_path, arguments, says):
    code, said = rehearse(*arguments, "--out", tmp_path / "out")
    assert code and says in said and "Traceback" not in said
    assert not (tmp_path / "out").exists()


def test_a_faulty_file_is_said_with_its_faults(tmp_path):
    path = raw(tmp_path, "id: x\n- y\n")
    code, said = rehearse("--scenario", path, "--out", tmp_path / "out")
    assert code == 1 and said.startswith("Error: This case study cannot be used:\n" + f"{path}:2: ")


def test_a_directory_with_accounts_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_DATA_DIR", str(tmp_path / "data"))
    added = ["add", "ada@example.org", "--organisation", "School A", "--new-organisation", "--generate"]
    assert CliRunner().invoke(account, added).exit_code == 0
    done = subprocess.run(
        [*REHEARSE, "--scenario", "group-chat", "--out", tmp_path / "out", "--data-dir", tmp_path / "data"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "The data directory has accounts of its own, and so no sign-in link: name another." in done.stderr


def test_the_fullest_agenda_is_rehearsed():
    scenario = Casebook([SHIPPED]).get("group-chat")
    assert _fullest(scenario).id == "full" and Plan(scenario, None, 1, 1).seed == 1


def test_a_report_that_says_something_else_is_found():
    sent = {"seats": [{"placements": [{"round": "r1", "card": "c1", "stage": "a"}]} for _ in range(5)]}
    card = {"card": "c1", "tallies": {"a": 4, "b": 1}, "placed": 5, "need_to_know": 0}
    (line,) = outcome.differences(sent, {"rounds": [{"round": "r1", "cards": [card]}]})
    assert line == "r1 c1: tallies is {'a': 4, 'b': 1}, sent were {'a': 5, 'b': 0}"
