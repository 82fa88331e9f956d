"""Words that could be others: the same examples as the browser's rule, and no text that takes long."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.tree import ROOT
from workshop.domain.language import LOOKED_AT, first
from workshop.web.gentler import prompts
from workshop.words import Words

PROMPTS = prompts(Words.of("en"))
CORPUS = json.loads((ROOT / "tests/messages/gentler.json").read_text("utf-8"))
FORMS = [form for prompt in PROMPTS for form in prompt.forms]


@pytest.mark.parametrize("example", CORPUS, ids=lambda one: one["text"][:40])
def test_examples(example):
    found = first(PROMPTS, example["text"])
    assert (found.prompt.id if found else "") == example["found"]
    if found:
        assert found.words == example["words"] == example["text"][found.start : found.end]
        assert bool(found.offer) == bool(example["put"])
        after = first(PROMPTS, example["text"], [found.prompt.id])
        assert (after.prompt.id if after else "") == example.get("next", "")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_found_in_a_sentence_in_any_case_and_not_inside_a_word_or_between_quotation_marks(form):
    for written in (form, form.upper(), form.capitalize(), form.replace(" ", "  "), form.replace("’", "'")):
        found = first(PROMPTS, f"So, {written}.")
        assert found and found.words == written
    assert first(PROMPTS, f"“{form}”") is None
    assert first(PROMPTS, f"x{form.replace(' ', 'x')}x") is None


def test_no_form_is_of_two_prompts_and_no_offer_is_found_itself():
    assert len({*FORMS}) == len(FORMS)
    assert [p.offer for p in PROMPTS if first(PROMPTS, p.offer)] == []
    assert all(p.why.endswith((".", "?")) and p.source for p in PROMPTS)


@given(st.text())
def test_any_text_is_looked_at(text):
    found = first(PROMPTS, text)
    assert found is None or text[found.start : found.end] == found.words


@pytest.mark.parametrize("piece", ["a", "put ", "‘", '"', "’a", "attention-", "\N{RIGHT-TO-LEFT OVERRIDE}abuser", "\0"])
def test_no_text_takes_long(piece):
    began = time.process_time()
    first(PROMPTS, piece * (10 * LOOKED_AT))
    assert time.process_time() - began < 1
