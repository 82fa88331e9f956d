"""What is seen of an asking: the same for phones and the screen; to the facilitator also what can be asked."""

from json import dumps

from tests.activities.commands_agreed import NO, YES, all_say, asked, eight, revealed, say, written
from tests.helpers.table import Table
from workshop.activities.formulation_asked_parts import OWN_AGREED
from workshop.service.view import view_of


def table():
    return Table(people=6, step="formulation")


def test_before_anything_is_asked_only_the_facilitator_sees_what_could_be():
    here = table()
    link, *_ = written(here)
    desk, phone = (here.part("agreed", role) for role in ("facilitator", "delegate"))
    assert desk["askable"] == sorted([link, "because", "rival"]) and desk["questions"]
    assert phone == {**desk, "askable": [], "questions": False} and phone["state"] == "none"


def test_until_the_reveal_nothing_is_shown_but_what_is_asked():
    here = table()
    asked(here)
    quiet = here.part("agreed", "screen")
    say(here, "item01", [YES, YES, NO, NO])
    assert here.part("agreed", "screen") == quiet and quiet["results"] is None


def test_a_split_item_shows_both_sides():
    here = table()
    first, *_ = revealed(here, [YES, YES, YES, NO, NO, NO])
    assert first == {
        "id": "item01",
        "why": None,
        "tallies": [3, 0, 3],
        "cannot": 0,
        "split": True,
        "yes": ["known"],
        "no": ["timing"],
    }


def test_the_eight_questions_have_no_words_of_the_room():
    here = table()
    eight(here)
    assert all((i["first"], i["second"], i["what"]) == ("", "", "question") for i in here.part("agreed")["items"])


def test_what_a_phone_gets_back_is_never_longer_than_it_is_filled_up_to():
    here = table()
    asked(here)
    assert here.own("d2")["own_agreed"] == {"round": "h1", "answers": {}}
    all_say(here, *[[("cannot", None)] * 6, [YES] * 6, [NO] * 6])
    largest = OWN_AGREED.largest(view_of(here.context, here.seen))
    assert largest is not None and set(largest.answers) == {"item01", "item02", "item03"}
    for n in range(1, 7):
        assert len(dumps(here.own(f"d{n}")["own_agreed"])) <= len(dumps(largest.model_dump()))


def test_what_was_shown_can_be_taken_off_the_screen_and_put_back():
    here = table()
    revealed(here, [YES] * 6)
    told = here.part("agreed")["results"]
    for name, shown in (("close", False), ("close", False), ("reveal", True)):
        here.must(f"formulation.{name}", {"round": "h1"})
        now = here.part("agreed")
        assert (now["on_screen"], now["results"], now["state"]) == (shown, told, "revealed")
