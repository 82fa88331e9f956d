"""Stage names, topics and brackets."""

from tests.helpers.strip import NAMES
from workshop.drawing.strip import Camp, layout

LOW, HIGH = Camp(0, 1, 10, ("Consent", "Motive")), Camp(3, 4, 8, ("Consent",))


def test_the_median_is_never_marked_on_a_split() -> None:
    shown = layout([5, 5, 0, 0, 0], 0, width=900, names=NAMES, lane_name="More", label="neighbouring", median=0)
    split = layout([5, 0, 0, 0, 5], 0, width=900, names=NAMES, lane_name="More", label="split", median=0)
    assert shown and shown.median and split and split.median is None


def test_a_bracket_reaches_from_the_first_to_the_last_occupied_stage() -> None:
    strip = layout([1, 9, 3, 8, 0], 0, width=1000, names=NAMES, lane_name="More", label="split", camps=(LOW, HIGH))
    assert strip
    low, high = strip.brackets
    band = 0.835 * 1000 / 5
    assert (low.x, low.x + low.w) == (0.06 * band, 2 * band - 0.06 * band)
    assert (round(high.x, 6), round(high.x + high.w, 6)) == (round(3.06 * band, 6), round(3.94 * band, 6))


def test_brackets_stand_only_under_a_split() -> None:
    strip = layout([1, 9, 3, 8, 0], 0, width=1000, names=NAMES, lane_name="More", label="spread", camps=(LOW, HIGH))
    assert strip and strip.brackets == ()


def test_the_lane_names_two_topics_or_one_where_two_do_not_fit() -> None:
    def topics(*words: str) -> tuple[str, ...]:
        strip = layout([1, 9, 3, 8, 0], 3, width=1000, names=NAMES, lane_name="More", topics=words)
        assert strip
        return strip.topics.lines if strip.topics else ()

    assert topics() == ()
    assert topics("Age", "consent", "power") == ("Age, consent",)
    assert " ".join(topics("Effect on others", "power or age gap")) == "Effect on others"
