"""What a trainer chooses: checked whole, laid over the template, told again as it was chosen."""

from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from workshop.activities.base_steps import Asked
from workshop.casebook import SHIPPED, Casebook
from workshop.domain.case_copy import copy_of
from workshop.domain.scenario import CardNotes
from workshop.service.setup import MOST_RULES, CannotCreate, Setup, agenda_of, asked_in, gentlest, head_of

PLACE, TOLD = 3, 6  # the steps of the test case that ask cards: the first placing, and new information


def head(**chosen):
    return head_of(Setup("test-case", "all", **chosen), CASE, copy_of(CASE).sha256, "session-1")


def test_without_a_choice_the_steps_ask_what_the_template_says():
    made = head()
    assert asked_in(made, CASE) == {
        PLACE: Asked(("c1", "c2", "c3", "c4"), None),
        TOLD: Asked(("c1", "c2"), "i1"),
    }, "the warm-up has its own cards, and is not chosen"
    assert (made.code, made.agenda, made.case) == ("", "all", copy_of(CASE).sha256)


def test_cards_and_information_are_chosen_and_come_in_the_case_studys_order():
    made = head(steps={PLACE: Asked(("c4", "c2"), None), TOLD: Asked(("c3",), "i2")})
    assert asked_in(made, CASE) == {PLACE: Asked(("c2", "c4"), None), TOLD: Asked(("c3",), "i2")}
    assert made.steps[PLACE].title == "Place the cards" and made.steps[2] == head().steps[2]


@pytest.mark.parametrize(
    ("at", "asked"),
    [
        (PLACE, Asked(("none",), None)),
        (PLACE, Asked((), None)),
        (PLACE, Asked(("c1", "c1"), None)),
        (PLACE, Asked(("c1",), "i1")),  # a first placing gives no information
        (TOLD, Asked(("c1",), None)),
        (TOLD, Asked(("c1",), "none")),
        (TOLD, Asked(("w01",), "i1")),  # a card of the warm-up
        (2, Asked(("c1",), None)),
        (0, Asked(("c1",), None)),
        (40, Asked(("c1",), None)),
        (-1, Asked(("c1",), None)),
    ],
)
def test_what_a_step_cannot_ask_is_refused(at, asked):
    with pytest.raises(CannotCreate) as no:
        head(steps={at: asked})
    assert no.value.why == "setup.cards"


def test_own_rules_are_as_many_as_can_be_read_out():
    assert head(rules=("We begin on time.",) * MOST_RULES).rules == ("We begin on time.",) * MOST_RULES
    with pytest.raises(CannotCreate) as no:
        head(rules=("One more.",) * (MOST_RULES + 1))
    assert (no.value.why, no.value.values) == ("setup.rules", {"most": MOST_RULES})


@pytest.mark.parametrize("k", [4, 21])
def test_how_many_must_have_placed_has_its_bounds(k):
    with pytest.raises(CannotCreate, match=r"setup\.few"):
        head(k=k)


def test_an_agenda_of_another_case_is_none():
    with pytest.raises(CannotCreate, match="no_agenda"):
        agenda_of(Setup("test-case", "half"), CASE)


def test_the_case_that_is_offered_first_is_not_the_heaviest():
    def with_range(id, high):
        notes = CardNotes(("expected", high))
        return replace(CASE, id=id, cards=tuple(replace(c, notes=notes) for c in CASE.cards))

    heavy, light = with_range("heavy", "violent"), with_range("light", "inappropriate")
    unsaid = replace(CASE, id="unsaid", cards=tuple(replace(c, notes=CardNotes()) for c in CASE.cards))
    assert gentlest([heavy, unsaid, light]) == light and gentlest([heavy, unsaid]) == heavy
    assert gentlest([]) is None


def test_of_the_shipped_cases_one_that_can_be_begun_with_is_offered():
    shipped = Casebook([SHIPPED]).list()
    offered = gentlest(shipped)
    assert offered is not None and offered.id != "browser-history", "which was the default, and is the heaviest"
