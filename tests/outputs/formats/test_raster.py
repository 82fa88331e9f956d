"""Pictures as PNG."""

from tests.helpers.output import WORDS, told
from workshop.outputs.blocks.model import Card
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import strips
from workshop.outputs.formats.raster import PPI, pngs

CARDS = [b for s in report(told(2), WORDS).sections for b in s.blocks if isinstance(b, Card) and b.strip]


def test_each_is_a_picture_of_its_own_the_same_every_time():
    drawings = [strips.drawn(CARDS[0].strip), strips.drawn_small(CARDS[1].strip)]
    once = pngs(drawings)
    assert len(once) == 2 and once[0] != once[1] and once == pngs(drawings)
    assert all(png.startswith(b"\x89PNG") and abs(width(png) - 170 / 25.4 * PPI) < 3 for png in once)


def width(png):
    return int.from_bytes(png[16:20], "big")


def test_of_none_there_are_none_and_of_one_there_is_one():
    assert pngs([]) == [] and len(pngs([strips.drawn(CARDS[0].strip)])) == 1
