"""The report as blocks: complete, in order, in words of one catalogue, and the same for the same session."""

import re
from dataclasses import fields, is_dataclass, replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.output import WORDS, facts, told, written
from workshop.outputs.blocks.model import Beside, Heading, Section
from workshop.outputs.blocks.report import report
from workshop.words import Words


def sections(made):
    """Every section, those that stand side by side one after the other."""
    return [s for part in made.parts for s in (part.sections if isinstance(part, Beside) else (part,))]


def texts(found):
    """Every text in a block, wherever it is."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, tuple):
        for one in found:
            yield from texts(one)
    elif is_dataclass(found):
        for field in fields(found):
            yield from texts(getattr(found, field.name))


TOGETHER = ("ledger", "jotter", "explanation", "plan")


def test_it_has_every_part_in_order_and_each_place_once():
    made = report(told(2, kept=written("Ask first")), WORDS)
    ids = [s.id for s in sections(made)]
    assert [i for i in ids if i] == [
        i for i in ("differed", "moved", "confidence", "needs", "r1", "r2", *TOGETHER, "method") if i in ids
    ]
    assert {"differed", "confidence", "needs", "r1", "r2", *TOGETHER, "method"} <= set(ids)
    assert all(s.title for s in sections(made))


def test_what_there_is_nothing_of_is_no_section():
    made = report(replace(told(delegates=3), rounds=(), confidence=(), needs=(), ledger=()), WORDS)
    assert [s.title for s in sections(made)] == ["What happened", "Method and limits", "Support and resources"]
    assert not any(isinstance(part, Beside) for part in made.parts)


def test_its_head_says_what_it_is_and_whether_it_was_reviewed():
    made = report(told(), WORDS)
    assert (made.title, made.session, made.language) == ("Autumn, 24 November 2026", "Autumn", "en-GB")
    assert "not yet been reviewed" in made.notice
    named = report(replace(told(), facts=facts(24, title=CASE.title, reviewed=True)), WORDS)
    assert (named.session, named.notice) == ("", "")


def test_it_is_blocks_all_the_way_down_and_no_markup():
    made = report(told(2, kept=written("Ask first")), WORDS)
    assert not [t for t in texts(made) if re.search(r"</?\w", t)]
    headings = [b for s in sections(made) for b in s.blocks if isinstance(b, Heading)]
    assert len(headings) > 5 and all(isinstance(s, Section) for s in sections(made))


@pytest.mark.parametrize("seed", range(3))
def test_the_same_session_gives_the_same_blocks(seed):
    assert report(told(seed), WORDS) == report(told(seed), WORDS)


def test_in_another_language_no_sentence_of_ours_is_left_in_english():
    """All but what the case study and people wrote, and what the door has said in words already."""
    english = report(told(2, kept=written("Ask first")), WORDS)
    other = report(told(2, kept=written("Ask first")), Words.of("en-XA"))
    theirs = set(texts(told(2, kept=written("Ask first")))) | {t.rstrip(".") for t in texts(told(2))}
    left = [t for t in set(texts(english)) & set(texts(other)) if re.search(r"[a-z]{3} [a-z]{2}", t)]
    assert [t for t in left if t not in theirs and not any(x and x in t for x in theirs if len(x) > 3)] == []
