"""The checker of the soak of writers: it finds a lost word, one that was refused and is there, and one of nobody."""

import pytest

from tests.helpers.writers import Journal


@pytest.fixture
def journal():
    made = Journal()
    made.tell(made.unknown, ["w1n1", "w1n2", "w1n3", "w2n1"])
    made.tell(made.taken, ["w1n1", "w1n2"])
    made.tell(made.refused, ["w1n3"])
    return made


@pytest.mark.parametrize("texts", [["w1n1 w1n2"], ["w1n2", "w1n1 w2n1"]])
def test_what_was_taken_is_there_and_what_nobody_answered_may_be(journal, texts):
    assert journal.faults(texts) == []


@pytest.mark.parametrize(
    "texts, found",
    [
        (["w1n1"], "lost"),
        (["w1n1 w1n2 w1n3"], "refused"),
        (["w1n1 w1n2", "w9n9"], "nobody wrote"),
        ([], "2 words lost"),
    ],
)
def test_what_does_not_fit_is_found(journal, texts, found):
    (fault,) = journal.faults(texts)
    assert found in fault
