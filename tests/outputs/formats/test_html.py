"""The page: complete, self-contained, harmless whatever was typed, and it says what is withheld."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import get_args

import pytest
from jinja2 import UndefinedError

from tests.helpers.output import WORDS, facts, rendered, told, written
from tests.helpers.scripts_of_the_world import WRITTEN
from workshop.outputs.blocks import model
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import FORMATS, html
from workshop.outputs.formats.html import PAGE, STYLE
from workshop.words import Words

EMPTY = {"meta", "br", "hr"}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><style>*{}</style>",
    "{{7*7}}${7*7}",
    "javascript:alert(1)",
    "\x00\u202eevil",
    "</title></style></svg><script>1</script>",
    "&lt;b&gt;",
]
NEVER = ("abuser", "offender", "consensus", "correct answer", "score", "normal")


class Page(HTMLParser):
    """Elements with their attributes, text by element, and whether every element ends."""

    def __init__(self, content):
        super().__init__()
        self.open, self.seen, self.text, self.unbalanced = [], [], [], []
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        if "style" not in self.open[-1:]:
            self.text.append(data)

    @property
    def words(self):
        return " ".join(" ".join(self.text).split())


def page(session):
    return Page(rendered("html", session))


def test_it_is_one_well_formed_page_with_one_heading():
    seen = page(told(kept=written("Ask first")))
    assert not seen.unbalanced and not seen.open
    tags = [tag for tag, _ in seen.seen]
    assert tags.count("h1") == 1 and tags.count("main") == 1 and tags.count("title") == 1


def test_it_loads_nothing_and_runs_nothing():
    seen = page(told(kept=written("Ask first")))
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {tag for tag, _ in seen.seen}
    attributes = {name for _, attrs in seen.seen for name in attrs}
    assert not {n for n in attributes if n.startswith("on") or n in ("src", "style", "srcset", "action")}
    links = [a["href"] for tag, a in seen.seen if tag == "a"]
    assert all(link.startswith(("#", "https://")) for link in links)
    assert "url(" not in STYLE and "@import" not in STYLE
    policy = next(a["content"] for _, a in seen.seen if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_was_typed_is_words_everywhere(typed):
    plain, hostile = page(told(kept=written("Ask first"))), page(told(kept=written(typed)))
    assert [t for t, _ in hostile.seen] == [t for t, _ in plain.seen], "the same elements, whatever was typed"
    assert not hostile.unbalanced
    assert not {"\x00", "\u202e"} & set(hostile.words)


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_title_is_words_too(typed):
    session = replace(told(), facts=facts(24, title=typed))
    seen = page(session)
    assert not seen.unbalanced and not {"script", "img"} & {tag for tag, _ in seen.seen}


def test_every_told_card_has_its_strip_and_its_row_of_figures():
    session = told(seed=2)
    seen = page(session)
    shown = [c for r in session.rounds for c in r.cards if not c.withheld]
    strips = [a["aria-label"] for tag, a in seen.seen if tag == "svg" and "aria-label" in a]
    assert len(strips) >= 2 * len(shown)
    for card in shown:
        assert card.text in seen.words and Phrases(WORDS).kind(card.label).name in seen.words
        assert any(label.startswith(f"{card.placed} placed: ") or "Now: " in label for label in strips)


def test_movement_is_a_sentence_and_what_is_not_told_is_said():
    sessions = [told(seed, 24) for seed in range(12)]
    cards = [(s, c) for s in sessions for c in s.rounds[1].cards if c.earlier]
    moved = next((s, c) for s, c in cards if c.movement and c.movement.harmful)
    hidden = next((s, c) for s, c in cards if not c.movement)
    assert f"{moved[1].movement.harmful} moved towards harmful" in page(moved[0]).words
    assert "How many moved is not told here" in page(hidden[0]).words


def test_a_card_below_k_says_so_and_shows_no_picture():
    session = next(s for s in (told(seed, 9) for seed in range(20)) if any(c.why == "few" for c in s.rounds[0].cards))
    assert "Fewer than five people placed this card" in page(session).words


def test_it_carries_method_limits_and_their_source():
    seen = page(told()).words
    for wanted in (
        "van der Eijk",
        "35 (2001), 325–341",
        "A card that fewer than five people placed is not shown",
        "not an assessment",
        "Movement is not correctness",
        "not yet been reviewed",
        "Use your agency",
    ):
        assert wanted in seen
    assert "not yet been reviewed" not in page(replace(told(), facts=facts(24, reviewed=True))).words
    assert "A card that fewer than eight people placed" in page(told(k=8)).words


def test_it_has_the_explanation_the_plan_and_the_kept_words():
    seen = page(told(kept=written("Ask first"))).words
    for wanted in ("The room’s explanation", "because of 2", "7 want it kept in sight", "Immediate safety", "(note 1)",
                   "Questions kept", "One thing I will do"):  # fmt: skip
        assert wanted in seen
    assert "2 want it kept" not in seen and "let go" not in seen


def test_confidence_reads_start_end_and_looking_back():
    session = told(3, 24)
    before, after = session.confidence
    start, end = before.items[0], after.items[0]
    back = next(i for i in after.items if i.item == end.item and i.asked == "looking_back")
    assert re.search(rf"{re.escape(end.words)}\s+{start.median} → {end.median}\s+{back.median}", page(session).words)


def test_an_empty_session_is_a_page_as_well():
    empty = replace(told(delegates=3), rounds=(), confidence=(), needs=())
    seen = page(empty)
    assert "No round of cards was shown" in seen.words and not seen.unbalanced
    assert " people ·" not in seen.words


@pytest.mark.parametrize("count", [2, 3, 4])
def test_scales_of_other_lengths_are_drawn(count):
    session = told()
    cards = tuple(
        replace(
            c, tallies=(9,) * count, placed=9 * count, low=None, high=None, earlier=None, median=None, agreement=None
        )
        for c in session.rounds[0].cards
    )
    short = replace(session, stages=session.stages[:count], rounds=(replace(session.rounds[0], cards=cards),))
    assert not page(short).unbalanced


def test_words_never_judge():
    seen = page(told(kept=written("Ask first"))).words.lower()
    assert not [word for word in NEVER if word in seen]


def test_every_type_of_block_has_its_macro_and_no_macro_stands_alone():
    macros = PAGE.environment.get_template("report/blocks.html").module
    types = {t.__name__ for t in get_args(model.Block)}
    assert {name for name in types if callable(getattr(macros, name, None))} == types
    assert {name for name in vars(macros) if name[0].isupper()} == types


def test_what_a_template_does_not_know_is_an_error_and_no_blank():
    with pytest.raises(UndefinedError):
        PAGE.render(report=SimpleNamespace(), style="", policy="")


def test_it_prints_blocks_and_says_nothing_by_itself():
    """With the words of another language nothing of ours is left in English: templates hold no sentence."""
    for template in sorted(html.TEMPLATES.rglob("*.html")):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", template.read_text("utf-8"), flags=re.S)
        assert not re.search(r"[A-Za-z]{2}", text.replace("<!doctype html>", "")), template.name


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202c", "\u2069", "\ufffe", "\ud800"])
def test_characters_that_break_a_page_are_left_out(character):
    assert "a b-c-d" in page(told(kept=written(f"a b-c{character}-d"))).words


def test_what_is_turned_round_ends_with_the_text():
    assert "a\u2067b\u2069" in page(told(kept=written("a\u202eb"))).words


@pytest.mark.parametrize("typed", WRITTEN)
def test_every_script_is_shown_as_it_was_written(typed):
    said = replace(report(told(), WORDS), lead=typed)
    assert typed in "".join(Page(html.render(said)).text)


def test_a_page_runs_in_the_direction_of_its_language():
    english, arabic = (Page(FORMATS["html"].render(told(2), Words.of(tag))).seen[0] for tag in ("en", "ar-XB"))
    assert english == ("html", {"lang": "en-GB", "dir": "ltr"})
    assert arabic == ("html", {"lang": "ar", "dir": "rtl"})


def test_which_case_study_it_was_is_told_by_its_fingerprint():
    pinned = replace(told(), facts=facts(24, scenario_sha256="0a" * 32))
    assert f"A test case, version 1 Fingerprint (SHA-256) {'0a' * 32}" in page(pinned).words
    assert "Fingerprint" not in page(told()).words, "a session of a version before has none"
