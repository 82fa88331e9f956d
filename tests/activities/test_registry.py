"""Every activity's commands and parts, in one place. docs/protocol.md lists them; docs/contract.md explains some."""

import re

import pytest

from tests.helpers.table import ADDED, ROLES, STEPS, Table
from tests.helpers.tree import ROOT
from workshop.activities import registry
from workshop.activities.base import Activity, Model, round_scope

CONTRACT = (ROOT / "docs" / "contract.md").read_text()
ROWS = re.findall(r"^\| `([a-z]+\.[a-z]+)` \| ([df ]+) \|", CONTRACT, re.MULTILINE)
LETTERS = {"d": "delegate", "f": "facilitator"}
PARTS = re.findall(r"^\*\*([a-z_]+)\*\* \(", CONTRACT, re.MULTILINE)
ALONE = {"facilitator": {"notes_private", "clock", "ahead", "desks", "care", "jotter"}, "screen": {"pinned"}}
OWN = re.findall(r"\*\*(own_[a-z]+)\*\*", CONTRACT)


def test_the_commands_that_the_contract_explains_are_there_for_the_same_roles():
    listed = {name: frozenset(LETTERS[x] for x in who.split()) for name, who in ROWS}
    assert listed and {name: registry.COMMANDS[name].roles for name in listed} == listed


def test_the_collections_that_the_contract_explains_are_there():
    (row,) = re.findall(r"^\| `c:<collection>` \|.*$", CONTRACT, re.MULTILINE)
    named = re.findall(r"`([a-z.]+)`", row)
    assert named and set(named) <= set(registry.COLLECTIONS)


def test_the_parts_that_the_contract_explains_are_there():
    assert PARTS and set(PARTS) <= set(registry.PARTS)
    assert OWN and set(OWN) <= {own.name for own in registry.OWN}


@pytest.mark.parametrize("name", registry.COMMANDS)
def test_a_commands_name_begins_with_its_activitys(name):
    owners = {a.name for a in registry.EVERY if registry.COMMANDS[name] in a.commands}
    assert owners == {name.partition(".")[0]}


@pytest.mark.parametrize("name", registry.COMMANDS)
def test_no_screen_sends_anything_and_every_body_is_strict(name):
    command = registry.COMMANDS[name]
    assert "screen" not in command.roles and command.roles
    assert issubclass(command.body, Model)
    assert command.body.model_config.get("extra") == "forbid" and command.body.model_config.get("strict")


def test_what_a_seat_sends_for_a_round_is_remembered_with_that_round_only():
    forgotten = {name for name, c in registry.COMMANDS.items() if c.scope is round_scope}
    assert forgotten == {
        name for name, c in registry.COMMANDS.items() if c.roles == {"delegate"} and "round" in c.body.model_fields
    }


@pytest.mark.parametrize("step", [*STEPS, *ADDED])
def test_a_step_has_its_parts_and_what_is_always_there_once(step):
    head = Table(step=step).head
    for role in ROLES:
        names = [p.name for p in registry.parts_here(head, role)]
        assert len(names) == len(set(names))
        own = {p.name for p in registry.BY_NAME[head.step.activity].parts if role in p.audiences}
        assert set(names) == {"session", "agenda", "case", "timer", "questions"} | own | (ALONE.get(role, set()))


@pytest.mark.parametrize("step", [*STEPS, *ADDED])
def test_parts_are_built_from_the_collections_that_they_name(step):
    """A builder that looks into another collection would find it empty, and show nothing for ever."""
    head = Table(step=step).head
    needed = set(registry.needs(head))
    assert needed == {c for p in registry.parts_here(head, "facilitator") for c in p.needs(head)}
    assert not needed & {"seats", "agreed", "words", "support.session", "questions.held"}
    assert not [c for c in needed if c.startswith(("placements.", "moves.", "answers."))]


def test_every_kind_of_round_has_one_activity_that_closes_it():
    closing = {a.name for a in registry.ACTIVITIES if any(c.of == "round" for c in a.collections)}
    assert closing >= {"board", "confidence", "reflection"}
    assert all(registry.rounds_of(kind).tally for kind in closing)
    with pytest.raises(LookupError):
        registry.rounds_of("plan")


def test_a_checkpoints_one_table_of_counts_is_one_activitys():
    """What they count is kept without the beginning: of two, each would have come back as the other's too."""
    assert [a.name for a in registry.ACTIVITIES if a.kept_counts] == ["formulation"]
    with pytest.raises(ValueError):
        registry.register(Activity("votes", kept_counts="votes:"))
    assert "votes" not in registry.BY_NAME


def test_entering_is_idempotent():
    for step in (*STEPS, *ADDED):
        table = Table(step=step)
        assert registry.enter(table.head, table.context.scenarios.get("test-case")) == table.head
