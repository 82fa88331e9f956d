"""The parts of a report in the order in which they are read."""

from tests.helpers.output import WORDS, told
from workshop.outputs.blocks.model import Beside
from workshop.outputs.blocks.report import report


def test_sections_that_stand_side_by_side_are_read_one_after_the_other():
    made = report(told(), WORDS)
    beside = next(part for part in made.parts if isinstance(part, Beside))
    at = made.sections.index(beside.sections[0])
    assert made.sections[at : at + 2] == beside.sections and len(made.sections) == len(made.parts) + 1
