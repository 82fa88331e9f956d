"""What would leave is read as a whole list, and what is struck is in no format."""

from dataclasses import fields, is_dataclass, replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.opened import words_in
from tests.helpers.output import WORDS, checkpoint, facts, record, rendered, written
from workshop.outputs.anonymise import anonymise
from workshop.outputs.formats import FORMATS
from workshop.outputs.leaving import WHERE, key_of, leaving, without

MARK = "Kq91 <b>typed</b>"
FACTS = facts(12, title=f"{MARK} title")


def note(text):
    return {"section": "presenting", "text": text, "version": 1}


def everything():
    """One of everything that can be typed, each with words of its own; and a question and a text that nobody kept."""
    made, n = written(MARK), iter(range(1000))
    collections = {}
    for name, slices in made.collections.items():
        collections[name] = {
            id: {k: f"{v} {next(n)}" if v == MARK else v for k, v in s.items()} for id, s in slices.items()
        }
    for name in ("questions", "texts", "jottings"):
        (one, *_) = collections[name].values()
        collections[name]["not-kept"] = {**one, "kept": False, "text": f"{MARK} not kept"}
    return replace(made, collections=collections)


def output(struck=(), kept=None):
    rounds, answers = record(3, 12)
    told, left = without(FACTS, kept or everything(), struck)
    return anonymise(told, CASE, [*rounds, *answers], left, WORDS)


def texts_in(value):
    """Every text of a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from texts_in(one)


def test_the_list_is_every_text_that_goes_out_and_no_other():
    listed = {t.text for t in leaving(FACTS, everything())}
    made = {t for t in texts_in(output()) if MARK in t}
    assert listed == made - {output().formulation.sentence}
    assert {t.kind for t in leaving(FACTS, everything())} == {"title", *WHERE}


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_struck_is_in_no_format_and_the_rest_stays(name):
    found = leaving(FACTS, everything())
    assert "Kq91" in words_in(rendered(name, output()))
    assert "Kq91" not in words_in(rendered(name, output({t.key for t in found})))
    for one in found:
        said = {t for t in texts_in(output({one.key})) if MARK in t}
        assert one.text not in said
        if one.kind not in ("action", "sign"):  # which take their lines with them
            assert said >= {t.text for t in found if t is not one}


def test_a_struck_note_takes_its_links_and_the_sentence_about_them():
    kept = checkpoint(
        notes={"n1": note("Seen"), "n2": note("Heard")},
        links={"l1": {"source": "n1", "target": "n2", "kind": "because"}},
    )
    assert output(kept=kept).formulation.sentence and output(kept=kept).formulation.links
    told = output({key_of("note", "Heard")}, kept).formulation
    assert ([n.text for n in told.notes], told.links, told.sentence) == (["Seen"], (), "")


def test_the_same_words_are_answered_once_and_struck_everywhere():
    kept = checkpoint(notes={"n1": note("Twice"), "n2": note("Twice")})
    (one,) = leaving(facts(12, title=CASE.title), kept)
    assert output({one.key}, kept).formulation.notes == ()


def test_without_a_name_of_its_own_a_session_has_the_case_studys():
    assert leaving(facts(12, title=CASE.title), checkpoint()) == ()
    told, _ = without(FACTS, checkpoint(), {key_of("title", FACTS.title)})
    assert told.title == CASE.title


def test_the_order_tells_nothing_of_who_wrote_first():
    notes = {f"n{n}": note(text) for n, text in enumerate("cab")}
    turned = checkpoint(notes=dict(reversed(notes.items())))
    assert [t.text for t in leaving(facts(9), checkpoint(notes=notes))][1:] == ["a", "b", "c"]
    assert leaving(facts(9), checkpoint(notes=notes)) == leaving(facts(9), turned)


def test_a_key_does_not_tell_the_text():
    (one,) = leaving(
        facts(12, title=CASE.title), checkpoint(notes={"n": {"section": "x", "text": "Anna", "version": 1}})
    )
    assert "Anna" not in one.key and one.key == key_of("note", "Anna") != key_of("why", "Anna")


def test_what_versions_of_the_explanation_said_is_read_and_struck_too():
    version = {
        "cause": "said",
        "information": "",
        "words": {"a": ["known", "Old note", []], "b": ["known", "Other", []]},
        "joined": [["a", "b", "because"]],
        "sentences": {"because": "Old sentence"},
    }
    made = replace(written(MARK), collections={"versions": {"v0001": version}})
    found = {(one.kind, one.text): one.key for one in leaving(FACTS, made) if one.kind != "title"}
    assert found.keys() == {("note", "Old note"), ("note", "Other"), ("explanation", "Old sentence")}
    struck = {found["note", "Old note"], found["explanation", "Old sentence"]}
    _, left = without(FACTS, made, struck)
    assert left.collections["versions"]["v0001"] == {
        **version,
        "words": {"b": ["known", "Other", []]},
        "joined": [],
        "sentences": {},
    }
