"""The only door: what was shown and kept goes through, the rest does not, and order tells nothing."""

import random
from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.output import WORDS, checkpoint, facts, record, told, written
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.formulation import Aloud
from workshop.domain.results import AnswersResult, Camp, CardResult, Certainty, ItemResult, Movement, RoundResult, Told
from workshop.outputs.anonymise import _sentence, anonymise

SPLIT = CardResult(
    card="c1", withheld=False, placed=20, need_to_know=6, tallies=(8, 2, 0, 10, 0), median="inappropriate",
    agreement=-0.2, label="split", missing=(("consent", 5), ("age", 3)), certainty=Certainty(4, 5),
    low=Camp(0, 1, 10, ("consent", "motive")), high=Camp(3, 3, 10, ("consent",)), shared_reason="consent",
)  # fmt: skip
AGAIN = CardResult(
    card="c1", withheld=False, placed=20, need_to_know=6, tallies=(4, 2, 0, 14, 0), median="abusive",
    agreement=0.1, label="spread", again=True, answered=26,
    movement=Movement(same=18, typical=0, harmful=8), whys=(("heard", 6), ("reread", None)),
)  # fmt: skip


def through(*rounds, delegates=24, kept=None):
    return anonymise(facts(delegates), CASE, rounds, kept or checkpoint(), WORDS)


def shown(*cards, id="r1", cause="first", revealed=True, information=None):
    return RoundResult(id, "s1", cause, information, "hackett5", revealed, cards)


def card(*rounds, **others):
    return through(*rounds, **others).rounds[-1].cards[0]


def test_only_rounds_that_the_room_was_shown_and_not_the_warm_up():
    out = through(shown(SPLIT), shown(SPLIT, id="r2", revealed=False), shown(SPLIT, id="w1", cause="warm_up"))
    assert [r.round for r in out.rounds] == ["r1"]


def test_new_information_comes_with_its_words():
    assert through(shown(SPLIT, information="i1", cause="information")).rounds[0].information_text.startswith("Bo has")


def test_what_the_room_was_told_is_told_and_nothing_is_decided_again():
    both = card(shown(SPLIT))
    assert (both.low.reasons, both.high.reasons, both.shared_reason) == (("Consent", "Motive"), ("Consent",), "Consent")
    assert (both.missing, both.certainty) == (("Consent", "Age and stage"), Certainty(4, 5))


WOULD = CardResult(
    card="c1", withheld=False, placed=24, need_to_know=2, tallies=(12, 0, 0, 12), median="universal", agreement=-1.0,
    label="split",
)  # fmt: skip
WOULD_AGAIN = replace(
    WOULD, tallies=(7, 5, 0, 12), again=True, answered=20, movement=Movement(same=15, typical=0, harmful=5)
)
STANDS = CardResult("c1", withheld=True, again=True, why="stands")


def responding(stage, response, id="r1"):
    cause = "first" if id == "r1" else "discussion"
    return replace(shown(stage, id=id, cause=cause), second="response4", responses=(response,))


def test_what_people_would_do_stands_beside_what_was_told_before_whatever_the_card_did():
    first, again = responding(SPLIT, WOULD), responding(STANDS, WOULD_AGAIN, "r2")
    found = card(first, again)
    assert (found.why, found.earlier) == ("stands", None)
    assert (found.response.movement, found.response.answered) == (WOULD_AGAIN.movement, 20)
    assert (found.response.earlier.round, found.response.earlier.tallies) == ("r1", WOULD.tallies)
    assert card(first).response.earlier is None
    newest = card(first, responding(AGAIN, STANDS, "r2"), responding(AGAIN, WOULD_AGAIN, "r3")).response
    assert newest.earlier.round == "r1", "since the picture that was told last"


def test_of_what_people_would_do_a_picture_that_was_never_told_cannot_stand():
    few = CardResult("c1", withheld=True, why="few")
    assert card(responding(SPLIT, few), responding(AGAIN, STANDS, "r2")).response.why == "few"
    stands = card(responding(SPLIT, WOULD), responding(AGAIN, STANDS, "r2")).response
    assert (stands.why, stands.tallies, stands.movement, stands.earlier) == ("stands", None, None, None)


def test_a_re_placing_stands_beside_what_was_told_before():
    again = card(shown(SPLIT), shown(AGAIN, id="r2", cause="discussion"))
    assert (again.movement, again.answered) == (AGAIN.movement, 26)
    assert again.whys == ("Something I heard", "I read the card again")
    assert (again.earlier.round, again.earlier.tallies) == ("r1", SPLIT.tallies)


@pytest.mark.parametrize("why", ["stands", "aside"])
def test_a_picture_that_was_not_told_has_its_reason_and_no_figure(why):
    hidden = CardResult("c1", withheld=True, again=True, why=why, answered=24)
    found = card(shown(SPLIT), shown(hidden, id="r2", cause="discussion"))
    assert (found.why, found.answered, found.tallies, found.placed, found.earlier) == (why, 24, None, None, None)
    assert card(shown(hidden)).why == "few", "where none was told, none can stand"


def test_what_is_compared_with_is_what_was_told_last():
    hidden = CardResult("c1", withheld=True, again=True, why="stands")
    third = shown(replace(AGAIN), id="r3", cause="discussion")
    assert card(shown(SPLIT), shown(hidden, id="r2", cause="discussion"), third).earlier.round == "r1"


def test_a_re_placing_that_a_version_before_counted_is_not_told():
    """It was a placing of its own: one person more or less between two of them can be read off."""
    older = replace(shown(SPLIT, id="r2", cause="discussion"), schema=1)
    found = through(replace(shown(SPLIT), schema=1), older)
    assert [(r.cards[0].why, r.cards[0].tallies) for r in found.rounds] == [
        (None, SPLIT.tallies),
        ("earlier_version", None),
    ]


def test_answers_that_a_version_before_kept_one_by_one_are_told_as_they_may_be_now():
    item = ItemResult("ask", "now", 6, 4, (3, 6), counts=(0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0))
    found = through(AnswersResult("q1", "s1", "confidence", "before", 6, (item,))).confidence[0].items[0]
    assert (found.n, found.median, found.quartiles, found.bands) == (6, 4, None, None)


def test_support_is_told_and_ordered_by_from_three_as_the_room_saw_it():
    notes = {
        "n1": {"section": "known", "text": "B", "version": 1},
        "n2": {"section": "known", "text": "A", "version": 1},
    }
    few = through(kept=checkpoint(notes, support={"n1": 2, "n2": 1})).formulation.notes
    assert [(n.text, n.support) for n in few] == [("A", None), ("B", None)]
    many = through(kept=checkpoint(notes, support={"n1": 3, "n2": 1})).formulation.notes
    assert [(n.text, n.support) for n in many] == [("B", 3), ("A", None)]


def test_needs_as_three_named_them_with_a_number_where_that_tells_of_nobody():
    reflection = AnswersResult(
        "q1", "s1", "reflection", "closing", 24, tags=(("law", 23), ("families", 9), ("myself", None))
    )
    assert [(n.need, n.n) for n in through(reflection).needs] == [
        ("The law and guidance", None),
        ("Working with families", 9),
        ("Looking after myself", None),
    ]
    assert through(replace(reflection, answered=None)).needs == ()


def test_what_an_activity_wants_told_besides_is_told_of_k_and_with_numbers_that_tell_of_no_few():
    rows = (("names.reason.power", 20), ("names.reason.law", 4), ("names.reason.motive", None))
    safety, family = "names.target.safety", "names.target.family"
    asked = [Told(safety, rows, 24), Told(family, (("names.reason.law", 4),), 4), Told(family, (), None)]
    (out,) = anonymise(facts(24), CASE, [], checkpoint(), WORDS, asked).asked
    assert (out.title, out.answered) == ("Immediate safety", 24)
    assert out.rows == (("Power or age gap", None), ("The law", None), ("Motive", None)), "20 of 24 leave four"
    (whole,) = anonymise(
        facts(24), CASE, [], checkpoint(), WORDS, [Told(safety, (("names.reason.law", 14),), 24)]
    ).asked
    assert whole.rows == (("The law", 14),)
    two = (("names.reason.law", 14), ("names.reason.power", 8), ("names.reason.motive", 2))
    (one_each,) = anonymise(facts(24), CASE, [], checkpoint(), WORDS, [Told(safety, two, 24)]).asked
    assert one_each.rows == (("The law", 14), ("Power or age gap", None)), "else the two who named another are told of"


@pytest.mark.parametrize(
    ("because", "eased", "expected"),
    [
        (("a new school",), (), "Messages at night, because a new school."),
        (("nobody says no", "a new school"), (), "Messages at night, because nobody says no; and a new school."),
        (("one", "two", "three"), (), "Messages at night, because one; two; and three."),
        (("a new school",), ("MSN is blocked",), "Messages at night, because a new school; eased by MSN is blocked."),
    ],
)
def test_the_picture_of_the_notes_is_a_sentence(because, eased, expected):
    """As the phone reads it (tests/js/aloud.test.js)."""
    assert _sentence(Aloud("Messages at night", because, eased), WORDS) == expected
    assert _sentence(None, WORDS) == ""


def test_themes_are_counted_of_questions_that_leave():
    asked = {
        "a": {"text": "Who tells them?", "state": "shown", "kept": True, "theme": "families"},
        "b": {"text": "And when?", "state": "parked", "kept": True, "theme": "families"},
        "c": {"text": "Which law?", "state": "parked", "kept": False, "theme": "law"},
        "d": {"text": "Of an earlier version", "state": "parked", "kept": True},
    }
    out = through(kept=checkpoint(questions=asked))
    assert out.question_themes == (("families", 2),)
    assert len(out.kept_questions) == 3


def test_only_what_the_facilitator_kept():
    out = through(kept=written("Ask first"))
    assert out.kept_questions == ("Ask first",)
    assert out.kept_texts == (("will_do", "Ask first"), ("still_need", "Ask first"))


@pytest.mark.parametrize("seed", range(5))
def test_no_order_of_writing_shows(seed):
    kept = written("Ask first")
    mixed = {name: shuffled(seed, slices) for name, slices in kept.collections.items()}
    rounds, answers = record(3, 24)
    closed = [*rounds, *answers]
    again = Checkpoint(kept.head, mixed, shuffled(seed, kept.support))
    assert anonymise(facts(24), CASE, closed, again, WORDS) == anonymise(facts(24), CASE, closed, kept, WORDS)


def shuffled(seed, slices):
    items = list(slices.items())
    random.Random(seed).shuffle(items)
    return dict(items)


def test_no_random_id_leaves():
    assert not {"n1", "n2", "l1", "a1", "q1", "t0"} & set(str(told(kept=written("words"))).split("'"))
