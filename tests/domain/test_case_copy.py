"""A copy of a case study is found by what it says."""

from dataclasses import replace

from tests.helpers.case import CASE
from workshop.domain.case_copy import CaseCopy, copy_of


def test_the_same_case_study_gives_the_same_bytes():
    assert copy_of(CASE) == copy_of(replace(CASE)) and copy_of(CASE).is_whole


def test_whatever_is_changed_gives_other_bytes():
    turned = replace(CASE.information[0], effects=dict(reversed(CASE.information[0].effects.items())))
    others = [
        replace(CASE, title="A test case."),
        replace(CASE, cards=CASE.cards[:3]),
        replace(CASE, reviewed_by="Somebody"),
        replace(CASE, information=(turned, *CASE.information[1:])),
    ]
    assert len({copy_of(case).sha256 for case in (CASE, *others)}) == 5, "the order in which cards come again too"


def test_bytes_that_were_changed_are_known():
    copy = copy_of(CASE)
    assert not CaseCopy(copy.sha256, copy.content + b" ").is_whole
