"""Texts of a case study are plain: nothing that a browser or a reader could be tricked with."""

import unicodedata

import pytest
from pydantic import ValidationError

from tests.helpers.scripts_of_the_world import WRITTEN
from workshop.casebook.models import ScaleFile
from workshop.casebook.sources import GlossaryFile, ResourceFile


@pytest.mark.parametrize("text", ["<b>", "</p>", "< img src=x>", "<!--", "a <script>", "<\0script>"])
def test_markup_is_refused(text):
    with pytest.raises(ValidationError, match="without HTML tags"):
        ResourceFile(title="A", text=text)


@pytest.mark.parametrize("text", WRITTEN)
def test_every_script_is_read_as_it_was_written(text):
    assert ResourceFile(title=text, text=text).text == unicodedata.normalize("NFC", text)


def test_what_harms_goes_as_from_everything_that_people_write():
    read = ResourceFile(title="The\u202ecorridor\x07", text="one\x00\r\ntwo\u2066")
    assert (read.title, read.text) == ("The\u2067corridor\u2069", "one\ntwo")


def test_limits_mean_what_is_kept():
    assert ResourceFile(title="e\u0301" * 120, text=" " * 400 + "x").title == "é" * 120
    with pytest.raises(ValidationError, match="at most 120"):
        ResourceFile(title="🧑🏽\u200d🚀" * 31, text="")
    with pytest.raises(ValidationError, match="at least 1"):
        ResourceFile(title="\u200b\u2066 \u2069", text="")


@pytest.mark.parametrize("text", ["5 < 6 and 7 > 3", "a & b", "“Quoted” – with a dash", "Zoë’s", "two\nlines"])
def test_plain_text_stays_as_it_is(text):
    assert ResourceFile(title="A", text=text).text == text


def test_the_space_around_a_text_goes():
    assert ResourceFile(title="  A ", text=" B\n").title == "A"


def test_a_scale_names_a_stage_once():
    stages = [{"id": "a", "name": "A", "definition": "D"}] * 2
    with pytest.raises(ValidationError, match="“a” is used twice"):
        ScaleFile(id="s", title="S", ends=["x", "y"], stages=stages)


def test_a_term_is_explained_once_whatever_its_capitals():
    term = {"meaning": "M", "source": "S", "checked": "2026-03"}
    with pytest.raises(ValidationError, match="“dual” is used twice"):
        GlossaryFile(glossary=[{"term": "Dual", **term}, {"term": "dual", **term}])


def test_a_nation_is_named_once_and_is_one():
    with pytest.raises(ValidationError, match="“wales” is named twice"):
        ResourceFile(title="A", text="B", nations=["wales", "wales"])
    with pytest.raises(ValidationError, match="'england', 'wales', 'scotland' or 'northern_ireland'"):
        ResourceFile(title="A", text="B", nations=["Wales"])
