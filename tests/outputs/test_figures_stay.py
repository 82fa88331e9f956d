"""What may not change between a report and its correction: every figure, and none of the words."""

import copy
import json
from dataclasses import replace

import pytest

from tests.helpers.output import WORDS, checkpoint, rendered, told
from workshop.outputs.figures_stay import figures_of, with_figures
from workshop.outputs.formats import FORMATS

NOTES = {f"n{n}": {"section": "presenting", "text": text, "version": 1} for n, text in enumerate(("B", "A", "C"))}
ACTION = {"target": "safety", "action": "Act", "why": "", "note": None, "who": "", "by_when": "", "review": ""}
KEPT = checkpoint(
    notes=NOTES,
    links={"l1": {"source": "n1", "target": "n2", "kind": "because"}},
    actions={"a1": ACTION},
    support={"n0": 4, "a1": 5},
)
DATA = rendered("json", told(kept=KEPT))


def worded(kept):
    return rendered("json", told(kept=kept))


def changed(*path, to):
    report = json.loads(DATA)
    at = report
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = to
    return json.dumps(report).encode()


def test_other_words_are_no_other_figures_in_whatever_order_they_come():
    other = {id: {**note, "text": f"{'ZYX'[n]} otherwise"} for n, (id, note) in enumerate(NOTES.items())}
    collections = {**KEPT.collections, "notes": other, "actions": {"a1": {**ACTION, "action": "Do"}}}
    assert figures_of(worded(replace(KEPT, collections=collections))) == figures_of(DATA)
    named = told(kept=KEPT)
    named = replace(named, facts=replace(named.facts, title="Another", corrected=True))
    assert figures_of(FORMATS["json"].render(named, WORDS)) == figures_of(DATA)


def test_a_text_without_a_figure_may_go_and_one_with_a_figure_may_not():
    without = {**KEPT.collections, "notes": {"n0": NOTES["n0"], "n1": NOTES["n1"]}, "links": {}}
    assert figures_of(worded(replace(KEPT, collections=without))) == figures_of(DATA)
    counted = {**KEPT.collections, "notes": {"n1": NOTES["n1"], "n2": NOTES["n2"]}}
    assert figures_of(worded(replace(KEPT, collections=counted))) != figures_of(DATA)
    assert figures_of(worded(replace(KEPT, collections={**KEPT.collections, "actions": {}}))) != figures_of(DATA)
    assert with_figures(DATA) == {("note", "B"), ("action", "Act")}


def test_a_report_of_before_there_were_themes_has_none():
    report = json.loads(DATA)
    assert report.pop("question_themes") == []
    assert figures_of(json.dumps(report).encode()) == figures_of(DATA)
    assert figures_of(changed("question_themes", to=[{"theme": "law", "n": 1}])) != figures_of(DATA)


def test_both_notes_of_a_link_that_was_counted_stand_beside_a_figure():
    assert with_figures(worded(replace(KEPT, support={"l1": 3}))) == {("note", "A"), ("note", "C")}


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("delegates",), 23),
        (("threshold",), 4),
        (("rounds",), []),
        (("rounds", 0, "cards"), []),
        (("rounds", 0, "cards", 0, "placed"), 999),
        (("rounds", 0, "cards", 0, "card"), "other"),
        (("rounds", 0, "cards", 0, "tallies"), {"expected": 1}),
        (("rounds", 0, "cards", 0, "label"), "none such"),
        (("confidence", 0, "items", 0, "median"), 11),
        (("needs",), [{"need": "x", "n": 7}]),
        (("ledger",), []),
        (("formulation", "notes", 0, "support"), 3),
        (("formulation", "agreement"), {"because": {"yes": 9}}),
        (("plan", "actions", 0, "would"), 6),
        (("scenario_sha256",), "0" * 64),
    ],
)
def test_any_figure_round_count_or_card_that_is_another_is_seen(path, to):
    assert figures_of(changed(*path, to=to)) != figures_of(DATA)


def test_a_field_that_a_newer_version_adds_empty_is_none():
    report = json.loads(DATA)
    before = copy.deepcopy(report)
    report["rounds"][0]["cards"][0]["later"] = None
    assert figures_of(json.dumps(report).encode()) == figures_of(json.dumps(before).encode())


@pytest.mark.parametrize("content", [b"[]", b"7", b"{}", b'{"formulation": [], "plan": {}}', b"<p>"])
def test_what_is_no_report_is_refused(content):
    for of in (figures_of, with_figures):
        with pytest.raises(ValueError):
            of(content)
