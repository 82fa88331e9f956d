"""Words that break: whole, and on two lines at most."""

from workshop.drawing.strip_text import break_name, join_reasons, size_for, text_width


def test_a_name_breaks_in_two_at_most_and_keeps_every_word() -> None:
    assert break_name("Need to know more", 100, 17) == ("Need to", "know more")
    assert break_name("Violent", 10, 17) == ("Violent",)
    assert break_name("", 10, 17) == ()


def test_reasons_stay_whole() -> None:
    lines = join_reasons(("Effect on others", "Power or age gap", "Setting", "A fourth"), 200, 16)
    assert " · ".join(lines).split(" · ") == ["Effect on others", "Power or age gap", "Setting"]
    assert all(text_width(line, 16) <= 200 for line in lines)


def test_text_shrinks_until_every_name_fits_but_not_below_its_floor() -> None:
    fitted = size_for([("Developmentally expected", 90.0), ("Violent", 90.0)], 17, 5)
    assert text_width("Developmentally", fitted) <= 90
    assert size_for([("Developmentally expected", 10.0)], 17, 13) == 13
    assert size_for([("", 10.0)], 17, 13) == 17
