"""An auditor with a solver tries to reckon what the outputs hide; and does, as soon as a protection is taken out."""

from unittest.mock import patch

import pytest

from tests.helpers import auditor
from tests.helpers.output import record, told
from workshop.domain import confidence, disclosure, disclosure_tables
from workshop.domain.disclosure import few
from workshop.domain.disclosure_tables import BANDS
from workshop.domain.results import Certainty, Movement
from workshop.outputs.formats.json_data import report

K = 5
SESSIONS = [(seed, delegates) for seed in range(4) for delegates in (5, 7, 11, 16, 24, 40)]


def leaks(seed, delegates):
    """Everything small in a session that its report, or a room's screen, lets somebody reckon."""
    truth = []
    real = disclosure_tables.ratings
    with patch.object(confidence, "ratings", lambda counts, k: truth.append(list(counts)) or real(counts, k)):
        rounds, _ = record(seed, delegates, K)
    out = report(told(seed, delegates, K))
    shown = {(r.round, c.card): c for r in rounds for c in r.cards}
    return [
        *_of_confidence(out, iter(truth)),
        *_of_first(out, seed),
        *_of_needs(out),
        *_of_again(out),
        *_of_whys(shown),
    ]


def _of_confidence(out, truth):
    for asking in out["confidence"]:
        for item in asking["items"]:
            counts = next(truth)
            for name, found in auditor.confidence(item).items():
                first, last = auditor.BANDS[name]
                small = sum(counts[first : last + 1])
                assert found.least <= small <= found.greatest, "the auditor itself is wrong"
                if small < K and found.width < K - 1:
                    yield f"{item['item']} {name}: {small} is in {found}"


def answers(seed, delegates):
    """Card → (placed, need to know more) of a first placing, as they really were."""
    seen = []
    real = disclosure.first_picture

    def spy(placed, unsure, people, k):
        seen.append((placed, unsure))
        return real(placed, unsure, people, k)

    with patch.object(disclosure, "first_picture", spy):
        rounds, _ = record(seed, delegates, K)
    return dict(zip([c.card for c in rounds[0].cards], seen, strict=False))


def _of_first(out, seed):
    """How many are left beside those who need to know more, of a picture that is withheld; who is not certain."""
    people = out["delegates"]
    really = answers(seed, people)
    for card in out["rounds"][0]["cards"]:
        placed, unsure = really[card["card"]]
        if card["placed"] is None:
            found, (_, rest) = auditor.placed_of_withheld(card, people, K), auditor.unsure_of_withheld(card, people, K)
            assert found.least <= placed <= found.greatest and rest.least <= people - unsure <= rest.greatest
            if few(people - unsure, K) and rest.width < K - 1:
                yield f"{card['card']}: beside those who need to know more there are {rest}"
        elif card["certainty"] and (uncertain := card["certainty"]["not_certain"]) is not None:
            others = auditor.others_of(uncertain, card["placed"])
            if few(uncertain, K) or few(others.greatest, K):
                yield f"{card['card']}: {uncertain} are not certain, the others are in {others}"


def _of_needs(out):
    for need in out["needs"]:
        found = auditor.others_of(need["n"], out["delegates"])
        if found is not None and (need["n"] < K or (found.width < K - 1 and few(found.greatest, K))):
            yield f"{need['need']}: others are in {found}"


def _of_again(out):
    """Of a re-placing: one or two who went a direction, told or given away by the two pictures and who answered."""
    before = {c["card"]: piles(c) for c in out["rounds"][0]["cards"]}
    for card in out["rounds"][1]["cards"]:
        now, was = piles(card), before[card["card"]]
        if now is None or was is None:
            continue
        assert sum(now) == sum(was), "whoever placed the card first is in every later picture"
        for way, found in auditor.directions(was, now, card["answered"], card["movement"]).items():
            assert found is not None, "the pictures and the movement do not go together"
            if found.least == found.greatest and 0 < found.least < disclosure.NAMED:
                yield f"{card['card']}: {way} is {found}"


def piles(card):
    return None if card["tallies"] is None else [*card["tallies"].values(), card["need_to_know"]]


def _of_whys(shown):
    """What the screen says beside a re-placing: why, and how many of those who answered said so."""
    for (_, name), card in shown.items():
        for why, n in card.whys:
            found = auditor.others_of(n, card.answered or 0)
            if found is not None and (n < K or few(found.greatest, K)):
                yield f"{name}: {n} for {why}, the others are in {found}"


@pytest.mark.parametrize(("seed", "delegates"), SESSIONS)
def test_no_hidden_figure_can_be_reckoned_from_a_report(seed, delegates):
    assert not list(leaks(seed, delegates))


def test_there_was_something_to_find():
    reports = [report(told(seed, delegates, K)) for seed, delegates in SESSIONS]
    items = [i for r in reports for c in r["confidence"] for i in c["items"] if i["bands"]]
    assert sum(None in i["bands"].values() for i in items) > 50
    assert sum(None not in i["bands"].values() for i in items) > 20
    cards = [c for r in reports for shown in r["rounds"] for c in shown["cards"]]
    assert {c["why"] for c in cards} >= {None, "few", "stands"}
    assert any(n["n"] is None for r in reports for n in r["needs"])
    assert any(c["movement"] for c in cards) and any(c["answered"] for c in cards)
    assert any(c["certainty"] and c["certainty"]["not_certain"] is not None for c in cards)


# ------------------------------------------------------- the auditor finds what each protection hides


def only_small(counts, quartiles, k):
    """Primary suppression alone: the small cell goes, its neighbours stay."""
    cells = [sum(counts[first : last + 1]) for first, last in BANDS]
    return tuple(n if n >= k else None for n in cells)


def all_unsure(placed, unsure, people, k):
    """Most need to know more is said whenever k do, whoever the others are."""
    return None if placed >= k else "unsure" if unsure >= k else "few"


WITHOUT = {
    "complementary bands": (disclosure_tables, "bands", only_small),
    "a rest beside those who need to know more": (disclosure, "first_picture", all_unsure),
    "no number that leaves a few": (disclosure, "numbered", lambda n, of, k: n if n >= k else None),
    "no direction of one or two": (
        disclosure,
        "movement",
        lambda counted, k: Movement(**{d: counted.get(d, 0) for d in disclosure.DIRECTIONS}),
    ),
    "certainty only in wholes": (
        disclosure,
        "certainty",
        lambda given, k: Certainty(3, sum(c <= 2 for c in given)) if len(given) >= k else None,
    ),
}


@pytest.mark.parametrize("protection", WITHOUT)
def test_without_a_protection_the_auditor_finds_what_it_hid(protection, monkeypatch):
    module, name, naive = WITHOUT[protection]
    monkeypatch.setattr(module, name, naive)
    assert any(leaks(seed, delegates) for seed in range(12) for delegates in (8, 24))
