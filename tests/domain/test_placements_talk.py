"""What a first placing leaves for the talk: reasons by side, what is wanted, and the order of the cards."""

from workshop.domain.disclosure import beside
from workshop.domain.placements import Placement, queue, tally_first, wanted
from workshop.domain.results import CardResult, Reasons

STAGES = ("expected", "inappropriate", "problematic", "abusive", "violent")


def tally(placements):
    return tally_first("r1", "c1", STAGES, placements, 24, 5)[0]


def some(n, stage, *reasons):
    return [Placement(stage, reasons=reasons)] * n


def test_reasons_are_told_below_the_median_on_it_and_above_it():
    room = [*some(3, "expected", "consent"), *some(7, "problematic", "frequency"), *some(3, "abusive", "power", "law")]
    found = tally([*room, *some(2, "inappropriate")])
    assert found.label == "spread"
    assert found.reasons == Reasons(below=("consent",), between=("frequency",), above=("power", "law"))


def test_what_two_phones_of_a_side_named_is_not_told_and_a_third_reason_is_not_either():
    room = [*some(2, "expected", "consent"), *some(7, "problematic"), *some(3, "abusive", "power", "law", "age")]
    assert tally(room).reasons.below == () and len(tally(room).reasons.above) == 2


def test_where_no_side_named_anything_the_whole_room_is_asked():
    room = [*some(2, "expected", "consent"), *some(8, "problematic", "consent"), *some(2, "abusive", "consent")]
    assert tally(room).reasons == Reasons(all=("consent",))


def test_a_split_has_the_reasons_of_its_ends_instead():
    found = tally([*some(6, "expected", "consent"), *some(6, "violent", "power")])
    assert (found.low.reasons, found.high.reasons, found.reasons) == (("consent",), ("power",), Reasons())


def test_nothing_is_told_of_where_people_placed_a_card_of_the_kind_that_most_need_to_know_more_about():
    found = tally([*some(3, "expected", "consent"), *some(3, "violent", "power"), *[Placement(None)] * 8])
    assert (found.label, found.low, found.high) == ("unsure", None, None)


def asks(*topics):
    return [Placement(None, missing=topics)]


def test_a_phone_counts_once_for_a_topic_over_all_its_cards():
    sheets = [asks("age") + asks("age", "power")] * 5 + [asks("consent")] * 10
    assert wanted(sheets, [], 5) == (("consent", 10), ("age", 5), ("power", 5))


def test_who_passed_a_card_over_or_placed_it_asks_for_nothing():
    sheets = [[Placement("expected")], [Placement(None, missing=("age",), skipped=True)]] * 9
    assert wanted(sheets, [], 5) == ()


def test_no_number_is_told_that_leaves_a_few_beside_the_number_of_one_card():
    card = CardResult("c1", withheld=False, missing=(("age", 6),))
    assert wanted([asks("age")] * 8 + [asks("power")] * 5, [card], 5)[0] == ("age", None)
    assert wanted([asks("age")] * 6 + [asks("power")] * 5, [card], 5)[0] == ("age", 6)
    assert [beside(n, (6, None), 5) for n in (6, 7, 10, 11, None)] == [6, None, None, 11, None]


def test_cards_are_talked_of_by_kind_then_by_agreement_then_by_who_needs_to_know_more():
    def card(id, label, agreement=0.5, unsure=0, withheld=False):
        return CardResult(id, withheld=withheld, label=label, agreement=agreement, need_to_know=unsure)

    cards = [
        card("a", "settled", 0.1), card("b", "neighbouring"), card("c", "spread", 0.4), card("d", "spread", 0.3),
        card("e", "split"), card("f", "split", unsure=4), card("g", "unsure"), card("h", None, withheld=True),
        card("i", "unsure", None, withheld=True),
    ]  # fmt: skip
    assert queue(cards) == ["g", "i", "f", "e", "d", "c", "b", "a"]
