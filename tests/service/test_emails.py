"""One address is one, wherever and however it is typed; two are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.service.emails import address_key, tidy_address

SPELLINGS = {
    "zoë@example.org": ["Zoë@example.org", "ZOË@EXAMPLE.ORG", "zoe\u0308@example.org", " zoë@example.org\n"],
    "ada@bücher.example": ["ada@xn--bcher-kva.example", "Ada@BÜCHER.example", "ada@bu\u0308cher.example"],
    "νίκος@example.org": ["ΝΊΚΟΣ@example.org", "Νίκος@Example.org"],
    "उदा@उदाहरण.भारत": ["उदा@xn--p1b6ci4b4b3a.xn--h2brj9c"],
    "用户@例子.example": ["用户＠例子。example"],
    "иван@пример.рф": ["ИВАН@ПРИМЕР.РФ"],
    "ada@example.org": ["\u202aada@example.org\u202c", "\ufeffada@example.org\u200b"],
}


@pytest.mark.parametrize(("address", "spelt"), [(a, s) for a, many in SPELLINGS.items() for s in many])
def test_every_spelling_is_the_same_address(address, spelt):
    assert address_key(spelt) == address_key(address) == address_key(tidy_address(spelt))


@pytest.mark.parametrize(
    ("one", "other"),
    [("zoë@a.example", "zoe@a.example"), ("straße@a.example", "strasse@a.example"), ("a@a.example", "a@b.example")],
)
def test_two_addresses_are_two(one, other):
    assert address_key(one) != address_key(other)


def test_it_is_kept_in_one_form():
    assert tidy_address("  Ada@EXAMPLE.org ") == "Ada@example.org"
    assert tidy_address("zoe\u0308@xn--bcher-kva.example") == "zoë@bücher.example"


@pytest.mark.parametrize(
    "none", ["ada", "ada@", "@example.org", "a b@example.org", "a@@b.example", "", "\u200b", "x" * 9999]
)
def test_what_is_no_address_is_refused_in_a_sentence_and_has_a_key_all_the_same(none):
    with pytest.raises(ValueError, match=r"\."):
        tidy_address(none)
    assert isinstance(address_key(none), str)


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
def test_whatever_is_typed_has_one_key(typed):
    key = address_key(typed)
    assert address_key(key) == key
