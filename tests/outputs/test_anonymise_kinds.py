"""What notes say of themselves, in all that leaves: words in the pages, fields in the data, authored ids alone."""

import csv
import io
import json

import pytest

from tests.helpers.case import CASE
from tests.helpers.output import WORDS, checkpoint, facts
from workshop.outputs.anonymise import anonymise
from workshop.outputs.anonymise_kinds import ground_told
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.blocks.together import explanation
from workshop.outputs.formats import csv_table, json_data

NOTES = {
    "n1": {"section": "known", "text": "A", "version": 1, "sure": "think", "voice": "family", "ground": "c1"},
    "n2": {"section": "known", "text": "B", "version": 1, "sure": "told", "voice": "", "ground": "i2"},
    "n3": {"section": "known", "text": "C", "version": 1},
}
SESSION = anonymise(facts(12), CASE, (), checkpoint(notes=NOTES), WORDS)


def test_the_data_say_what_a_note_is_whose_voice_and_from_what():
    found = json.loads(json_data.render(SESSION))["formulation"]["notes"]
    assert [(n["text"], n["is"], n["voice"], n["from"]) for n in found] == [
        ("A", "think", "family", {"card": "c1"}),
        ("B", "told", None, {"information": "i2"}),
        ("C", None, None, None),
    ]


def test_the_pages_say_it_beside_the_words():
    section = explanation(SESSION, Phrases(WORDS))
    ((_, notes),) = next(b for b in section.blocks if type(b).__name__ == "Notes").sections
    short = CASE.cards[0].short_text
    assert [more for _, _, more in notes] == [
        f"We think; voice: Family; from “{short}”",
        "Told to us; from information 2",
        "",
    ]


def test_the_table_has_a_row_for_what_was_said_and_none_for_what_was_not():
    rows = list(csv.reader(io.StringIO(csv_table.render(SESSION).decode("utf-8-sig"))))
    said = [(row[-2], row[-1]) for row in rows if " of note " in row[-2]]
    assert said == [
        ("is of note 1", "think"),
        ("voice of note 1", "family"),
        ("from of note 1", "c1"),
        ("is of note 2", "told"),
        ("from of note 2", "i2"),
    ]


def test_what_is_still_missing_leaves_with_its_source_and_so_do_voices_that_no_note_has():
    made = json.loads(json_data.render(SESSION))["formulation"]
    assert made["unheard"] == ["young_person", "harmed", "professional"]
    assert [(n["id"], n["source"]) for n in made["lacking"]] == [
        (i, "A source") for i in ("precipitating", "protective")
    ]
    assert anonymise(facts(12), CASE, (), checkpoint(), WORDS).formulation.lacking == ()


@pytest.mark.parametrize("id_", ["", "c9", "n1"])
def test_what_the_case_study_does_not_have_is_not_told(id_):
    assert ground_told(CASE, id_) is None
