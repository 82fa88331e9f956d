"""Texts of a case study are plain: nothing that a browser or a reader could be tricked with."""

import pytest
from pydantic import ValidationError

from workshop.casebook.models import ResourceFile, ScaleFile


@pytest.mark.parametrize(
    "text", ["<b>", "</p>", "< img src=x>", "<!--", "a <script>", "zero\u200bwidth", "\u2066", "\x1b[0m"]
)
def test_markup_and_unseen_characters_are_refused(text):
    with pytest.raises(ValidationError):
        ResourceFile(title="A", text=text)


@pytest.mark.parametrize("text", ["5 < 6 and 7 > 3", "a & b", "“Quoted” – with a dash", "Zoë’s", "two\nlines"])
def test_plain_text_stays_as_it_is(text):
    assert ResourceFile(title="A", text=text).text == text


def test_the_space_around_a_text_goes():
    assert ResourceFile(title="  A ", text=" B\n").title == "A"


def test_a_scale_names_a_stage_once():
    stages = [{"id": "a", "name": "A", "definition": "D"}] * 2
    with pytest.raises(ValidationError, match="“a” is used twice"):
        ScaleFile(id="s", title="S", ends=["x", "y"], stages=stages)
