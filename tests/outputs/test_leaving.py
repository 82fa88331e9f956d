"""What would leave is read as a whole list, and what is struck is in no format."""

from dataclasses import fields, is_dataclass, replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.opened import words_in
from tests.helpers.output import WORDS, checkpoint, facts, record, rendered, written
from workshop.outputs.anonymise import anonymise
from workshop.outputs.formats import FORMATS
from workshop.outputs.leaving import WHERE, key_of, leaving, marked, reworded, with_told, without

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


def reworded_output(wordings):
    rounds, answers = record(3, 12)
    facts_, kept = reworded(FACTS, everything(), wordings)
    return anonymise(facts_, CASE, [*rounds, *answers], kept, WORDS)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_reworded_is_marked_in_every_format_and_its_first_words_are_in_none(name):
    found = leaving(FACTS, everything())
    made = reworded_output({t.key: f"Zebra{n}" for n, t in enumerate(found)})
    said = " ".join(words_in(rendered(name, made)).split())
    assert "Kq91" not in said
    for n, text in enumerate(found):
        assert f"Zebra{n}" in said, text.kind
        if text.kind not in ("title", "jotting"):  # a facilitator's own already
            assert f"Zebra{n} (facilitator’s wording)" in said, text.kind
    assert dict(made.told.reworded).keys() == {t.kind for t in found} - {"title", "jotting"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_summary_and_a_reflection_are_in_every_format(name):
    rounds, answers = record(3, 12)
    kept = with_told(everything(), {"summary": "=Okapi one\nOkapi two", "reflection": "Tapir"})
    said = words_in(rendered(name, anonymise(FACTS, CASE, [*rounds, *answers], kept, WORDS)))
    assert "Okapi one" in said and "Okapi two" in said and "Tapir" in said
    assert "Okapi" not in words_in(rendered(name, output()))


def test_what_was_reworded_stays_the_facilitators_when_it_lies_in_the_record():
    kept = checkpoint(notes={"n1": note("First"), "n2": note("Second")})
    _, left = reworded(FACTS, kept, {key_of("note", "First"): "Other"})
    told, changed = marked(left, "[{}]".format)
    assert {n["text"] for n in told.collections["notes"].values()} == {"[Other]", "Second"}
    assert changed == (("note", "Other"),)
    assert {n["text"] for n in left.collections["notes"].values()} == {"Other", "Second"}


def stack():
    """A note that stands for two others, one of them deeper."""
    deep = {**note("Beneath, deeper"), "fold": []}
    under = {**note("Beneath"), "fold": [{"under": {"n8": deep}}]}
    kept = everything()
    stands = {**kept.collections["notes"]["n1"], "text": "Stands", "fold": [{"under": {"n9": under}}]}
    return replace(kept, collections={**kept.collections, "notes": {**kept.collections["notes"], "n1": stands}})


def test_what_lies_beneath_a_note_is_read_struck_and_reworded_like_any_note():
    kept = stack()
    listed = {x.text for x in leaving(FACTS, kept) if x.kind == "note"}
    assert {"Stands", "Beneath", "Beneath, deeper"} <= listed
    _, left = without(FACTS, kept, {key_of("note", "Stands"), key_of("note", "Beneath, deeper")})
    assert not {"Stands", "Beneath, deeper"} & {x.text for x in leaving(FACTS, left)}
    assert "Beneath" in {x.text for x in leaving(FACTS, left)}
    _, worded = reworded(FACTS, kept, {key_of("note", "Beneath"): "Other words"})
    printed, told = marked(worded, lambda text: f"{text} (theirs)")
    assert ("note", "Other words") in told
    assert "Other words (theirs)" in {x.text for x in leaving(FACTS, printed)}


def test_what_versions_of_the_explanation_said_is_read_and_struck_too():
    version = {
        "cause": "said",
        "information": "",
        "noted": {"a": ["known", "Old note", []], "b": ["known", "Other", []]},
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
        "noted": {"b": ["known", "Other", []]},
        "joined": [],
        "sentences": {},
    }


def test_what_versions_said_is_reworded_and_marked_too():
    version = {"cause": "said", "information": "", "noted": {"a": ["known", "Old note", []]}, "joined": [],
               "sentences": {"because": "Old sentence"}}  # fmt: skip
    made = replace(written(MARK), collections={"versions": {"v0001": version}})
    keys = {one.text: one.key for one in leaving(FACTS, made)}
    _, other = reworded(FACTS, made, {keys["Old note"]: "New", keys["Old sentence"]: "Newer"})
    assert "Old" not in str(other.collections["versions"])
    printed, told = marked(other, "[{}]".format)
    one = printed.collections["versions"]["v0001"]
    assert (one["noted"]["a"][1], one["sentences"]) == ("[New]", {"because": "[Newer]"})
    assert told == (("explanation", "Newer"), ("note", "New"))


def test_other_words_again_leave_nothing_of_the_ones_before_nor_does_striking_them():
    version = {"cause": "said", "information": "", "noted": {"a": ["known", "Old note", []]}, "joined": [],
               "sentences": {"because": "Old sentence"}}  # fmt: skip
    made = replace(written(MARK), collections={**written("Why old").collections, "versions": {"v0001": version}})
    for _ in range(2):
        wordings = {x.key: f"{x.kind} {x.text}"[-30:][::-1] for x in leaving(FACTS, made)}
        before = {x.text for x in leaving(FACTS, made)}
        _, made = reworded(FACTS, made, wordings)
    _, told = marked(made, "[{}]".format)
    assert told and not before & {text for _, text in told}
    _, left = without(FACTS, made, {x.key for x in leaving(FACTS, made)})
    assert marked(left, "[{}]".format)[1] == ()
