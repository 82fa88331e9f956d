"""What a client has to know beyond shapes: said with the rules' own numbers, and of things that there are."""

import re

from workshop.activities.board_models import AgainShown, BoardPart, RoundShown
from workshop.activities.board_parts import ProgressPart
from workshop.activities.known import GATHERING
from workshop.activities.questions import QuestionsPart
from workshop.activities.registry import COMMANDS
from workshop.cli.protocol_rules import rules
from workshop.domain import quorum

SHAPES = {"board": BoardPart, "round": RoundShown, "again": AgainShown, "progress": ProgressPart}
SHAPES["questions"] = QuestionsPart


def test_the_numbers_are_those_of_the_rules():
    said = " ".join(rules().split())
    assert f"of fewer than {quorum.SMALL} phones that are active" in said
    assert quorum.IDLE_AFTER == 180 and "Three minutes after it was opened" in said
    assert all(f"`{activity}`" in said for activity in GATHERING)
    assert "{" not in said


def test_whatever_is_named_is_a_command_or_a_field():
    named = set(re.findall(r"`(\w+)\.([\w.]+)`", rules()))
    assert ("again", "first") in named and ("board", "reopen") in named
    for part, name in named:
        shape = SHAPES.get(part)
        is_field = shape is not None and name.split(".")[0] in shape.model_fields
        assert is_field or f"{part}.{name}" in COMMANDS, (part, name)
