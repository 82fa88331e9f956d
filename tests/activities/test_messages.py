"""The examples in tests/messages are what the app takes and shows today; the browser's tests read the same files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.activities.examples import EVERY, FOLDER, example, written
from tests.helpers.table import ROLES
from workshop.activities.base import Activity
from workshop.activities.registry import COMMANDS, OWN, PARTS
from workshop.domain.phases import PHASES

MODELS = {**{name: part.model for name, part in PARTS.items()}, **{own.name: own.model for own in OWN}}
AGAIN = "run `python -m tests.activities.examples` and read what changed"
activities = pytest.mark.parametrize("activity", EVERY, ids=lambda a: a.name)


def read(activity: Activity) -> dict[str, Any]:
    return json.loads((FOLDER / f"{activity.name}.json").read_text(encoding="utf-8"))


def shown(room: dict[str, Any], role: str) -> dict[str, Any]:
    return {**room["parts"], **room["only"][role]}


@activities
def test_the_file_is_what_the_app_says_today(activity: Activity):
    found, made = read(activity), json.loads(written(example(activity.name)))
    assert found.keys() == made.keys()
    for key in made:
        assert found[key] == made[key], f"{activity.name}.json, {key}: {AGAIN}"


@activities
def test_every_command_is_sent_by_every_role_that_may(activity: Activity):
    """A command for both is sent by one of them at least; who else may not is tested with each activity."""
    sent = {(c["name"], c["role"]) for c in read(activity)["commands"]}
    assert {name for name, _ in sent} == {c.name for c in activity.commands}
    assert all(role in COMMANDS[name].roles for name, role in sent)


@activities
def test_every_example_of_a_command_is_taken_from_json_and_comes_back(activity: Activity):
    for command in read(activity)["commands"]:
        model = COMMANDS[command["name"]].body
        body = model.model_validate_json(json.dumps(command["body"]))
        assert command["body"].items() <= body.model_dump(mode="json").items()
        with pytest.raises(ValueError, match="Extra inputs"):
            model.model_validate({**command["body"], "more": 1})


@activities
def test_every_part_is_what_its_model_says(activity: Activity):
    for room in read(activity)["rooms"]:
        for role in ROLES:
            for name, data in shown(room, role).items():
                if data is not None:
                    model = MODELS[name].model_validate_json(json.dumps(data))
                    assert model.model_dump(mode="json") == data


@activities
def test_every_part_appears_for_every_audience_that_has_it(activity: Activity):
    rooms = read(activity)["rooms"]
    for part in activity.parts:
        for role in ROLES:
            seen = [shown(room, role).get(part.name) for room in rooms]
            assert any(seen) == (role in part.audiences), f"{part.name} for {role}"
    for own in activity.own:
        assert any(own.name in shown(room, "delegate") for room in rooms), own.name
        assert not any(own.name in shown(room, role) for room in rooms for role in ("facilitator", "screen"))


@activities
def test_no_field_of_a_part_is_empty_in_every_example(activity: Activity):
    """An example in which nothing ever happens shows a view nothing."""
    seen: dict[str, bool] = {}
    for room in read(activity)["rooms"]:
        for role in ROLES:
            found = shown(room, role)
            for name in {p.name for p in activity.parts} | {o.name for o in activity.own}:
                for field, value in (found.get(name) or {}).items():
                    seen[f"{name}.{field}"] = seen.get(f"{name}.{field}", False) or bool(value)
    empty = {field for field, ever in seen.items() if not ever}
    assert empty <= {"notes_private.reviewed", "practitioners.reviewed"}, "the test case has been reviewed by nobody"


def test_every_phase_of_an_explanation_has_an_example():
    """Views are walked through the examples: what none of them shows is drawn for nobody until a room is there."""
    rooms = read(next(a for a in EVERY if a.name == "formulation"))["rooms"]
    told = [part for room in rooms if (part := shown(room, "screen").get("formulation"))]
    assert {part["phase"] for part in told} == set(PHASES)
    assert any(part["phase"] == "differ" and part["nudges"] for part in told)
