"""Every sentence that promises something is in docs/promise.md with what proves it, or with why it promises nothing.

The rule is mechanical, so that it is hard to dodge: a sentence with one of these words is in the registry, wherever in
the app it is written, be it in a catalogue of words, in another script, a template or the program.
"""

import re

import pytest

from tests.helpers.sentences import DOCUMENTS, read_in_the_app, sentences, split
from tests.helpers.tree import ROOT
from tests.promise.test_documents import PROMISE, defined_in

PROMISING = re.compile(
    r"\b(never|nobody|no one|nothing|only|always|anonymous(ly)?|cannot|deleted|erased|gone|kept|keeps|counted|shuffled"
    r"|at least|at once|safe|lost|withheld|frozen|unread|private|forgotten|no names?|stays? on|clears?|cleared"
    r"|not (stored|recorded|kept|shown|counted|held|who|told)|without an? (name|time|author))\b",
    re.IGNORECASE,
)
STRONG = re.compile(r"\b(never|nobody|no one|nothing|anonymous(ly)?)\b", re.IGNORECASE)
"""In documents, which describe much besides."""
SURELY = re.compile(
    r"\b(anonymous(ly)?|erased|shuffled|unread|deleted|recorded)\b|nobody (sees|is shown)", re.IGNORECASE
)
"""What has one of these cannot be called no promise."""
PLACE, PROOF = re.compile(r"`([\w./-]+)`"), re.compile(r"`(tests/[\w./-]+)(?:::([^`]+))?`")
SECTION = PROMISE.partition("\n## What is promised, and where it is proved\n")[2].partition("\n## ")[0]
LIMITS = (
    "It cannot protect you if everyone answers the same, if you say it aloud, if your wording is recognisable, if "
    "someone has taken over the running server during the session, or if the same people place the same cards again.",
    "Saying what you would do, or that you moved, tells something of where you placed.",
)
"""Said wherever the promise is."""


def rows(first: str) -> list[list[str]]:
    """Cells of the table whose heading begins so."""
    table = SECTION.partition(f"| {first} |")[2].partition("\n\n")[0]
    return [line[2:-2].split(" | ") for line in table.splitlines() if line.startswith("| ") and "“" in line]


PROMISES = {said[1:-1]: (id_, set(PLACE.findall(places)), proof) for id_, said, places, proof in rows("id")}
OTHERS = {said[1:-1]: (why, set(PLACE.findall(places))) for why, said, places in rows("why it is no promise")}
PLACES = {said: places for said, (_, places, _) in PROMISES.items()} | {s: places for s, (_, places) in OTHERS.items()}


def missing(path: str, said: list[str]) -> list[str]:
    """The sentences of a file that have to be in the registry and are not there, for this file."""
    word = STRONG if path in DOCUMENTS else PROMISING
    return [s for s in said if word.search(s) and path not in PLACES.get(s, set())]


# ---------------------------------------------------------------- what is said is registered


def test_every_sentence_that_promises_is_in_the_registry():
    unknown = {path: found for path in (*read_in_the_app(), *DOCUMENTS) if (found := missing(path, sentences(path)))}
    assert not unknown, "give each its proof, or soften it, or say why it promises nothing"


def test_every_sentence_of_the_registry_is_still_said_there():
    said = {path: set(sentences(path)) for path in {p for places in PLACES.values() for p in places}}
    gone = [(s, p) for s, places in PLACES.items() for p in places if s not in said[p]]
    assert not gone
    assert all(PLACES.values())


def test_every_promise_has_a_test_that_there_is():
    assert len(PROMISES) > 100
    for id_, _, proof in PROMISES.values():
        found = PROOF.findall(proof)
        assert found, id_
        for path, name in found:
            if path.endswith((".ts", ".tsx")):
                written = rf"test\(\s*['\"`]{re.escape(name)}['\"`]"
                assert re.search(written, (ROOT / path).read_text("utf-8")), (id_, path, name)
            else:
                assert not name or name in defined_in(path), (id_, path, name)
                assert defined_in(path), (id_, path)


def test_ids_are_each_one_sentences():
    ids = [id_ for id_, _, _ in PROMISES.values()]
    assert len(set(ids)) == len(ids) == len(rows("id"))
    assert not PROMISES.keys() & OTHERS.keys()


def test_what_is_no_promise_has_its_reason_and_none_of_the_strongest_words():
    for said, (why, _) in OTHERS.items():
        assert len(why) > 10, said
        assert not SURELY.search(said), said


@pytest.mark.parametrize("path", ["words/en.json", "docs/privacy.md"])
def test_what_it_cannot_protect_is_said_wherever_it_is_promised(path):
    text = " ".join((ROOT / path).read_text("utf-8").split())
    for limit in LIMITS:
        assert limit in text


# ---------------------------------------------------------------- the rule sees what it should


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (".ts", "const T = { a: 'Fine here. Nobody ever sees it.' };"),
        (".ts", "const T = { a: (n) => (n ? `Well, ${n ? 'Nobody ever sees it.' : `no`} then` : '') };"),
        (".ts", "/* it's */ const r = /['\"]/u; // don't\nconst a = x / 2; const b = \"Nobody ever sees it.\";"),
        (".tsx", "const a = (b: X) => <p class={c ? 'a b' : ''}>Fine here. <b>Nobody</b> ever sees it.</p>;"),
        (".tsx", "const a = (\n  <p>\n    {b} Nobody ever\n    sees it.\n  </p>\n);"),
        (".html", "{% if x %}<p>Fine here. <a href='/x'>Nobody</a> ever\n sees it.</p>{% endif %}"),
        (".html", '<p>{{ "Nobody ever sees it." if a else "Fine here" }}</p>'),
        (".py", 'def f():\n    """Docs."""\n    return {"a": ("Fine here. " "Nobody ever sees it.")}\n'),
        (".py", 'def f(n):\n    return f"{n} times. Nobody ever sees it."\n'),
        (".md", "# T\n\nFine here. **Nobody** ever\nsees it.\n"),
        (".md", "| a | b |\n|---|---|\n| Fine | Nobody ever sees it. |\n"),
    ],
)
def test_a_new_sentence_is_found_wherever_it_is_written(kind, text):
    path = "README.md" if kind == ".md" else f"new{kind}"
    assert any("Nobody ever sees it." in s for s in missing(path, list(split(kind, text))))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (".ts", "// Nobody ever sees it.\nconst nobody = 'kept';"),
        (".tsx", "const a = <p>{nobody ? kept : gone}</p>; // nobody is here\nconst b = only < gone && never;"),
        (".py", '"""Nobody ever sees it."""\nKEPT = "kept"\n'),
        (".html", "{# Nobody ever sees it. #}<p>Good morning.</p>"),
        (".md", "Good morning.\n\n    never --at all\n"),
    ],
)
def test_what_nobody_reads_is_let_be(kind, text):
    assert not missing("README.md" if kind == ".md" else f"new{kind}", list(split(kind, text)))
