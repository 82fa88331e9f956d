"""A fault in one line, as editors and people read it."""

from workshop.casebook.faults import Fault, ScenarioError


def test_it_names_file_line_field_and_what_would_be_right():
    assert str(Fault("a.yaml", 3, "cards[1].short", "Shorten it.")) == "a.yaml:3: cards[1].short: Shorten it."
    assert str(Fault("a.yaml", 1, "", "This is not YAML.")) == "a.yaml:1: This is not YAML."


def test_an_error_has_a_line_for_each():
    faults = [Fault("a.yaml", n, "x", "Wrong.") for n in (1, 2)]
    assert str(ScenarioError(faults)).splitlines() == [str(f) for f in faults]
