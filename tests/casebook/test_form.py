"""A document held against its model."""

import pytest

from tests.helpers.cases import raw
from workshop.casebook.faults import ScenarioError
from workshop.casebook.form import validated
from workshop.casebook.reading import read
from workshop.casebook.sources import ResourcesFile


def test_what_fits_comes_back_as_its_model(tmp_path):
    found = validated(ResourcesFile, read(raw(tmp_path, "resources:\n- {title: ' A ', text: B}\n")))
    assert (found.resources[0].title, found.resources[0].url) == ("A", "")


def test_all_that_does_not_fit_is_said_in_the_order_of_lines(tmp_path):
    document = read(raw(tmp_path, "resources:\n- text: B\n  url: ftp://x\n- {title: A, text: 7}\nmore: 1\n"))
    with pytest.raises(ScenarioError) as refused:
        validated(ResourcesFile, document)
    assert [(f.line, f.field, f.message) for f in refused.value.faults] == [
        (2, "resources[1].title", "This field is missing."),
        (3, "resources[1].url", "Write an address that begins with https://."),
        (4, "resources[2].text", "Write text here, in quotes when it could be taken for a number or for yes or no."),
        (5, "more", "There is no such field here."),
    ]


def test_a_field_that_stands_twice_never_wins_quietly(tmp_path):
    with pytest.raises(ScenarioError, match="stands here twice"):
        validated(
            ResourcesFile, read(raw(tmp_path, "resources: [{title: A, text: B}]\nresources: [{title: C, text: D}]"))
        )
