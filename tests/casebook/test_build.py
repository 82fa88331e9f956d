"""From the file to the frozen case study: scales looked up, shared parts filled in, nothing lost."""

import pytest

from tests.helpers.cases import written
from workshop.activities.registry import BY_NAME
from workshop.casebook import SHIPPED, Casebook, load_file


def test_what_was_written_is_what_is_played(tmp_path):
    case = load_file(written(tmp_path))
    assert (case.id, case.version, case.fictional, case.reviewed_by) == ("corridor", 1, True, None)
    assert [(c.id, c.text, c.short, c.mode) for c in case.cards] == [
        ("c1", "Used a nickname", "A nickname", "offline"),
        ("c2", "Used it again after being asked to stop", "", "dual"),
    ]
    assert case.cards[0].notes.range == ("expected", "problematic") and case.cards[1].notes.range is None
    assert dict(case.information[0].effects) == {"c1": "up"} and tuple(case.information[0].cards) == ("c1",)
    assert case.scale.stages[0].name == "Developmentally expected"
    assert case.find_card("w01") and case.find_card("c2") and case.find_card("c9") is None


def test_a_scale_and_a_warm_up_may_be_written_out(tmp_path):
    stages = [{"id": f"s{n}", "name": f"S{n}", "definition": "D"} for n in (1, 2, 3)]
    scale = {"id": "mine", "title": "Mine", "ends": ["low", "high"], "stages": stages}
    warm_up = {"question": "How warm?", "scale": scale, "cards": [{"id": "v1", "text": "Tea"}]}
    case = load_file(written(tmp_path, lambda case: case.update(scale=scale, warm_up=warm_up)))
    assert [s.number for s in case.scale.stages] == [1, 2, 3] and case.scale.ends == ("low", "high")
    assert (case.warm_up.question, case.warm_up.cards[0].id, case.warm_up.scale.id) == ("How warm?", "v1", "mine")
    assert case.cards[0].notes.range == ("s1", "s3")


def test_an_agenda_of_its_own_takes_the_place_of_the_shared_ones(tmp_path):
    steps = [
        {"activity": "welcome", "title": "Hello", "minutes": 5},
        {"activity": "board", "title": "Place", "minutes": 5, "settings": {"cards": 1}},
        {
            "activity": "board",
            "title": "Again",
            "minutes": 5,
            "settings": {"round": "information", "information": "i1"},
        },
    ]
    agenda = {"id": "mine", "title": "Mine", "steps": steps}
    case = load_file(written(tmp_path, lambda case: case.update(agendas=[agenda])))
    assert [a.id for a in case.agendas] == ["mine"]
    assert [dict(s.settings) for s in case.agendas[0].steps][1:] == [
        {"cards": ["c1"]},
        {"round": "information", "information": "i1"},
    ]


def test_a_case_without_new_information_has_the_shared_agendas_without_those_steps(tmp_path):
    case = load_file(written(tmp_path, lambda case: case.pop("information")))
    assert [a.id for a in case.agendas] == ["ninety", "half", "full"]
    assert not [s for a in case.agendas for s in a.steps if s.settings.get("round") == "information"]
    assert all(len(a.steps) >= 8 for a in case.agendas)


def second(case):
    """The right case with everything that schema 2 adds."""
    case |= {"schema": 2, "language": "cy", "panel_by": "Two practitioners"}
    case["people"][0]["age"] = 15
    case["cards"][0] |= {
        "twin": "c2",
        "when": {"order": 2, "words": "This term"},
        "known": "i1",
        "panel": [
            {"topic": "consent", "text": "A no was said.", "end": "high"},
            {"topic": "norms", "text": "Everybody does it.", "end": "low"},
        ],
    }
    case["cards"][1] |= {"known": "start", "notes": {"evidence": [{"text": "T", "source": "S", "checked": "2026-03"}]}}
    case["information"][0]["answers"] = ["impact", "context"]
    case["needs"] = [{"id": "safe", "name": "Safe now"}]
    case["glossary"] = [{"term": "continuum", "meaning": "Ours.", "source": "S", "checked": "2026-03"}]
    case["law"] = [{"name": "An act", "text": "T", "nations": ["wales"], "source": "S", "checked": "2026-03"}]
    case["resources"] = [{"title": "A line", "text": "T", "number": "0800 1111", "hours": "Day", "nations": ["wales"]}]


def test_what_the_second_schema_adds_is_there(tmp_path):
    case = load_file(written(tmp_path, second))
    one, two = case.cards
    assert (case.language, case.panel_by, [p.age for p in case.people]) == ("cy", "Two practitioners", [15, None])
    assert (one.twin, two.twin) == ("c2", "c1"), "each is the other's twin, though only one of them says so"
    assert (one.when.order, one.when.words, two.when) == (2, "This term", None)
    assert (one.known, two.known, one.lane, two.lane) == ("i1", "", "offline", "both")
    assert [(r.topic, r.end) for r in one.panel] == [("consent", "high"), ("norms", "low")] and two.panel == ()
    assert (two.notes.evidence[0].due, case.information[0].answers) == ("2027-03", ("impact", "context"))
    assert [n.id for n in case.needs] == ["safe"] and [law.nations for law in case.law] == [("wales",)]
    assert [(r.tel, r.hours) for r in case.support_in("wales")] == [("tel:08001111", "Day")]
    assert case.support_in("england") == ()


def test_its_own_terms_stand_before_the_shared_ones_and_in_their_place(tmp_path):
    terms = load_file(written(tmp_path, second)).glossary
    assert (terms[0].term, terms[0].meaning) == ("continuum", "Ours.")
    assert [t.term.casefold() for t in terms].count("continuum") == 1 and "Dual" in [t.term for t in terms]


def test_a_file_of_the_first_schema_is_what_it_was_and_has_the_shared_parts(tmp_path):
    case = load_file(written(tmp_path))
    assert (case.language, case.panel_by) == ("en", "") and case.people[0].age is None
    assert [(c.twin, c.when, c.known, c.panel) for c in case.cards] == [("", None, "", ())] * 2
    assert case.information[0].answers == ()
    assert [n.id for n in case.needs] == ["safe", "heard", "understanding", "belonging", "adults"]
    assert case.law and case.glossary


@pytest.mark.parametrize("case", Casebook([SHIPPED]).list(), ids=lambda case: case.id)
def test_every_step_of_every_agenda_is_one_that_its_activity_takes(case):
    for agenda in case.agendas:
        for step in agenda.steps:
            BY_NAME[step.activity].settings.model_validate(dict(step.settings))
