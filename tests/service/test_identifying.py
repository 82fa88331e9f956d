"""What looks like a real person, place or case; and what people in a workshop write all day, and does not."""

import json
import re
import time

import pytest

from tests.helpers.tree import ROOT
from workshop.service.identifying import LOOKS, ORDINARY, looks_like

CORPUS = json.loads((ROOT / "tests" / "messages" / "identifying.json").read_text("utf-8"))


@pytest.mark.parametrize("example", CORPUS, ids=lambda e: e["text"][:40] or "nothing")
def test_the_corpus(example):
    assert looks_like(example["text"]) == example["looks"]


def test_every_kind_has_an_example():
    assert {kind for kind, _ in LOOKS} == {e["looks"] for e in CORPUS} - {""}
    assert sum(not e["looks"] for e in CORPUS) >= 15


def test_a_number_with_a_wrong_check_digit_is_nobodys():
    assert looks_like("the record says 943 476 5919") and not looks_like("the record says 943 476 5918")


def test_names_of_the_case_are_not_real_ones():
    assert looks_like("Then Robin Lee said so") == "name"
    assert looks_like("Then Robin Lee said so", known=("Robin", "Lee")) == ""
    assert looks_like("a boy called Ash") == "name"
    assert looks_like("a boy called Ash", known=["Ash"]) == ""


@pytest.mark.parametrize("text", ["a" * 5000, "1 " * 2500, "A b " * 1000, "@" * 3000, "Aa Bb's " * 600, "0" * 5000])
def test_no_text_takes_long(text):
    began = time.process_time()
    looks_like(text)
    assert time.process_time() - began < 1


def test_the_phone_knows_the_same_ordinary_words():
    script = (ROOT / "static/src/shared/ui/identifying.ts").read_text("utf-8")
    listed = re.search(r"ORDINARY = new Set\(\s*`(.*?)`", script, re.DOTALL)
    assert listed and set(listed[1].split()) == ORDINARY
