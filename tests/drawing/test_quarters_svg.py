"""Sessions by quarter: heights are people, too few have a height of their own, and every word is escaped."""

import re

from workshop.drawing.quarters_svg import BASE, TOP, BlockDrawn, Column, quarters_svg

HIGH = re.compile(r'<rect class="(\w+)" x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"')


def test_blocks_stand_on_each_other_as_high_as_they_had_people():
    drawn = quarters_svg([Column((BlockDrawn(30, 1, "30"), BlockDrawn(10, 2, "10")), ("Jan–Mar", "2 sessions"))], "All")
    (one, y1, high1), (two, y2, high2) = HIGH.findall(drawn)
    assert (one, two) == ("shade1", "shade2") and float(y2) < float(y1) < BASE
    assert abs((float(high1) + 2) / (float(high2) + 2) - 3) < 0.1
    assert ">30<" in drawn and "Jan–Mar" in drawn and 'aria-label="All"' in drawn


def test_too_few_has_one_height_whatever_it_was_and_all_of_it_fits():
    many = Column(tuple(BlockDrawn(29, 1, "29") for _ in range(40)), ("", ""))
    drawn = quarters_svg([many, Column((BlockDrawn(None, 1, "too few"),), ("", ""))], "")
    assert min(float(y) for _, y, _ in HIGH.findall(drawn)) >= TOP - 1
    assert '<rect class="few"' in drawn and quarters_svg([], "nothing").startswith("<svg")


def test_a_few_small_rooms_do_not_lie_at_the_bottom_of_an_empty_picture():
    drawn = quarters_svg([Column((BlockDrawn(6, 1, "6"), BlockDrawn(6, 1, "6")), ("", ""))], "")
    (_, _, one), (_, highest, two) = HIGH.findall(drawn)
    top = float(re.search(r'viewBox="0 ([\d.]+) ', drawn).group(1))
    assert min(float(one), float(two)) >= 16 and drawn.count(">6<") == 2
    assert float(highest) - top < 40 and BASE - top >= 60


def test_words_are_words():
    drawn = quarters_svg([Column((BlockDrawn(30, 1, "<b>"),), ("<img>", '"'))], '"><script>')
    assert "<b>" not in drawn and "<img>" not in drawn and "<script>" not in drawn
