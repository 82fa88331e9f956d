"""Words beneath a note: read at any depth, struck one by one, and none of them vanishes with another."""

from workshop.domain.beneath import beneath, without_texts
from workshop.domain.wordings import without_wordings


def note(text, *under):
    found = {"text": text, "version": 1}
    return {**found, "fold": [{"under": {f"id {n['text']}": n for n in under}, "links": {}}]} if under else found


DEEP = note("Stands", note("B", note("A")), note("C"))


def texts(found):
    return [found["text"], *(text for _, text in beneath(found))]


def test_all_that_lies_beneath_is_read_by_words():
    assert beneath(DEEP) == [("id A", "A"), ("id B", "B"), ("id C", "C")] and beneath(note("Alone")) == []


def test_what_is_struck_goes_and_nothing_else():
    assert texts(without_texts(DEEP, lambda text: text == "B")) == ["Stands", "A", "C"]
    assert texts(without_texts(DEEP, lambda text: text == "C")) == ["Stands", "A", "B"]
    assert without_texts(note("Alone"), lambda text: False) == note("Alone")


def test_when_the_one_that_stands_goes_another_stands():
    assert texts(without_texts(DEEP, lambda text: text == "Stands")) == ["A", "B", "C"]
    assert texts(without_texts(DEEP, lambda text: text in ("Stands", "A", "B"))) == ["C"]
    assert without_texts(DEEP, lambda text: True) is None


def test_of_what_lies_beneath_no_earlier_words_are_kept_when_a_session_has_ended():
    before = {"before": [{"version": 1, "words": {"text": "Earlier"}}]}
    found = without_wordings({**note("Stands", {**note("B"), **before}), **before})
    assert "Earlier" not in str(found) and texts(found) == ["Stands", "B"]
