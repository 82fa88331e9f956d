"""What activities know of one another, written by the registry."""

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.helpers.made_up import WEATHER, registered
from tests.helpers.table import ADDED, STEPS, Table
from workshop.activities import known, registry
from workshop.activities.session_parts import StepShown

STEP = {"id": "s1", "activity": "weather", "title": "Look up", "minutes": 5}


def test_all_names_are_known_in_the_order_of_the_registry():
    assert known.NAMES == [a.name for a in registry.ACTIVITIES] == list(registry.BY_NAME)


@pytest.mark.parametrize("step", [*STEPS, *ADDED])
def test_everybody_is_asked_where_the_manifest_says_so(step):
    head = Table(step=step).head
    assert known.asks_everybody(head) == registry.BY_NAME[head.step.activity].gathers


def test_where_everybody_is_asked():
    assert set(known.GATHERING) == {"questions", "break", "reflection"}


def test_an_activitys_name_is_one_of_those_that_there_are_when_it_is_looked_at():
    for other in ("weather", "", None, 7, ["board"]):
        with pytest.raises(ValidationError, match=r"Input should be 'welcome', .* or '[a-z]+'"):
            StepShown.model_validate({**STEP, "activity": other})
    with registered(WEATHER):
        assert StepShown.model_validate(STEP).activity == "weather"


def test_its_schema_lists_them():
    shape = TypeAdapter(StepShown).json_schema()["properties"]["activity"]
    assert (shape["type"], shape["enum"]) == ("string", known.NAMES)
