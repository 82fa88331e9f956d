"""The wire as TypeScript: fresh, whole, and nothing in it that is not said."""

import re

import pytest
from click.testing import CliRunner

from tests.helpers.tree import ROOT
from workshop.activities.base import ROLES
from workshop.activities.registry import COMMANDS, OWN, PARTS
from workshop.cli import contract as module
from workshop.cli.contract import command, contract, limits, made
from workshop.cli.protocol_codes import MEANINGS

GENERAL = {"Record", "Partial", "Parts", "Role", "R", "RefusalCode"}


@pytest.mark.parametrize("path", made())
def test_what_is_committed_is_what_the_models_say(path):
    assert (ROOT / "static/src" / path).read_text("utf-8") == made()[path], "run `workshop contract --write`"


def test_every_command_part_and_code_is_there():
    text = contract()
    bodies = text.partition("interface Commands {")[2].partition("\n}")[0]
    assert re.findall(r"^  '([\w.]+)':", bodies, re.MULTILINE) == list(COMMANDS)
    assert {f"'{code}'" for code in MEANINGS} <= set(re.findall(r"'\w+'", text))
    shown = text.partition("interface Parts {")[2].partition("\n}")[0]
    for role in ROLES:
        of_role = shown.partition(f"  {role}: {{")[2].partition("  };")[0]
        named = set(re.findall(r"^    (\w+):", of_role, re.MULTILINE))
        own = {part.name for part in OWN} if role == "delegate" else set()
        assert named == {name for name, part in PARTS.items() if role in part.audiences} | own


def test_a_body_is_said_with_what_may_be_left_out():
    text = contract()
    assert "  'board.skip': { round: string; card: string };\n" in text
    assert "  'board.reveal': { round: string; idle_out?: boolean };\n" in text
    assert "  'welcome.agree': Record<string, never>;\n" in text


def test_a_part_is_whole_and_may_be_nothing_where_it_says_so():
    text = contract()
    assert "    timer: TimerPart | null;\n" in text and "    session: SessionPart;\n" in text
    assert not re.search(r"^export interface BoardPart \{[^}]*\?:", text, re.MULTILINE)


def test_every_shape_that_is_named_is_there():
    """The compiler does not complain of a declaration file: what it does not know would be `any`."""
    text = re.sub(r"/\*\*.*?\*/|//[^\n]*|'[^'\n]*'", "", contract(), flags=re.DOTALL)
    known = set(re.findall(r"export (?:interface|type) (\w+)", text))
    assert set(re.findall(r"\b[A-Z]\w+", text)) <= known | GENERAL
    assert "any" not in re.findall(r"\w+", text)


def test_every_limit_of_what_is_typed_is_there():
    text = limits()
    assert re.findall(r"^  '([\w.]+)': \{ [^}]+ \},$", text, re.MULTILINE) == [
        name for name, found in COMMANDS.items() if found.texts
    ]
    assert "  'plan.add': { action: 200," in text


def test_it_is_printed_or_written(tmp_path, monkeypatch):
    assert CliRunner().invoke(command).output == "".join(made().values())
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    for folder in ("phone", "console", "screen"):
        (tmp_path / folder).mkdir()
    done = CliRunner().invoke(command, ["--write"])
    assert done.output == "".join(f"Wrote static/src/{path}.\n" for path in made())
    assert {path: (tmp_path / path).read_text("utf-8") for path in made()} == made()
