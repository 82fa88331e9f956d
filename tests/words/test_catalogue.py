"""Messages by id: values in their places, the plural of the language, English for what a language lacks."""

import json
import re

import pytest

from tests.helpers.tree import files, name, text
from workshop.words import Words, languages
from workshop.words.catalogue import CATEGORIES, FOLDER, PLACEHOLDER, is_message, messages, texts

PURE = ("domain", "activities", "outputs", "service", "words")
AREAS = [
    "common",
    "names",
    "refused",
    "join",
    "phone",
    "ledger",
    "screen",
    "console",
    "office",
    "report",
    "sureness",
    "gentler",
]
TREE = {
    "plain": "Saved",
    "wait": "Wait for {n} of {all}.",
    "cards": {"one": "One card", "other": "{n} cards"},
    "days": {"zero": "dim", "two": "dau", "few": "tri", "other": "{n} diwrnod"},
    "rules": ["Speak as {who}.", "Listen."],
    "reason": {"few": "Too few", "stands": "It stands"},
}


def words(language="en", tree=TREE):
    return Words(language, tree)


def test_a_message_is_said_with_its_values():
    assert words().say("plain") == "Saved"
    assert words().say("wait", n=3, all="twelve", more="unused") == "Wait for 3 of twelve."


@pytest.mark.parametrize(("n", "said"), [(0, "0 cards"), (1, "One card"), (2, "2 cards"), (1000, "1000 cards")])
def test_the_plural_is_that_of_the_number(n, said):
    assert words().say("cards", n=n) == said


@pytest.mark.parametrize(("n", "said"), [(0, "dim"), (1, "1 diwrnod"), (2, "dau"), (3, "tri"), (10, "10 diwrnod")])
def test_the_plural_is_by_the_rules_of_the_language_and_other_where_it_has_no_word(n, said):
    assert words("cy").say("days", n=n) == said


def test_a_list_is_said_whole():
    assert words().all("rules", who="yourself") == ["Speak as yourself.", "Listen."]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda w: w.say("nothing"),
        lambda w: w.say("plain.more"),
        lambda w: w.say("reason"),
        lambda w: w.say("rules", who="x"),
        lambda w: w.say("wait", n=1),
        lambda w: w.say("cards"),
        lambda w: w.all("plain"),
        lambda w: w.all("rules"),
        lambda w: w.area("nothing"),
    ],
)
def test_what_is_not_there_is_an_error_and_no_blank(wrong):
    with pytest.raises(KeyError):
        wrong(words())


def test_an_area_is_what_is_below_it_under_its_path():
    whole = words(tree={"names": {"reason": {"x": "X"}, "topic": {"y": "Y"}}, "common": {"z": "Z"}})
    assert whole.area("common", "names.reason") == {"common": {"z": "Z"}, "names": {"reason": {"x": "X"}}}
    assert whole.area("names") == {"names": {"reason": {"x": "X"}, "topic": {"y": "Y"}}}


def test_ids_are_those_of_messages():
    assert words().ids == {"plain", "wait", "cards", "days", "rules", "reason.few", "reason.stands"}
    assert "reason.few" in words()
    assert "reason" not in words()


def test_a_language_says_in_english_what_it_lacks(tmp_path, monkeypatch):
    monkeypatch.setattr("workshop.words.catalogue.FOLDER", tmp_path)
    monkeypatch.setattr(Words, "of", staticmethod(Words.of.__wrapped__))
    cards = {"one": "One card", "other": "{n} cards"}
    (tmp_path / "en.json").write_text(json.dumps({"a": {"x": "Here", "y": "There"}, "cards": cards, "b": "Bye"}))
    (tmp_path / "cy.json").write_text(json.dumps({"a": {"x": "Yma"}, "cards": {"other": "{n} cerdyn"}}))
    welsh = Words.of("cy")
    assert [welsh.say(id) for id in ("a.x", "a.y", "b")] == ["Yma", "There", "Bye"]
    assert welsh.say("cards", n=1) == "1 cerdyn", "a message is replaced whole"
    assert languages() == ["cy", "en", "en-XA", "ar-XB"]


def test_a_language_is_read_once_and_only_where_there_are_words():
    assert Words.of("en") is Words.of("en")
    with pytest.raises(LookupError):
        Words.of("../en")


def test_numbers_and_days_are_written_as_in_the_language():
    assert [words().number(n) for n in (0, 1500, 0.8249, -2.5)] == ["0", "1500", "0.825", "-2.5"]
    assert words("de").number(0.5) == "0,5"
    assert words().day("2026-11-24") == "24 November 2026"
    assert words("cy").day("2026-11-24") == "24 Tachwedd 2026"
    with pytest.raises(ValueError, match=r".+"):
        words().day("24.11.2026")


def test_true_is_no_number():
    assert words(tree={"x": "{it}"}).say("x", it=True) == "True"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("cy", "ltr"), ("ar", "rtl"), ("pt-BR", "ltr")])
def test_a_language_has_a_direction(language, direction):
    assert words(language).direction == direction


def test_the_areas_of_the_catalogue_are_known_and_in_order():
    assert list(json.loads((FOLDER / "en.json").read_text("utf-8"))) == AREAS


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_catalogue_holds_messages_only(path):
    tree = json.loads(path.read_text("utf-8"), object_pairs_hook=_once)
    for id, line in ((id, line) for id, message in messages(tree) for line in texts(message)):
        assert isinstance(line, str), id
        assert line.strip(), id
        assert line == line.strip(), id
        assert re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", id), id
        assert not re.search(r"[{}]", PLACEHOLDER.sub("", line)), f"{id}: a bracket that is no placeholder"
    assert Words.of(path.stem).ids <= Words.of("en").ids


def _once(pairs):
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names), f"twice: {names}"
    return dict(pairs)


@pytest.mark.parametrize("language", languages())
def test_a_message_of_a_number_speaks_of_the_same_in_every_category_and_language(language):
    ours = dict(messages(Words.of(language).tree))
    for id, english in messages(Words.of("en").tree):
        assert type(ours[id]) is type(english), id
        assert placeholders(ours[id]) == placeholders(english), id
        if isinstance(english, dict):
            assert {*english} <= CATEGORIES
            assert all(placeholders([line]) | {"n"} == placeholders(english) | {"n"} for line in english.values()), id


def placeholders(message):
    return {found for line in texts(message) for found in PLACEHOLDER.findall(line)}


def test_an_area_may_have_the_names_of_categories_beside_others():
    assert is_message({"one": "a", "other": "b"})
    assert not is_message({"few": "a", "stands": "b", "other": "c"})
    assert not is_message({"few": "a"})


@pytest.mark.parametrize("path", [p for room in PURE for p in files(".py", under=f"workshop/{room}")], ids=name)
def test_the_pure_rooms_are_given_words_and_read_none(path):
    if name(path) != "workshop/words/catalogue.py":
        assert "Words.of" not in text(path)
