"""A first wording of each sentence, from what was joined; none where nothing was."""

from workshop.domain.first_wordings import first_wordings
from workshop.domain.formulation import Link, Note

SECTIONS = [
    ("presenting", "presenting"),
    ("precipitating", "because"),
    ("perpetuating", "kept_going"),
    ("protective", "eased"),
]
NOTES = [
    Note("a", "presenting", "Pictures were passed on.", 5),
    Note("b", "precipitating", "He was dared.", 4),
    Note("c", "perpetuating", "The chat rewarded it", 3),
    Note("d", "protective", "A teacher", 1),
    Note("e", "protective", "Nan listens", 2),
    Note("f", "presenting", "Fear of being next", 0),
]


def test_nothing_is_said_where_nothing_is_joined():
    assert first_wordings(NOTES, {}, SECTIONS) == {}
    assert first_wordings([], {}, SECTIONS) == {}


def test_the_strongest_path_is_said_sentence_by_sentence_in_the_notes_own_words():
    links = {"1": Link("a", "b", "because"), "2": Link("a", "c", "because"), "3": Link("d", "c", "eases")}
    found = first_wordings(NOTES, links, SECTIONS)
    assert {part: text for part, (text, _) in found.items()} == {
        "because": "he was dared",
        "kept_going": "the chat rewarded it",
        "eased": "a teacher",
    }
    assert found["because"].notes == ("b",)


def test_what_the_path_does_not_have_is_the_best_supported_that_was_joined_so():
    links = {
        "1": Link("d", "f", "eases"),
        "2": Link("e", "f", "eases"),
        "3": Link("f", "a", "alternative"),
        "4": Link("a", "gone", "because"),
    }
    found = first_wordings(NOTES, links, SECTIONS)
    assert found["rival"].text == "fear of being next" and found["eased"].notes == ("e",)
    assert "because" not in found, "a link to a note that is not there says nothing"
