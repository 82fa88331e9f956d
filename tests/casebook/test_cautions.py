"""Cautions: where, and what to look at. None keeps a case study from being used."""

from datetime import date

import pytest

from tests.helpers.cases import raw, written
from workshop.casebook import ScenarioError, cautions, check_file

TODAY = date(2026, 11, 26)


def said(path, today=TODAY, looks=lambda text, known: ""):
    assert check_file(path) == [], "a caution is no fault"
    return [(f.line, f.field, f.message) for f in cautions(path, today, looks)]


def whole(case):
    """Nothing is left to look at."""
    case |= {"schema": 2, "panel_by": "Two practitioners"}
    topics = ["age", "consent", "power", "frequency", "impact", "context", "source"]
    case["information"][0] |= {"answers": topics, "effects": {"c1": "up", "c2": "none"}}
    case["cards"][0]["panel"] = [{"topic": "power", "text": "A reason"}]


def fields(tmp_path, change, **more):
    return [
        (field, message)
        for _, field, message in said(written(tmp_path, lambda case: (whole(case), change(case))), **more)
    ]


def test_one_that_is_whole_has_none(tmp_path):
    assert said(written(tmp_path, whole)) == []


def test_an_earlier_schema_is_said_on_the_first_line(tmp_path):
    line, field, message = said(written(tmp_path))[0]
    assert (line, field) == (1, "") and "workshop scenario upgrade" in message


@pytest.mark.parametrize(
    ("dates", "field", "by"),
    [
        ({"checked": "2025-10"}, "checked", "2026-10"),
        ({"checked": "2026-03", "review_by": "2026-11-25"}, "review_by", "2026-11-25"),
        ({"checked": "2025-11"}, None, None),
        ({"checked": "2020-01", "review_by": "2026-12"}, None, None),
    ],
)
def test_evidence_is_stale_when_its_day_is_over(tmp_path, dates, field, by):
    evidence = {"text": "T", "source": "S", **dates}
    found = fields(tmp_path, lambda case: case["cards"][1].update(notes={"evidence": [evidence]}))
    if field is None:
        assert found == []
    else:
        assert found == [(f"cards[2].notes.evidence[1].{field}", f"Caution: It was to be looked at again by {by}. "
                          "Look, and write when that was.")]  # fmt: skip


def test_law_and_shared_parts_grow_stale_too(tmp_path):
    law = "law:\n- {name: An act, text: T, source: S, checked: 2025-01}\n"
    path = raw(tmp_path, f"schema: 2\n{law}", "law.yaml")
    assert [(line, field) for line, field, _ in said(path)] == [(3, "law[1].checked")]
    assert said(path, date(2026, 1, 31)) == []


def test_a_topic_that_nothing_answers_is_said(tmp_path):
    found = fields(tmp_path, lambda case: case["information"][0].update(answers=["impact", "age"]))
    assert [field for field, _ in found] == ["information"]
    assert "No information answers consent, power, frequency, context, source." in found[0][1]


def test_a_card_in_no_lane_and_one_that_nothing_bears_on_are_said(tmp_path):
    found = fields(tmp_path, lambda case: case["cards"].append({"id": "c3", "text": "A"}))
    assert [field for field, _ in found] == ["cards[3].id", "cards[3].mode"]


def test_reasons_of_nobody_are_said(tmp_path):
    assert [field for field, _ in fields(tmp_path, lambda case: case.pop("panel_by"))] == ["cards"]


def test_what_could_identify_is_said_where_it_stands(tmp_path):
    def real(case):
        case["opening"] = "Ash is 15. A tutor at Larkmead heard of it last March."
        case["cards"][0]["text"] = "Used a nickname for Mr Henderson"

    def looks(text, known):
        assert list(known) == ["ash", "bo"]
        return "a name" if "Henderson" in text else ""

    assert fields(tmp_path, real, looks=looks) == [
        ("opening", "Caution: “Larkmead” looks like a real school or place. A made-up case needs none."),
        ("opening", "Caution: “March” looks like a date. A made-up case needs none."),
        ("cards[1].text", "Caution: It looks like a name. A made-up case needs none."),
    ]


def test_evidence_names_what_is_real_and_a_prompt_may_speak_of_your_school(tmp_path):
    evidence = [{"text": "In London schools, 2021", "source": "Ofsted, 2021", "checked": "2026-03"}]
    notes = {"evidence": evidence, "prompts": ["What would your school do?"]}
    found = fields(tmp_path, lambda case: case["cards"][0].update(notes=notes), looks=lambda t, k: "x" * ("your" in t))
    assert found == []


def test_a_directory_s_own_list_takes_the_place_of_the_shipped_one(tmp_path):
    (tmp_path / "shared").mkdir()
    raw(tmp_path / "shared", "kinds: [Kita]\nplaces: [Berlin]\ndates: [Mai]\nordinary: []\n", "recognisable.yaml")
    found = fields(tmp_path, lambda case: case.update(opening="Ash went to Berlin, then Leeds."))
    assert [message for _, message in found] == [
        "Caution: “Berlin” looks like a real place. A made-up case needs none."
    ]


def test_a_file_with_faults_has_faults_first(tmp_path):
    with pytest.raises(ScenarioError, match="This field is missing"):
        cautions(written(tmp_path, lambda case: case.pop("title")), TODAY, lambda text, known: "")
