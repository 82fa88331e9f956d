"""Words that break: whole where they have room, and on two lines if they can."""

import pytest

from workshop.drawing.strip_text import FILL, break_name, divided, join_reasons, size_for, text_width

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"


def test_a_name_breaks_in_two_where_it_can_and_keeps_every_word() -> None:
    assert break_name("Need to know more", 100, 17) == ("Need to", "know more")
    assert break_name("Violent", 70, 17) == ("Violent",)
    assert break_name("", 10, 17) == ()


def test_a_name_takes_as_many_lines_as_it_needs_where_two_have_no_room() -> None:
    assert break_name("Need to know much more", 60, 17) == ("Need to", "know", "much", "more")
    assert break_name("Developmentally expected", 208, 32.4) == ("Develop-", "mentally", "expected")
    assert break_name("Inappropriate", 208, 32.4) == ("Inappropriate",)


@pytest.mark.parametrize(
    ("word", "width", "pieces"),
    [
        ("Inappropriate", 120, ("Inap-", "pro-", "priate")),
        ("Rundschiffe", 120, ("Rund-", "schiffe")),
        ("Problématique", 120, ("Pro-", "bléma-", "tique")),
        ("strengths", 100, ("st-", "reng-", "ths")),
        ("12345678", 100, ("1234", "5678")),
        ("超长超长超长超长超长", 120, ("超长超长超", "长超长超长")),
        ("W", 1, ("W",)),
        ("", 1, ("",)),
    ],
)
def test_a_word_without_room_is_divided_between_syllables(word, width, pieces) -> None:
    assert divided(word, width, 32.4) == pieces


@pytest.mark.parametrize("width", [60, 120, 208, 320])
def test_no_piece_is_wider_than_its_line_and_no_letter_is_lost(width) -> None:
    for lines in (divided(LONG, width, 32.4), break_name(f"{LONG} {LONG}", width, 32.4)):
        assert all(text_width(line, 32.4) <= max(FILL * width, 2 * 32.4) or "-" not in line for line in lines)
        assert "".join(lines).replace("-", "") in (LONG, LONG + LONG)


def test_reasons_stay_whole() -> None:
    lines = join_reasons(("Effect on others", "Power or age gap", "Setting", "A fourth"), 200, 16)
    assert " · ".join(lines).split(" · ") == ["Effect on others", "Power or age gap", "Setting"]
    assert all(text_width(line, 16) <= 200 for line in lines)
    assert "".join(join_reasons((LONG, "Setting"), 200, 16)).replace("-", "") == f"{LONG}Setting"


def test_text_shrinks_until_every_name_fits_but_not_below_its_floor() -> None:
    fitted = size_for([("Developmentally expected", 90.0), ("Violent", 90.0)], 17, 5)
    assert text_width("Developmentally", fitted) <= 90
    assert size_for([("Developmentally expected", 10.0)], 17, 13) == 13
    assert size_for([("", 10.0)], 17, 13) == 17
