"""Settings of a step: what each activity takes, and names of this case's cards and information only."""

import pytest

from workshop.activities.base import Names
from workshop.activities.registry import BY_NAME
from workshop.casebook.models import StepFile
from workshop.casebook.steps import needs_information, step_of

NAMES = Names(["c1", "c2", "c3"], ["i1", "i2"], ["response4"])


def step(activity, **settings):
    return StepFile(activity=activity, title="A step", minutes=5, settings=settings)


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (step("board"), {}),
        (step("board", round="warm_up"), {"round": "warm_up"}),
        (step("board", cards=2), {"cards": ["c1", "c2"]}),
        (step("board", cards=60), {"cards": ["c1", "c2", "c3"]}),
        (step("board", cards=["c3", "c1"]), {"cards": ["c3", "c1"]}),
        (step("board", round="information", information="i2"), {"round": "information", "information": "i2"}),
        (step("board", round="information", information=1), {"round": "information", "information": "i1"}),
        (step("board", round="information", information=3), {"round": "information", "information": "i1"}),
        (step("board", second="response4"), {"second": "response4"}),
        (step("confidence", asking="after"), {"asking": "after"}),
        (step("discussion", cards=3), {"cards": 3}),
        (step("plan"), {}),
    ],
)
def test_what_is_right_is_made_as_the_activity_takes_it(written, made):
    found = step_of(written, NAMES)
    assert (found.activity, found.settings) == (written.activity, made)
    BY_NAME[written.activity].settings.model_validate(dict(found.settings))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (step("plan", cards=2), "A plan step has no setting “cards”"),
        (step("board", colour="red"), "A board step has no setting “colour”"),
        (step("board", round="second"), "warm_up, first or information"),
        (step("board", round=["first"]), "warm_up, first or information"),
        (step("board", cards=0), "a number from 1 to 60, or a list"),
        (step("board", cards=True), "a number from 1 to 60, or a list"),
        (step("board", cards=[]), "a number from 1 to 60, or a list"),
        (step("board", cards={"c1": 1}), "a number from 1 to 60, or a list"),
        (step("board", cards=["c1", ["c2"]]), "There is no card"),
        (step("board", cards=["c1", "c1"]), "named twice"),
        (step("board", information="i1"), "Only a board whose round is information"),
        (step("board", round="information"), "There is no new information “None”"),
        (step("board", round="information", information=0), "There is no new information “0”"),
        (step("board", round="information", information="i3"), "There is no new information “i3”"),
        (step("board", second="response5"), "There is no shared scale “response5”. There are: response4."),
        (step("board", second=["response4"]), "There is no shared scale"),
        (step("board", round="warm_up", second="response4"), "A warm-up asks no second question"),
        (step("confidence", asking="never"), "before or after"),
        (step("confidence", asking=None), "before or after"),
        (step("discussion", cards="all"), "a number of cards"),
    ],
)
def test_what_is_wrong_is_said(written, says):
    with pytest.raises(ValueError, match=says):
        step_of(written, NAMES)


def test_which_steps_need_new_information():
    assert needs_information(step("board", round="information"))
    assert not needs_information(step("board")) and not needs_information(step("discussion"))
