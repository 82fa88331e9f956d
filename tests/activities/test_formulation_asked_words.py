"""Hidden words go from what was asked about a note, and about one that was merged into it; nothing else moves."""

from dataclasses import asdict

from workshop.activities.base import SliceRef
from workshop.activities.formulation_asked_words import items_of, without
from workshop.domain.agreed import of_link, of_sentence
from workshop.domain.formulation import Link

NOTES = {"a": ("known", "One"), "b": ("known", "Two"), "c": ("known", "Three")}
ASKED = {
    "h1": {"items": [asdict(of_link("x", Link("a", "b", "because"), NOTES)), asdict(of_sentence("because", "Said."))]},
    "h2": {"items": [asdict(of_link("y", Link("b", "c", "eases"), NOTES))]},
}


def test_words_of_a_hidden_note_go_from_every_round_that_asked_about_it():
    changed = without("a", {}, ASKED)
    assert list(changed) == [SliceRef("asked_words", "h1")]
    link, sentence = items_of(changed[SliceRef("asked_words", "h1")])
    assert (link.first, link.second, link.places) == ("", "", ("known", "known")) and sentence.first == "Said."


def test_so_do_those_of_a_note_that_was_merged_into_it():
    assert {ref.key for ref in without("d", {"merged": ["c"]}, ASKED)} == {"h2"}
    assert without("d", {}, ASKED) == {}


def test_of_a_round_that_there_is_not_nothing_is_asked():
    assert items_of(None) == ()
