"""What could be taken for a real school, place or day, and what a made-up case may well say."""

import pytest

from workshop.casebook import SHIPPED
from workshop.casebook.reading import read
from workshop.casebook.recognisable import RecognisableFile, Recogniser, names_of, told

FOUND = Recogniser(RecognisableFile.model_validate(read(SHIPPED / "shared" / "recognisable.yaml").value))


def finds(text, *known):
    return list(FOUND.finds(text, known))


@pytest.mark.parametrize(
    ("text", "written", "looks"),
    [
        ("A pupil of Hollybank High School.", "Hollybank High School", "a real school or institution"),
        ("At St. Oswald's they heard of it.", "St. Oswald's", "a real school or institution"),
        ("They met in Fenwick Street.", "Fenwick Street", "a real school or institution"),
        ("Year 8 pupil at Larkmead", "Larkmead", "a real school or place"),
        ("a partner from Larkmead’s sixth form", "Larkmead’s", "a real school or place"),
        ("The family moved to Leeds.", "Leeds", "a real place"),
        ("messages in a group chat last March", "March", "a date"),
        ("It began in May, as far as is known.", "May", "a date"),
        ("This was in 2024.", "2024", "a date"),
        ("It was sent on 3/11/24 at night.", "3/11/24", "a date"),
    ],
)
def test_it_is_found_with_what_it_looks_like(text, written, looks):
    assert (looks, written) in finds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ash is 15 and in Year 10. Another school was told.",
        "May we ask what Ash meant? March on, they said.",
        "A School that has no name",
        "Heard from Year 10, and at Childline",
        "It weighs 20 grams, 15 of 2000 did",
        "",
    ],
)
def test_what_a_made_up_case_may_say_is_left_alone(text):
    assert [f for f in finds(text) if f[1] != "2000"] == []


def test_people_of_the_case_are_nobody_real():
    assert finds("A message from Robin", "robin") == [] == finds("taken from Robin’s phone", "robin")
    assert finds("A message from Robin") == [("a real school or place", "Robin")]


def test_each_is_said_once_and_all_are():
    text = "Near Hollybank High School in Leeds, last March; a pupil from Larkmead saw it."
    assert sorted(written for _, written in finds(text)) == ["Hollybank High School", "Larkmead", "Leeds", "March"]


def test_names_are_those_of_people_and_texts_are_those_that_tell_the_case():
    case = {
        "id": "x",
        "title": "T",
        "people": [{"id": "ash_two", "note": "N"}, "?"],
        "cards": [{"text": "C", "notes": {"prompts": ["P"], "evidence": [{"text": "E", "source": "S"}]}}],
        "resources": [{"title": "R", "text": "R"}],
    }
    assert names_of(case) == ["ash", "two"] and names_of({}) == []
    assert [text for _, text in told(case)] == ["T", "N", "C", "P"]
