"""The casebook: what is shipped is whole and right; a directory's own case studies lie over it."""

import json
from datetime import date

import pytest

from tests.helpers.cases import RIGHT, raw, written
from tests.helpers.tree import ROOT
from workshop.casebook import SHIPPED, Casebook, cautions, check_file, json_schema, load_file
from workshop.domain.placements import TOPICS

CASES = sorted(SHIPPED.glob("*.yaml"))
SCALES = sorted((SHIPPED / "scales").glob("*.yaml"))
LOADED = Casebook([SHIPPED]).list()
SHORT = next(case for case in LOADED if case.id == "trip-photos")
LONG = [case for case in LOADED if case is not SHORT]
FIRST = date(2026, 11, 26)


@pytest.mark.parametrize("path", [*CASES, *SCALES], ids=lambda path: path.stem)
def test_what_is_shipped_has_no_fault(path):
    assert check_file(path) == []


def test_four_case_studies_and_five_scales_are_shipped():
    assert [s.id for s in LOADED] == ["browser-history", "gaming-server", "group-chat", "trip-photos"]
    assert [path.stem for path in SCALES] == ["hackett5", "image2", "response4", "seed4", "traffic3"]


@pytest.mark.parametrize("case", LOADED, ids=lambda case: case.id)
def test_a_shipped_case_is_complete(case):
    assert case.fictional and case.content_note and case.opening and len(case.people) >= 2
    assert (14 <= len(case.cards) <= 20 and len(case.information) >= 7) or case is SHORT
    stages = [s.id for s in case.scale.stages]
    for card in case.cards:
        assert card.short and len(card.short) <= 32, card.id
        low, high = card.notes.range
        assert stages.index(low) <= stages.index(high)
        assert 1 <= len(card.notes.prompts) <= 6, card.id
    assert {card for i in case.information for card in i.effects} <= {c.id for c in case.cards}
    assert {"correction", "impact"} <= {i.kind for i in case.information}
    assert any(c.notes.evidence for c in case.cards)


@pytest.mark.parametrize("case", LOADED, ids=lambda case: case.id)
def test_nobody_is_told_that_somebody_has_reviewed_it(case):
    assert case.reviewed_by is None


@pytest.mark.parametrize("case", LONG, ids=lambda case: case.id)
def test_every_case_brings_agendas_that_name_its_own_cards_and_a_neutral_warm_up(case):
    cards, information = {c.id for c in case.cards}, {i.id for i in case.information}
    assert [a.id for a in case.agendas] == ["ninety", "half", "full"]
    for agenda in case.agendas:
        boards = [s.settings for s in agenda.steps if s.activity == "board"]
        assert {b.get("information") for b in boards} - {None} <= information
        assert {c for b in boards for c in b.get("cards", ())} <= cards
        assert [s.activity for s in agenda.steps][:3] == ["welcome", "confidence", "board"]
        assert agenda.steps[-1].activity == "reflection"
    assert [a.minutes for a in case.agendas] == [90, 200, 400]
    assert len(case.warm_up.cards) >= 2 and len(case.warm_up.scale.stages) >= 3
    assert not {c.id for c in case.warm_up.cards} & cards
    sections = {s.id for s in case.formulation.sections}
    assert {"known", "predisposing", "precipitating", "perpetuating", "protective", "rival", "review"} <= sections
    assert len(case.resources) >= 4


@pytest.mark.parametrize("path", SCALES, ids=lambda path: path.stem)
def test_every_shared_scale_can_carry_a_case(path, tmp_path):
    case = load_file(written(tmp_path, lambda case: case.update(scale=path.stem, cards=[{"id": "c1", "text": "A"}])))
    assert case.scale.id == path.stem and len(case.scale.stages) >= 3
    assert [s.number for s in case.scale.stages] == list(range(1, len(case.scale.stages) + 1))
    assert all(s.definition for s in case.scale.stages) and len(set(case.scale.ends)) == 2


@pytest.mark.parametrize("case", LOADED, ids=lambda case: case.id)
def test_a_shipped_case_is_complete_in_the_second_schema(case):
    assert any(p.age for p in case.people) and all(p.age is None or 13 <= p.age <= 16 for p in case.people)
    assert {c.lane for c in case.cards} == {"technology", "both", "offline"}
    assert {t for i in case.information for t in i.answers} == set(TOPICS)
    assert {c for i in case.information for c in i.effects} == {c.id for c in case.cards}
    assert all(c.when for c in case.cards) and any(c.twin for c in case.cards)
    for card in case.cards:
        assert 2 <= len(card.panel) <= 4, card.id
        assert {r.end for r in card.panel} in ({""}, {"low", "high"}), card.id
    assert "No panel" in case.panel_by, "nobody is told that practitioners were asked"
    assert 1 <= len(case.needs) <= 5 and case.law and case.glossary


@pytest.mark.parametrize("path", [*CASES, *SCALES, *sorted((SHIPPED / "shared").glob("*.yaml"))], ids=lambda p: p.stem)
def test_what_is_shipped_has_no_caution_on_the_day_it_was_written(path):
    assert [str(c) for c in cautions(path, FIRST, lambda text, known: "")] == []


def test_beginners_do_the_short_one_in_45_minutes_on_the_four_stages():
    (agenda,) = SHORT.agendas
    assert (SHORT.scale.id, len(SHORT.scale.stages), agenda.minutes) == ("seed4", 4, 45)
    assert len(SHORT.cards) <= 6 and len(SHORT.information) <= 4
    spans = {stage for card in SHORT.cards for stage in card.notes.range}
    assert spans == {stage.id for stage in SHORT.scale.stages}, "every stage has something to be talked about"
    assert [s.activity for s in agenda.steps][:3] == ["welcome", "confidence", "board"]
    assert [s.activity for s in agenda.steps][-2:] == ["debrief", "reflection"]


def test_one_is_found_by_its_id_and_an_unknown_one_is_not():
    book = Casebook([SHIPPED])
    assert book.get("group-chat").id == "group-chat" and book.left_out() == []
    with pytest.raises(KeyError):
        book.get("none")


def test_a_directory_of_ones_own_lies_over_what_is_shipped(tmp_path):
    written(tmp_path, lambda case: case.update(id="group-chat", title="Ours"))
    written(tmp_path, name="second.yaml")
    book = Casebook([SHIPPED, tmp_path])
    assert (book.get("group-chat").title, len(book.list())) == ("Ours", 5)
    assert [s.title for s in book.list()] == sorted(s.title for s in book.list())


def test_a_scale_is_checked_as_one(tmp_path):
    path = raw(tmp_path, "id: mine\ntitle: Mine\nends: [a, b]\nstages:\n- {id: a, name: A, definition: B}\n")
    assert [str(f) for f in check_file(path)] == [f"{path}:4: stages: It needs at least 2."]


def test_the_schema_for_editors_is_the_one_that_is_published():
    published = json.loads((SHIPPED / "schema.json").read_text("utf-8"))
    assert published == json_schema(), "run: workshop scenario schema > scenarios/schema.json"
    assert published["additionalProperties"] is False
    assert set(RIGHT) <= set(published["properties"])
    assert set(published["required"]) == {n for n in RIGHT if n not in ("information",)}
    first = (SHIPPED / "group-chat.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=schema.json"
    assert (ROOT / "scenarios" / "schema.json").is_file()
