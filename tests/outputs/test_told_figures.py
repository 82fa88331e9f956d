"""What an overview needs of a report: what it tells, and no text that a room wrote."""

import json

import pytest

from tests.helpers.output import rendered, told
from workshop.outputs.told_figures import read, told_figures, written

SESSION = told(1, 24)
CONTENT = rendered("json", SESSION)


def test_it_is_what_the_report_tells():
    found = told_figures(CONTENT)
    assert (found.people, found.k, found.version, found.quarter) == (24, 5, 1, "2026-Q4")
    shown = [c for c in SESSION.rounds[0].cards if c.tallies]
    assert [(c.text, c.tallies, c.unsure, c.kind) for c in found.cards] == [
        (c.text, c.tallies, c.need_to_know or 0, c.label) for c in shown
    ]
    rows = [c for row in SESSION.ledger for c in row.cards]
    assert len(found.moves) == len(rows)
    for move, row in zip(found.moves, rows, strict=True):
        moved = row.movement
        assert move.moved == ((moved.typical, moved.same, moved.harmful) if moved else None)
    assert {n for n, _ in found.needs} == {n.need for n in SESSION.needs if n.n is not None}
    assert read(written(found)) == found


def test_no_text_of_a_room_is_in_it():
    report = json.loads(CONTENT)
    report |= {"kept_questions": ["canary"], "summary": "canary", "kept_texts": [{"field": "x", "text": "canary"}]}
    assert "canary" not in written(told_figures(json.dumps(report).encode()))


def test_themes_of_kept_questions_are_in_it_and_not_their_words():
    report = json.loads(CONTENT) | {"question_themes": [{"theme": "law", "n": 2}], "kept_questions": ["canary"]}
    found = told_figures(json.dumps(report).encode())
    assert found.themes == (("law", 2),) and "canary" not in written(found)
    kept = json.loads(written(found))
    kept.pop("themes")
    assert read(json.dumps(kept)).themes == ()


def test_of_a_room_of_few_there_are_no_figures():
    found = told_figures(rendered("json", told(1, 4)))
    assert (found.people, found.cards, found.moves, found.confidence, found.needs) == (None, (), (), (), ())


def test_a_report_of_before_has_what_it_has_and_what_is_none_is_refused():
    report = json.loads(CONTENT)
    for name in ("ledger", "needs", "rehearsal", "scenario_title", "threshold"):
        report.pop(name)
    found = told_figures(json.dumps(report).encode())
    assert found.cards and (found.moves, found.rehearsal, found.k) == ((), False, 5)
    with pytest.raises(ValueError):
        told_figures(b"[]")
