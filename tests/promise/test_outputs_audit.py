"""An auditor with a solver tries to reckon what the outputs hide; and does, as soon as a protection is taken out."""

import random
from itertools import combinations

import pytest

from tests.helpers import auditor
from tests.helpers.output import record, told
from workshop.domain import disclosure
from workshop.domain.disclosure import BANDS, Count, breakdown
from workshop.outputs.formats.json_data import report

K = 5
SESSIONS = [(seed, delegates) for seed in range(4) for delegates in (5, 7, 11, 16, 24, 40)]


def leaks(seed, delegates):
    """Everything small in a session that its report lets somebody reckon to fewer than k values."""
    rounds, answers = record(seed, delegates, K)
    session = told(seed, delegates, K)
    out = report(session)
    truth = {(a.cause, i.item, i.asked): i.counts for a in answers for i in a.items}
    return [*_of_confidence(out, truth), *_of_cards(out, rounds), *_of_needs(out), *_of_movement(session, rounds)]


def _of_confidence(out, truth):
    for asking in out["confidence"]:
        for item in asking["items"]:
            counts = truth[asking["asking"], item["item"], item["asked"]]
            for name, found in auditor.confidence(item).items():
                first, last = auditor.BANDS[name]
                small = sum(counts[first : last + 1])
                assert found.least <= small <= found.greatest, "the auditor itself is wrong"
                if small < K and found.width < K - 1:
                    yield f"{item['item']} {name}: {small} is in {found}"


def _of_cards(out, rounds):
    for shown in out["rounds"]:
        for card in shown["cards"]:
            if card["placed"] is None:
                found = auditor.placed_of_withheld(card, out["delegates"], K)
                if found.width < K - 1:
                    yield f"{card['card']}: placed is in {found}"


def _of_needs(out):
    for need in out["needs"]:
        found = auditor.others_of_need(need, out["delegates"])
        assert need["n"] >= K
        if found.greatest < K and found.width < K - 1:
            yield f"{need['need']}: others are in {found}"


def _of_movement(session, rounds):
    """Directions of one or two people, given away by what stayed, what moved and the tallies before and after.

    From what passed the door, whatever a format makes of it.
    """
    for card in session.rounds[1].cards:
        told_of, before = card.movement, _tallies(rounds[0], card.card)
        if told_of is None or told_of.moved is None or card.tallies is None or before is None:
            continue
        found = auditor.directions(before, card.tallies, told_of.same, told_of.moved)
        if found is not None and found.width < 2:
            yield f"{card.card}: towards the low end are in {found}"


def _tallies(result, card):
    return next(c.tallies for c in result.cards if c.card == card)


@pytest.mark.parametrize(("seed", "delegates"), SESSIONS)
def test_no_hidden_figure_can_be_reckoned_from_a_report(seed, delegates):
    assert not list(leaks(seed, delegates))


def test_there_was_something_to_find():
    reports = [report(told(seed, delegates, K)) for seed, delegates in SESSIONS]
    items = [i for r in reports for c in r["confidence"] for i in c["items"] if i["bands"]]
    assert sum(None in i["bands"].values() for i in items) > 50
    assert sum(None not in i["bands"].values() for i in items) > 20
    cards = [c for r in reports for shown in r["rounds"] for c in shown["cards"]]
    assert sum(c["placed"] is None for c in cards) > 5
    assert any(n["at_least"] for r in reports for n in r["needs"])
    assert any(c["movement"] for c in cards)


# ------------------------------------------------------- the auditor finds what each protection hides


def only_small(counts, quartiles, k):
    """Primary suppression alone: the small cell goes, its neighbours stay."""
    cells = [sum(counts[first : last + 1]) for first, last in BANDS]
    return tuple(n if n >= k else None for n in cells)


WITHOUT = {
    "complementary bands": ("bands", only_small),
    "room for a withheld card": ("unsure_of_withheld", lambda unsure, people, k: unsure),
    "a lower limit for what nearly all need": ("counted", lambda n, people, k: Count(n) if n >= k else None),
    "no joined movement": ("movement", lambda counted: counted),
}


@pytest.mark.parametrize("protection", WITHOUT)
def test_without_a_protection_the_auditor_finds_what_it_hid(protection, monkeypatch):
    name, naive = WITHOUT[protection]
    monkeypatch.setattr(disclosure, name, naive)
    assert any(leaks(seed, delegates) for seed in range(12) for delegates in (8, 24))


# ------------------------------------------------------- tables by group


def tables():
    chance = random.Random(7)
    for _ in range(60):
        rows, columns = chance.choice([(1, 3), (1, 5), (2, 3), (3, 4), (4, 5)])
        most = chance.choice([6, 15, 40])
        yield [[chance.randint(0, most) for _ in range(columns)] for _ in range(rows)]


def table_leaks(cells, shown):
    columns = [sum(column) for column in zip(*cells, strict=True)] if len(cells) > 1 else None
    found = auditor.table(shown, [sum(row) for row in cells], columns)
    assert all(limits.least <= cells[i][j] <= limits.greatest for (i, j), limits in found.items())
    return [place for place, limits in found.items() if cells[place[0]][place[1]] < K and limits.width < K - 1]


def test_no_hidden_cell_of_a_table_by_group_can_be_reckoned_from_its_totals():
    shown = [(cells, breakdown(cells, K)) for cells in tables()]
    told_of = [(cells, s) for cells, s in shown if s is not None]
    assert len(told_of) > 20
    assert not [cells for cells, s in told_of if table_leaks(cells, s)]
    assert not [cells for cells, s in told_of if any(n is not None and n < K for row in s for n in row)]


def test_a_table_with_only_its_small_cells_hidden_is_given_away_by_its_totals():
    naive = [(cells, [[n if n >= K else None for n in row] for row in cells]) for cells in tables()]
    assert sum(bool(table_leaks(cells, shown)) for cells, shown in naive) > 20


def test_nothing_more_is_hidden_than_must_be():
    """Of one row: whatever is withheld beside the small cells, the auditor would find without it."""
    for cells in ([[2, 8, 12, 30]], [[9, 9, 9]], [[3, 3, 20, 25]], [[0, 4, 6, 30]]):
        shown = breakdown(cells, K)
        assert shown is not None
        more = [j for j, n in enumerate(shown[0]) if n is None and cells[0][j] >= K]
        for beside in (set(c) for size in range(len(more)) for c in combinations(more, size)):
            fewer = [[n if n >= K and j not in beside else None for j, n in enumerate(cells[0])]]
            if sum(n is None for n in fewer[0]) < sum(n is None for n in shown[0]):
                assert table_leaks(cells, fewer)
