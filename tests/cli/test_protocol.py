"""The page of the wire: everything is on it, and what it says of shapes and codes is so."""

import ast
import re
from typing import Literal, get_args

import pytest
from click.testing import CliRunner
from pydantic import Field

from tests.helpers.tree import ROOT, parsed
from workshop.activities.base import Model
from workshop.activities.codes import Code
from workshop.activities.registry import COMMANDS, OWN, PARTS
from workshop.cli import protocol
from workshop.cli.protocol import command, document
from workshop.cli.protocol_codes import MEANINGS
from workshop.cli.protocol_shapes import fields, free_texts
from workshop.realtime import gate


class Inner(Model):
    """What `n` means."""

    n: int | None
    row: list[int] | None


class Shape(Model):
    name: str = Field(min_length=1, max_length=40)
    kind: Literal["a", "b"]
    many: list[Inner] = Field(max_length=3)
    level: int = Field(default=2, ge=1, le=5)
    free: str
    by: dict[Literal["x", "y"], int] = {}


def test_every_command_and_part_is_on_the_page():
    page = document()
    assert [n for n in COMMANDS if f"### `{n}`" not in page] == []
    assert [n for n in PARTS if f"### Part `{n}`" not in page] == []
    assert [o.name for o in OWN if f"### Own part `{o.name}`" not in page] == []


def test_the_private_notes_are_the_facilitators_alone():
    row = next(line for line in document().splitlines() if line.startswith("| [`notes_private`]"))
    assert row.split("|")[2:5] == [" – ", " yes ", " – "]


def test_shapes_are_said_in_words():
    assert "\n".join(fields(Shape, {"free": 200})).splitlines() == [
        "| field | type |",
        "|---|---|",
        "| `name` | string of 1 to 40 characters |",
        '| `kind` | `"a"`, `"b"` |',
        "| `many` | list of at most 3: `Inner` |",
        "| `level` | integer 1 to 5; may be left out: `2` |",
        "| `free` | string of at most 200 characters |",
        '| `by` | object: `"x"`, `"y"` → integer; may be left out: `{}` |',
        "",
        "`Inner`:",
        "",
        "What `n` means.",
        "",
        "| field | type |",
        "|---|---|",
        "| `n` | integer or null |",
        "| `row` | list of: integer; or null |",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_text_that_can_be_typed_has_its_limit_on_the_page(name):
    assert set(COMMANDS[name].texts) == set(free_texts(COMMANDS[name].body))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_tells_what_it_declares_that_it_refuses_with(name):
    told = document().partition(f"### `{name}`\n")[2].partition("\n### ")[0]
    line = next((line for line in told.splitlines() if line.startswith("Refused with: ")), "")
    assert set(re.findall(r"`(\w+)`", line)) == set(COMMANDS[name].refuses)


def refusals():
    """Every code that is written in a Refused(...) or TextRefused(...) of the rules and of perform, and in an ack."""
    for path in [*(ROOT / "workshop" / "activities").glob("*.py"), ROOT / "workshop" / "service" / "perform.py",
                 ROOT / "workshop" / "domain" / "texts.py"]:  # fmt: skip
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Refused", "TextRefused"):
                yield from (a.value for a in node.args[:1] if isinstance(a, ast.Constant))
    yield from (a["code"] for a in (gate.SAVING, gate.FAILED, gate.TOO_FAST, gate.MALFORMED))


def test_every_code_has_its_meaning_and_every_meaning_its_code():
    assert set(refusals()) == set(MEANINGS) == set(get_args(Code))


def test_the_page_is_printed_or_written(tmp_path, monkeypatch):
    assert CliRunner().invoke(command).output == document()
    monkeypatch.setattr(protocol, "PAGE", tmp_path / "docs" / "protocol.md")
    protocol.PAGE.parent.mkdir()
    assert CliRunner().invoke(command, ["--write"]).output == "Wrote docs/protocol.md.\n"
    assert protocol.PAGE.read_text() == document()


def test_a_part_that_may_be_null_says_so():
    page = document()
    for name in ("timer", "confidence", "reflection"):
        assert "May be `null`" in page.partition(f"### Part `{name}`")[2].partition("###")[0], name
    assert "May be `null`" not in page.partition("### Part `session`")[2].partition("###")[0]


def test_closed_sets_are_listed_and_not_called_strings():
    page = document()
    rows = re.findall(
        r"^\| `(state|cause|label|show|mode|role|asking|activity|tag|topic)` \| (.*) \|$", page, re.MULTILINE
    )
    assert len(rows) > 12
    named = [("asking", "string")]  # of `questions`: which asking goes on, by its step
    assert [row for row in rows if row[1].startswith("string")] == named


def test_a_command_without_fields_says_what_its_body_is():
    assert "No fields: `{}`." in document().partition("### `welcome.agree`")[2].partition("###")[0]


def test_least_lengths_are_told():
    assert "string of 1 to 140 characters" in document().partition("### `formulation.add`")[2].partition("###")[0]
    assert "list of 1 to 60: string" in document().partition("### `board.reopen`")[2].partition("###")[0]
